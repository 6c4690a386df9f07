package gridrun.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.statistics.Recorded.Golden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every figure is SciPy's or statsmodels' on what the studies have recorded. */
class GoldenStatisticsTest {

    private static final double SAME = 1e-9;

    @Test
    @DisplayName("tests, intervals, effects, power and numbers of seeds are SciPy's and statsmodels'")
    void pairs_areThoseOfTheReferences() {
        List<Golden> all = Recorded.golden().stream().filter(golden -> !golden.quantity().equals("holm_p")).toList();
        assertTrue(all.size() > 400, "golden values: " + all.size());
        for (Golden golden : all) {
            assertEquals(golden.value(), found(golden), SAME, golden.toString());
        }
    }

    private static double found(Golden golden) {
        double[] differences = golden.differences();
        String quantity = golden.quantity();
        double parameter = quantity.matches(".*_[0-9.]+")
                ? Double.parseDouble(quantity.substring(quantity.lastIndexOf('_') + 1)) : Double.NaN;
        Statistic sample = Statistic.of(differences);
        double effect = sample.mean() / sample.std();
        return switch (quantity.replaceAll("_[0-9.]+$", "")) {
            case "t_p" -> PairedT.INDEPENDENT.p(differences);
            case "wilcoxon_p" -> new Wilcoxon().p(differences);
            case "sign_flip_p" -> new SignFlip().p(differences);
            case "t_low" -> MeanInterval.student(sample, parameter).orElseThrow().low();
            case "t_high" -> MeanInterval.student(sample, parameter).orElseThrow().high();
            case "bootstrap_low" -> resampled(differences).interval(0.95).low();
            case "bootstrap_high" -> resampled(differences).interval(0.95).high();
            case "effect" -> effect;
            case "power" -> new Power(effect, parameter).of(differences.length);
            case "pairs" -> seeds(new Power(effect, parameter));
            default -> throw new AssertionError(quantity);
        };
    }

    /** The script looks no farther than 3,000. */
    private static double seeds(Power power) {
        int seeds = power.pairs().orElse(Power.MOST);
        return seeds <= 3000 ? seeds : Double.NaN;
    }

    /** With the script's resamples: ANSI C's example of a generator. */
    private static Bootstrap resampled(double[] sample) {
        long state = 1;
        double[] means = new double[1000];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = 0; j < sample.length; j++) {
                state = (1103515245 * state + 12345) % (1L << 31);
                sum += sample[(int) ((state >> 16) % sample.length)];
            }
            means[i] = sum / sample.length;
        }
        Arrays.sort(means);
        return new Bootstrap(sample, means);
    }

    @Test
    void holm_isStatsmodels() {
        Map<String, List<Golden>> studies = Recorded.golden().stream()
                .filter(golden -> golden.quantity().matches("t_p|holm_p"))
                .collect(Collectors.groupingBy(Golden::study, LinkedHashMap::new, Collectors.toList()));
        assertEquals(4, studies.size());
        studies.forEach((study, rows) -> {
            double[] p = rows.stream().filter(row -> row.quantity().equals("t_p")).mapToDouble(Golden::value).toArray();
            double[] holm = rows.stream().filter(row -> row.quantity().equals("holm_p")).mapToDouble(Golden::value)
                    .toArray();
            assertArrayEquals(holm, Holm.adjusted(p), SAME, study);
        });
    }

    @Test
    void noncentralT_isScipys() {
        List<List<String>> rows = Recorded.rows("golden.csv").stream().filter(row -> row.get(3).equals("noncentral_t"))
                .toList();
        assertEquals(7, rows.size());
        for (List<String> row : rows) {
            NoncentralT t = new NoncentralT(Double.parseDouble(row.get(0)), Double.parseDouble(row.get(1)));
            assertEquals(Double.parseDouble(row.get(4)), t.cumulative(Double.parseDouble(row.get(2))), SAME,
                    row.toString());
        }
    }

    @Test
    @DisplayName("McNemar's test is statsmodels', exact below 25 unequal answers and with Edwards' correction above")
    void mcNemar_isStatsmodels() {
        List<List<String>> rows = Recorded.rows("golden.csv").stream().filter(row -> row.get(3).equals("mcnemar"))
                .toList();
        assertEquals(10, rows.size());
        for (List<String> row : rows) {
            McNemar test = new McNemar(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)));
            assertEquals(Double.parseDouble(row.get(4)), test.p(), SAME, row.toString());
            assertEquals(test.one() + test.other() < 25, test.isExact());
        }
    }
}
