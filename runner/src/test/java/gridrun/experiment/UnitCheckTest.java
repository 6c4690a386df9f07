package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.GivenData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Losses of different functions are in different units, and rank nothing. */
class UnitCheckTest {

    private static final String FILE = """
            name: losses
            data: {type: moons, samples: 200}
            model: {type: mlp, hidden: [8]}
            train: {metrics: [matthews]}
            sweep: {parameters: {loss: [hinge, mean_squared_error], learning_rate: [0.1, 0.2]}, seeds: 2}
            """;

    private static Optional<String> unrankable(String text) {
        Problems problems = new Problems();
        return Experiment.parse("a.yaml", text, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).unrankable();
    }

    private static String errors(String text) {
        Problems problems = new Problems();
        Experiment.parse("a.yaml", text, Request.PLAIN, problems);
        return problems.render();
    }

    @Test
    void figuresThatOnlySomeRunsHave_areNoAdvice() {
        assertEquals(Optional.of("best.val_loss is of different losses, which do not say what is better"),
                unrankable("""
                        name: tasks
                        data: iris
                        model: {hidden: [4]}
                        sweep: {parameters: {data: [iris, noisy_sine]}, metric: {name: best.val_loss, goal: minimize}}
                        """));
    }

    @Test
    void differentLosses_areWarnedOf_withWhatRanksThem() {
        assertEquals(Optional.of("best.val_loss is of different losses, which do not say what is better; in one unit "
                + "for all: best.val_accuracy, best.val_matthews"), unrankable(FILE));
        assertEquals(Optional.empty(), unrankable(FILE.replace("seeds: 2", "seeds: 2, metric: {name: val_accuracy}")));
        assertEquals(Optional.empty(), unrankable(FILE.replace("[hinge, mean_squared_error]", "[hinge]")));
        assertTrue(unrankable(FILE.replace("[hinge, mean_squared_error]", "[{categorical_cross_entropy: 0.1}, "
                + "categorical_cross_entropy]")).isPresent());
        assertTrue(unrankable("""
                name: targets
                data: {type: diabetes, validation: 0.2}
                model: {type: mlp, hidden: [8]}
                sweep: {parameters: {standardize_targets: [true, false]}}
                """).orElseThrow().startsWith("best.val_loss is of targets on different scales, which "));
    }

    @Test
    @DisplayName("data that do not say whether targets are scaled may be in the unit of any")
    void unknownScale_isNoOtherUnit() {
        String content = GivenData.arrays(new double[][] {{1, 2, 3, 4}, {2, 1, 3, 4}, {1, 3, 2, 4}, {2, 3, 1, 4}},
                List.of("a", "b", "c", "a"));
        String file = """
                name: scales
                data: iris
                model: {hidden: [4]}
                train: {loss: mean_squared_error}
                sweep:
                  parameters: {data: [iris, {type: in_memory, content: "%s"}]}
                  metric: {name: val_loss}
                  seeds: {min: 5, max: 20}
                """.formatted(content);
        assertEquals("0 errors, nothing was run.\n", errors(file));
        assertEquals(Optional.empty(), unrankable(file));
    }

    @Test
    @DisplayName("no race is run by what says nothing, and no claim of it could hold")
    void racesAndClaims_areRefused() {
        String race = errors(FILE.replace("seeds: 2", "seeds: {min: 5, max: 20}"));
        assertTrue(race.contains("sweep.seeds: a race compares all configurations, and best.val_loss is of different "
                + "losses"), race);
        String claim = errors(FILE + "expect: [loss=hinge > loss=mean_squared_error]\n");
        assertTrue(claim.contains("expect: 'loss=hinge > loss=mean_squared_error' can never hold, for best.val_loss "
                + "is of different losses"), claim);
        assertEquals("0 errors, nothing was run.\n",
                errors(FILE + "expect: ['loss=hinge, learning_rate=0.1 > loss=hinge, learning_rate=0.2']\n"));
        assertEquals("0 errors, nothing was run.\n", errors(FILE + "expect: [learning_rate=0.1 > learning_rate=0.2]"));
    }
}
