package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {

    private static final String FILE = """
            name: claims
            data: {type: moons, samples: 200}
            model: {type: mlp, hidden: [8]}
            sweep: {parameters: {learning_rate: [0.1, 0.2]}, seeds: 2, baseline: {learning_rate: %s}}
            expect: ["%s"]
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a=1 > a=2                        | a=1 > a=2",
        "smoke: a=1, b=x > a=2            | smoke: a=1, b=x > a=2",
        "a=1 < a=2                        | a=2 > a=1",
        "tied(a=1, a=2)                   | tied(a=1, a=2)",
        "tied(a=1, b=x, a=2, b=x)         | tied(a=1, b=x; a=2, b=x)",
        "tied(a=1, b=x; a=2, b=y)         | tied(a=1, b=x; a=2, b=y)",
    })
    void claims_areReadAndWritten(String text, String written) {
        assertEquals(written, Expectation.parse(text).toString());
        assertEquals(written, Expectation.parse(written).toString());
    }

    @Test
    void mistakes_sayWhatWouldBeRight() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Expectation.parse("tied(a=1)")).getMessage()
                .contains("a tie is of two"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Expectation.parse("a=1 > b")).getMessage()
                .contains("'activation=relu > activation=sigmoid'"));
    }

    @Test
    void configurationsThatAreNotThere_areErrorsOfTheFile() {
        Problems problems = new Problems();
        Experiment.parse("a.yaml", FILE.formatted("0.3", "learning_rate=0.2 > learning_rate=0.4"), Request.PLAIN,
                problems);
        String said = problems.render();
        assertTrue(said.contains("sweep.baseline: no configuration has learning_rate=0.3; what varies is "
                + "learning_rate (0.1, 0.2)"), said);
        assertTrue(said.contains("expect: no configuration has learning_rate=0.4"), said);
    }

    @Test
    void baselineAndConfidence_changeNoIdentity() {
        Problems problems = new Problems();
        Experiment named = Experiment.parse("a.yaml", FILE.formatted("0.1", "learning_rate=0.2 > learning_rate=0.1"),
                Request.PLAIN, problems).orElseThrow();
        Experiment plain = Experiment.parse("a.yaml", FILE.formatted("0.1", "learning_rate=0.2 > learning_rate=0.1")
                .replace(", baseline: {learning_rate: 0.1}", ", confidence: 0.9"), Request.PLAIN, problems)
                .orElseThrow();
        assertEquals(plain.sweepId(), named.sweepId());
        assertEquals("learning_rate=0.1", named.terms().baseline().toString());
        assertEquals(0.9, plain.terms().confidence());
    }
}
