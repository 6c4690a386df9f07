package gridrun.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md promises of the engine's packages. */
class EngineArchitectureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("gridrun");

    @Test
    void packages_haveNoCircle() {
        slices().matching("gridrun.(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void engine_doesNoInputOrOutput() {
        noClasses().should().dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..",
                "java.nio.file..", "java.nio.channels..", "java.sql..", "java.util.logging..")
                .and(name("java.io.Serializable").negate()))
                .check(ENGINE);
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .check(ENGINE);
    }

    @Test
    void engine_readsNoClock() {
        noClasses().should().callMethodWhere(target(owner(name("java.lang.System")))
                .and(target(nameMatching("nanoTime|currentTimeMillis"))))
                .orShould().dependOnClassesThat(resideInAPackage("java.time..")).check(ENGINE);
    }

    @Test
    void incubator_isUsedInOnePackage() {
        noClasses().that().resideOutsideOfPackage("gridrun.kernel.vector")
                .should().dependOnClassesThat(resideInAPackage("jdk.incubator..")).check(ENGINE);
    }

    @Test
    void vectorKernels_areChosenInOnePlace() {
        noClasses().that().resideOutsideOfPackages("gridrun.kernel.vector", "gridrun.kernel.choice")
                .should().dependOnClassesThat(resideInAPackage("gridrun.kernel.vector")).check(ENGINE);
    }

    @Test
    void engine_dependsOnTheJdkAlone() {
        classes().should().onlyDependOnClassesThat(resideInAnyPackage("gridrun..", "java..", "jdk.incubator..", ""))
                .check(ENGINE);
    }
}
