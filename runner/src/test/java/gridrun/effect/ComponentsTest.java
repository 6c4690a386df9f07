package gridrun.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.metric.Goal;
import gridrun.report.Objective;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Compared with what golden/effects.py computes of recorded results. */
class ComponentsTest {

    private static final Objective OBJECTIVE = new Objective("val_loss", Goal.MINIMIZE);

    @Test
    void components_ofRecordedResults_solveTheExpectedMeanSquares() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String[] row : EffectsTest.rows("repeats.csv")) {
            runs.add(run(row[0], row[1], row[2], Double.parseDouble(row[3])));
        }
        Components components = Components.of(OBJECTIVE, runs).orElseThrow();
        assertEquals(2, components.configurations());
        List<String[]> golden = EffectsTest.rows("components.csv");
        double total = golden.stream().mapToDouble(row -> Double.parseDouble(row[1])).sum();
        for (int i = 0; i < golden.size(); i++) {
            Components.Source source = components.sources().get(i);
            double wanted = Double.parseDouble(golden.get(i)[1]);
            assertEquals(golden.get(i)[0], source.name());
            assertEquals(wanted, source.variance(), 1e-9 * wanted);
            assertEquals(wanted / total, source.share(), 1e-9);
        }
        assertEquals("""
                where the spread of best.val_loss comes from, on the average of 2 configurations:
                source        draws  share %   variance      sd
                split             3     82.0    0.00124  0.0352
                init              4     15.4   0.000233  0.0152
                split x init     12      2.6  0.0000397  0.0063
                """, new ComponentsText(components).table(100, true));
    }

    @Test
    @DisplayName("The figure of a repeat is its mean over the folds: without folds it would be the same numbers")
    void folds_areAveraged() throws IOException {
        List<Run> plain = new ArrayList<>();
        List<Run> folded = new ArrayList<>();
        for (String[] row : EffectsTest.rows("repeats.csv")) {
            double figure = Double.parseDouble(row[3]);
            plain.add(run(row[0], row[1], row[2], figure));
            folded.add(fold(row, 1, figure - 0.125));
            folded.add(fold(row, 2, figure + 0.125));
        }
        List<Components.Source> expected = Components.of(OBJECTIVE, plain).orElseThrow().sources();
        List<Components.Source> found = Components.of(OBJECTIVE, folded).orElseThrow().sources();
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).variance(), found.get(i).variance(), 1e-12);
        }
        folded.remove(3);
        assertEquals(Optional.empty(), Components.of(OBJECTIVE, folded));
    }

    private static Run fold(String[] row, int fold, double figure) {
        return Runs.of(String.join(" ", row) + fold, row[0], 0, "run", "completed", Map.of("rate", row[0]),
                Map.of("seed.data", "0", "seed.split", row[1], "seed.init", row[2], "seed.order", "0", "data.folds",
                        "2", "fold", Integer.toString(fold)),
                Map.of("best.val_loss", figure), null, null);
    }

    @Test
    void oneSeedForAll_hasNoComponents() {
        List<Run> runs = List.of(Runs.completed("1", 0, 0.5, 0.5, 1), Runs.completed("1", 1, 0.6, 0.6, 1));
        assertEquals(Optional.empty(), Components.of(OBJECTIVE, runs));
    }

    @Test
    void aMissingRun_leavesNoComponents() {
        List<Run> runs = List.of(run("1", "0", "1", 0.5), run("1", "1", "0", 0.6), run("1", "1", "1", 0.7));
        assertEquals(Optional.empty(), Components.of(OBJECTIVE, runs));
    }

    private static Run run(String rate, String split, String init, double figure) {
        String repeat = split + " " + init;
        return Runs.of(rate + " " + repeat, rate, repeat.hashCode(), "run", "completed", Map.of("rate", rate),
                Map.of("seed.data", "0", "seed.split", split, "seed.init", init, "seed.order", "0"),
                Map.of("best.val_loss", figure), null, null);
    }
}
