package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommonOptionsTest {

    private static Arguments arguments(String variable, String... words) {
        return Arguments.parse(List.of(CommonOptions.TRACKING_URI, CommonOptions.RESULTS_DIR), List.of(words),
                variable == null ? Map.of() : Map.of("MLFLOW_TRACKING_URI", variable));
    }

    private static void assertRefused(String message, String file, String variable, String... words) {
        assertEquals(message, assertThrows(UsageException.class,
                () -> CommonOptions.tracking(arguments(variable, words), file)).getMessage());
    }

    @Test
    void tracking_theOptionGoesBeforeTheFile_andTheFileBeforeTheEnvironment() {
        assertEquals(Optional.of("http://o:1"),
                CommonOptions.tracking(arguments("http://e:1", "--tracking-uri", "http://o:1"), "http://f:1"));
        assertEquals(Optional.of("http://f:1"), CommonOptions.tracking(arguments("http://e:1"), "http://f:1"));
        assertEquals(Optional.of("http://e:1"), CommonOptions.tracking(arguments("http://e:1"), null));
        assertEquals(Optional.of("none"), CommonOptions.tracking(arguments("none"), null));
        assertEquals(Optional.of("none"), CommonOptions.tracking(arguments("sqlite:///x"), "none"));
        assertEquals(Optional.empty(), CommonOptions.tracking(arguments(null), null));
    }

    @Test
    void tracking_anEmptyVariableIsNone_anEmptyOptionAMistake() {
        assertEquals(Optional.empty(), CommonOptions.tracking(arguments(""), null));
        assertRefused("--tracking-uri: '' is not the address of an MLflow server, such as http://127.0.0.1:5000; "
                + "'none' publishes nowhere", null, null, "--tracking-uri", "");
    }

    @Test
    void tracking_whatCanBeNoAddress_isToldWithWhereItIsFrom() {
        assertRefused(
                "--tracking-uri: 'databricks' is not the address of an MLflow server, such as http://127.0.0.1:5000; "
                        + "'none' publishes nowhere",
                "http://f:1", null, "--tracking-uri", "databricks");
        assertRefused("MLFLOW_TRACKING_URI: 'sqlite:///x' is not the address of an MLflow server, such as "
                + "http://127.0.0.1:5000; 'none' publishes nowhere", null, "sqlite:///x");
    }

    @Test
    void path_anEmptyOne_isNotTheWorkingDirectory() {
        assertEquals("--results-dir: '' is not a path", assertThrows(UsageException.class,
                () -> CommonOptions.results(arguments(null, "--results-dir", ""))).getMessage());
    }

    @Test
    void tracking_aLoginInTheAddress_isTakenAndInNoMessage() {
        assertEquals(Optional.of("http://me:secret@h:1"),
                CommonOptions.tracking(arguments(null, "--tracking-uri", "http://me:secret@h:1"), null));
        assertRefused("--tracking-uri: 'http://...@h:0' is not the address of an MLflow server, such as "
                + "http://127.0.0.1:5000; ports are 1 to 65535; 'none' publishes nowhere",
                null, null, "--tracking-uri", "http://me:secret@h:0");
    }

    @Test
    void tracking_aVariableThatCannotBeUsed_isToldByItsName() {
        Arguments arguments =
                Arguments.parse(List.of(CommonOptions.TRACKING_URI), List.of("--tracking-uri", "http://h:1"),
                        Map.of("MLFLOW_TRACKING_TOKEN", "top secret"));
        assertEquals("MLFLOW_TRACKING_TOKEN: it is not a token: there are blanks or other characters in it that no "
                + "header can have",
                assertThrows(UsageException.class, () -> CommonOptions.tracking(arguments, null)).getMessage());
        assertEquals(Optional.of("none"), CommonOptions.tracking(arguments("none"), null), "nothing is asked for then");
    }
}
