package gridrun.observed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a run's epochs so far. */
public final class History {

    private final List<Map<String, Double>> epochs = new ArrayList<>();

    public void add(Map<String, Double> metrics) {
        epochs.add(metrics);
    }

    /** All epochs as curves, one a metric. */
    public Curves curves() {
        Map<String, Curves.Series> series = new LinkedHashMap<>();
        for (Map<String, Double> epoch : epochs) {
            for (String name : epoch.keySet()) {
                series.computeIfAbsent(name, this::series);
            }
        }
        return new Curves(series);
    }

    private Curves.Series series(String name) {
        int[] at = new int[epochs.size()];
        double[] values = new double[epochs.size()];
        int size = 0;
        for (int i = 0; i < epochs.size(); i++) {
            Double value = epochs.get(i).get(name);
            if (value != null) {
                at[size] = i + 1;
                values[size++] = value;
            }
        }
        return new Curves.Series(Arrays.copyOf(at, size), Arrays.copyOf(values, size));
    }
}
