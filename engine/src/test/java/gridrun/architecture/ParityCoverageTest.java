package gridrun.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gridrun.kernel.KernelGroups;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kernel of every group is called by a test that compares vectors with plain loops. */
class ParityCoverageTest {

    @Test
    void kernels_ofAllGroups_areCompared() {
        Set<String> compared = new ClassFileImporter().importPackages("gridrun.kernel").stream()
                .filter(type -> type.getSimpleName().matches(".*Parity(Test)?|KernelCase"))
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(unit -> Stream.concat(unit.getMethodCallsFromSelf().stream(),
                        unit.getMethodReferencesFromSelf().stream()))
                .map(JavaAccess::getTarget).map(ParityCoverageTest::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (RecordComponent group : KernelGroups.class.getRecordComponents()) {
            Arrays.stream(group.getType().getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .map(method -> group.getType().getName() + "." + method.getName())
                    .filter(name -> !compared.contains(name)).forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    private static String name(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
