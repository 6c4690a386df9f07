package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilerDirectiveTest {

    private static final Pattern PACKAGE = Pattern.compile("gridrun(/[a-z]+)+");

    @AfterEach
    void forget() throws JMException {
        assertTrue(command("compilerDirectivesRemove").isBlank());
    }

    @Test
    void kernels_onceAskedFor_areCompiledWhileTheirCallersWait() throws JMException {
        CompilerDirective.CALLERS_OF_KERNELS_WAIT.tell();
        assertTold("gridrun/kernel/vector/*.*", "BackgroundCompilation:false");
    }

    @Test
    void operations_onceAskedFor_areNotCompiledByThemselves() throws JMException {
        CompilerDirective.OPERATIONS_ARE_PARTS_OF_KERNELS.tell();
        assertTold("jdk/incubator/vector/*.opCode", "Exclude:true");
        assertTold("jdk/incubator/vector/VectorOperators*.*", "Exclude:true");
    }

    @Test
    void surroundings_onceAskedFor_areLeftToTheFirstCompiler() throws JMException {
        CompilerDirective.SURROUNDINGS_ARE_BRIEF.tell();
        assertTold("org/sqlite/*.*", "Exclude:true");
        List<String> packages = PACKAGE.matcher(command("compilerDirectivesPrint")).results().map(MatchResult::group)
                .filter(name -> CompilerDirective.class.getResource("/" + name) == null).toList();
        assertEquals(List.of(), packages, "packages that are not there");
    }

    private static void assertTold(String pattern, String effect) throws JMException {
        String told = command("compilerDirectivesPrint");
        assertTrue(told.contains(pattern) && told.contains(effect), told);
    }

    private static String command(String name) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), name, null, null);
    }
}
