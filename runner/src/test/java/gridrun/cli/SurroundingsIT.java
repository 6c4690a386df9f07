package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surroundings that are not as usual: another locale, no temporary directory. */
class SurroundingsIT {

    private static final String[] EXPERIMENT = {"experiments/lr-sweep.yaml", "tracking=none", "~expect", "~sweep.seeds",
        "epochs=1", "learning_rate=0.1", "--quiet"};

    @TempDir
    Path directory;

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Runner inLocaleC() {
        return Runner.in(directory.resolve("results")).with("env", "LC_ALL=C", JAVA);
    }

    /** A last argument of more than ASCII is put in by the shell, because this process may be in the locale C, too. */
    private Runner inLocaleCWith(String bytes) {
        return Runner.in(directory.resolve("results"))
                .with("sh", "-c", "LC_ALL=C exec \"$0\" \"$@\" \"$(printf '" + bytes + "')\"", JAVA);
    }

    private void assertToldWhatToSet(String beginning, Ended ended) {
        assertEquals(Exit.BAD_INPUT, ended.exit(), ended::toString);
        assertTrue(ended.err().startsWith(beginning), ended::toString);
        assertTrue(ended.err().contains(" has characters that are not in this locale's encoding, ANSI_X3.4-1968; "
                + "set LC_ALL=C.UTF-8\n"), ended::toString);
        assertFalse(ended.err().contains("\tat "), ended::toString);
    }

    @Test
    void localeC_namesThatItDoesNotHave_areToldWithWhatToSet() throws Exception {
        assertToldWhatToSet("the argument 'gr", inLocaleCWith("gr\\303\\266.yaml").run());
        assertToldWhatToSet("the argument 'tags.who=j", inLocaleCWith("tags.who=j\\303\\274").run("x.yaml"));
        Path file = Files.writeString(directory.resolve("csv.yaml"), """
                name: csv
                data: {type: csv, path: gr\u00f6\u00dfe.csv, target: y}
                model: {hidden: [2]}
                """);
        assertToldWhatToSet(file + ":2:25: data.path: 'gr", inLocaleC().run(file.toString()));
    }

    @Test
    void localeC_anyOtherName_isTaken() throws Exception {
        Ended ended = inLocaleC().run(EXPERIMENT);
        assertEquals(Exit.DONE, ended.exit(), ended::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gridrun.kernels=gpu", "gridrun.vectorBits=7"})
    void propertyThatAsksForWhatThereIsNot_isToldBeforeAnythingIsRun(String property) throws Exception {
        Path results = directory.resolve("results");
        Ended ended = Runner.in(results).withOptions("-D" + property).run(EXPERIMENT);
        assertEquals(Exit.BAD_INPUT, ended.exit(), ended::toString);
        assertTrue(ended.err().startsWith("java -D" + property + " is none of "), ended::toString);
        assertFalse(Files.exists(results.resolve("gridrun.db")));
    }

    @Test
    void commandsThatEndAtOnce_leaveNothingInTheTemporaryDirectory() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        for (int i = 0; i < 8; i++) {
            Runner runner = Runner.in(directory.resolve("results")).withOptions("-Djava.io.tmpdir=" + temporary);
            Ended ended = runner.run("missing.yaml");
            assertEquals(Exit.BAD_INPUT, ended.exit(), ended::toString);
        }
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void withoutATemporaryDirectory_theStoreIsOpenedAllTheSame() throws Exception {
        Runner runner = Runner.in(directory.resolve("results"))
                .withOptions("-Djava.io.tmpdir=" + directory.resolve("missing"));
        Ended ended = runner.run(EXPERIMENT);
        assertEquals(Exit.DONE, ended.exit(), ended::toString);
        try (var locks = Files.list(directory.resolve("results/locks"))) {
            assertEquals(0, locks.filter(file -> file.toString().contains("sqlite")).count(), "nothing of it stays");
        }
    }
}
