package gridrun.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures that studies have recorded, and what SciPy and statsmodels make of them; see the script. */
public final class Recorded {

    private Recorded() {
    }

    /**
     * A golden value.
     *
     * @param best the configuration to compare with
     */
    record Golden(String study, String best, String configuration, String quantity, double value) {

        /** The configuration's values less the best one's, seed by seed. */
        double[] differences() {
            double[] values = values(study, configuration);
            double[] others = values(study, best);
            for (int i = 0; i < values.length; i++) {
                values[i] -= others[i];
            }
            return values;
        }
    }

    /** The values of a study's configuration, by seed. */
    public static double[] values(String study, String configuration) {
        return configurations(study).get(configuration).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A study's configurations with their values by seed, in the order of the file. */
    public static Map<String, List<Double>> configurations(String study) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        rows("recorded.csv").stream().filter(row -> row.get(0).equals(study)).forEach(row -> values
                .computeIfAbsent(row.get(3), name -> new ArrayList<>()).add(Double.parseDouble(row.get(5))));
        return values;
    }

    static List<Golden> golden() {
        return rows("golden.csv").stream().filter(row -> !row.get(3).matches("noncentral_t|mcnemar"))
                .map(row -> new Golden(
                        row.get(0), row.get(1), row.get(2), row.get(3), Double.parseDouble(row.get(4))))
                .toList();
    }

    static List<List<String>> rows(String file) {
        try (var stream = Recorded.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Recorded::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            cells.add(cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell);
        }
        return cells;
    }
}
