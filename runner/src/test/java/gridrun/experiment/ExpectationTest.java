package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best.val_accuracy >= 0.95 | best.val_accuracy >= 0.95
        best.val_accuracy>=.95    | best.val_accuracy >= .95
        all:final.loss   < 1e-3   | all: final.loss < 1e-3
        all : test_r2 != -1       | all: test_r2 != -1
        smoke:final.loss < 3      | smoke: final.loss < 3
        smoke  all : test_r2 > .1 | smoke all: test_r2 > .1
        best_epoch <= 20          | best_epoch <= 20
        test_loss == 0            | test_loss == 0
        """)
    void parse_theGrammar_andWritesItBack(String text, String written) {
        assertEquals(written, Expectation.parse(text).toString());
        assertEquals(Expectation.parse(written), Expectation.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        best.val_accuracy           | is no expectation
        0.95 <= best.val_accuracy   | 'best.val_accuracy' is not a number
        best.val_accuracy => 0.95   | '=>' is not one of >=, <=, >, <, ==, !=
        best.val_accuracy = 0.95    | '=' is not one of
        best.val_accuracy >= high   | 'high' is not a number
        best.val_accuracy >= 95%    | '95%' is not a number
        any: best.loss < 1          | is no expectation
        all smoke: best.loss < 1    | 'smoke: ' or 'smoke all: ' in front
        """)
    void parse_anythingElse_isRefusedWithTheGrammar(String text, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> Expectation.parse(text)).getMessage();
        assertTrue(told.contains(message), told);
        assertTrue(told.contains("'best.val_accuracy >= 0.95'"), told);
    }

    @ParameterizedTest
    @CsvSource({">=,true,true,false", "<=,false,true,true", ">,true,false,false", "<,false,false,true",
        "==,false,true,false", "!=,true,false,true"})
    void holds_above_at_below(String sign, boolean above, boolean at, boolean below) {
        Expectation expectation = Expectation.parse("best.loss " + sign + " 0.5");
        assertEquals(List.of(above, at, below),
                List.of(expectation.holds(0.6), expectation.holds(0.5), expectation.holds(0.4)));
        assertEquals(false, expectation.holds(Double.NaN));
        assertEquals(false, expectation.holds(Double.POSITIVE_INFINITY));
    }

    private static String errors(String more, String... overrides) {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("lr.yaml", ExperimentErrorsTest.VALID + more, List.of(overrides), false, problems)
                .isEmpty());
        return problems.render();
    }

    @Test
    void read_unknownQuantity_isToldAtItsPlaceWithTheNearMiss() {
        assertEquals("""
                lr.yaml:18:5: expect: 'best.val_acuracy' is not one of best.loss, best.accuracy, best.val_loss, best.val_accuracy, kept.loss, kept.accuracy, kept.val_loss, kept.val_accuracy, final.loss, final.accuracy, final.val_loss, final.val_accuracy, best_epoch; did you mean 'best.val_accuracy'?
                   18 |   - best.val_acuracy >= 0.95
                      |     ^^^^^^^^^^^^^^^^^^^^^^^^
                1 error, nothing was run.
                """, errors("expect:\n  - best.val_acuracy >= 0.95\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        expect: [test_accuracy > 0.5]         | 17:10: expect: 'test_accuracy' is not one of best.loss
        expect: [test_accuracy > 0.5]         | these data have no test part
        expect: [best.rmse < 1]               | 17:10: expect: 'best.rmse' is not one of
        expect: [val_accuracy > 0.5]          | did you mean 'best.val_accuracy'?
        expect: [best.val_acc > 0.5]          | did you mean 'best.val_accuracy'?
        expect: [final.loss < 1, best.loss]   | 17:26: expect.1: 'best.loss' is no expectation
        expect: best.loss < 1                 | 17:9: expect: expected a list
        expect: [3]                           | 17:10: expect.0: '3' is no expectation
        expect: [smoke all: best.loss < 1]    | 17:10: expect.0: a colon makes a map of it; put it in quotes: "smoke all: best.loss < 1"
        """)
    void read_wrongExpectation_isToldAtItsPlace(String line, String message) {
        String shown = errors(line + "\n");
        assertTrue(shown.contains(message), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @Test
    void read_anExpectationThatTheCommandLineMakesImpossible_isToldToo() {
        String shown = errors("expect: [final.val_loss < 1]\n", "validation=0", "~sweep.metric", "~early_stopping");
        assertTrue(shown.contains("there is no validation part (data.validation is 0)"), shown);
    }

    @Test
    void read_smoke_hasTheExpectationsThatHoldThereToo() {
        String file = ExperimentErrorsTest.VALID
                + "expect: [best.loss < 1, 'smoke: final.loss < 3', 'all: best.loss < 2', 'smoke all: final.loss < "
                + "9']\n";
        Experiment full = read(file, false);
        Experiment smoke = read(file, true);
        assertEquals(4, full.expect().size());
        assertEquals(List.of("smoke: final.loss < 3", "smoke all: final.loss < 9"),
                smoke.expect().stream().map(Expectation::toString).toList());
        assertEquals(full.runs().get(0).configId(),
                read(ExperimentErrorsTest.VALID, false).runs().get(0).configId());
        String rendered = smoke.resolved().text();
        assertTrue(rendered.contains("\nexpect: [\"smoke: final.loss < 3\", \"smoke all: final.loss < 9\"]"), rendered);
        assertEquals(smoke.expect(), read(rendered, false).expect());
        assertTrue(read(ExperimentErrorsTest.VALID + "expect: [best.loss < 1]\n", true).resolved().text()
                .contains("\nexpect: null"));
    }

    private static Experiment read(String text, boolean smoke) {
        return Experiment.parse("lr.yaml", text, List.of(), smoke, new Problems()).orElseThrow();
    }
}
