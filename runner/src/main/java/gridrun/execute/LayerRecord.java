package gridrun.execute;

import gridrun.report.LayerPlots;
import gridrun.report.Layers;
import gridrun.report.PlotsUnavailable;
import gridrun.store.DurableFiles;
import gridrun.store.Store;
import gridrun.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was observed of a run's layers: metrics while the layers are few, and in any case a table and a plot. */
final class LayerRecord {

    /** The artifact that holds the table. */
    static final String TABLE = "layers.csv";
    /** With more layers than this their metrics would bury the others; the table is enough. */
    static final int MOST_AS_METRICS = 20;

    private final List<Layers.Point> points = new ArrayList<>();

    /** Notes an epoch; returns those of its metrics that are recorded as such. */
    Map<String, Double> add(int epoch, Map<String, Double> metrics) {
        List<Layers.Point> layers = Layers.at(epoch, metrics);
        points.addAll(layers);
        return layers.size() <= MOST_AS_METRICS ? metrics : ofNetwork(metrics);
    }

    /** The metrics without those of single layers. */
    static Map<String, Double> ofNetwork(Map<String, Double> metrics) {
        Map<String, Double> rest = new LinkedHashMap<>(metrics);
        rest.keySet().removeIf(name -> name.contains("/"));
        return rest;
    }

    /** What an earlier command recorded of a run's layers; no points where nothing was observed. */
    static Layers read(Store store, String runKey) {
        Path table = store.runDirectory(runKey).resolve(TABLE);
        try {
            return Files.exists(table) ? Layers.parse(Files.readString(table)) : new Layers(List.of());
        } catch (IOException e) {
            throw new StoreException("cannot read " + table + ": " + DurableFiles.reason(e), e);
        }
    }

    /** The table and the plot by their names; nothing where nothing was observed. */
    Map<String, byte[]> artifacts(String title) {
        Map<String, byte[]> artifacts = new LinkedHashMap<>();
        if (points.isEmpty()) {
            return artifacts;
        }
        Layers layers = new Layers(points);
        artifacts.put(TABLE, layers.csv().getBytes(StandardCharsets.UTF_8));
        try {
            artifacts.put("layers.png", LayerPlots.run(title, layers));
        } catch (PlotsUnavailable e) {
            PlotWarning.once(e);
        }
        return artifacts;
    }
}
