package gridrun.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/architecture.md promises of the runner's packages. */
class RunnerArchitectureTest {

    private static final JavaClasses RUNNER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/engine/target/")).importPackages("gridrun");

    @Test
    void packages_haveNoCircle() {
        slices().matching("gridrun.(**)").should().beFreeOfCycles().check(RUNNER);
    }

    @ParameterizedTest
    @CsvSource({
        "java.awt..,                plot",
        "org.jfree..,               plot",
        "org.apache.batik..,        plot",
        "org.sqlite..,              store",
        "java.sql..,                store",
        "org.yaml..,                config",
        "org.mlflow..,              tracking",
        "me.tongfei.progressbar..,  cli",
        "org.apache.commons.cli..,  cli",
        "de.siegmar.fastcsv..,      data",
        "gridrun.cli..,             cli",
    })
    void library_isUsedInOnePackage(String library, String room) {
        noClasses().that().resideOutsideOfPackage("gridrun." + room)
                .should().dependOnClassesThat().resideInAPackage(library).check(RUNNER);
        assertFalse(
                RUNNER.that(resideInAPackage("gridrun." + room)).stream()
                        .noneMatch(user -> user.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass()))),
                library + " is not in " + room);
    }

    @Test
    void network_isReachedByTrackingAndDownloadsAlone() {
        noClasses().that().resideOutsideOfPackages("gridrun.tracking", "gridrun.data", "gridrun.http")
                .should().dependOnClassesThat().resideInAPackage("java.net.http..").check(RUNNER);
    }

    @Test
    void commandLine_alonePrintsAndOwnsTheProcess() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(RUNNER.that(resideOutsideOfPackage("gridrun.cli")));
        noClasses().that().resideOutsideOfPackage("gridrun.cli")
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .orShould().callMethod(Locale.class, "setDefault", Locale.class).check(RUNNER);
    }

    @Test
    void store_knowsNeitherExperimentsNorTracking() {
        noClasses().that().resideInAPackage("gridrun.store").should().dependOnClassesThat().resideInAnyPackage(
                "gridrun.config", "gridrun.experiment", "gridrun.tracking", "gridrun.report", "java.net..")
                .check(RUNNER);
    }

    @Test
    void training_knowsNoTracking() {
        noClasses().that().resideInAnyPackage("gridrun.plan", "gridrun.execute", "gridrun.artifact", "gridrun.trained",
                "gridrun.result").should().dependOnClassesThat().resideInAPackage("gridrun.tracking").check(RUNNER);
    }

    @Test
    void terminal_belongsToTheCommandLine() {
        noClasses().that().resideOutsideOfPackage("gridrun.cli").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").orShould().callMethod(System.class, "exit", int.class)
                .check(RUNNER);
    }
}
