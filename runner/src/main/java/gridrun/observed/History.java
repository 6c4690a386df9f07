package gridrun.observed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        int[] at = IntStream.rangeClosed(1, epochs.size())
                .filter(epoch -> epochs.get(epoch - 1).containsKey(name)).toArray();
        double[] values = Arrays.stream(at).mapToDouble(epoch -> epochs.get(epoch - 1).get(name)).toArray();
        return new Curves.Series(at, values);
    }
}
