package gridrun.artifact;

import gridrun.observed.GradientsOverTime;
import gridrun.observed.Histograms;
import gridrun.observed.Layers;
import gridrun.plot.LayerPlots;
import gridrun.plot.Plot;
import gridrun.plot.Plots;
import gridrun.plot.TimePlots;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trained.TrainedRun;
import gridrun.trained.Unusable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What was observed of a run's layers: metrics while the layers are few, and in any case a table and a plot. Figures of
 * single time steps and histograms are a table and a plot alone.
 */
public final class LayerRecord {

    /** The artifact that holds the table. */
    static final String TABLE = "layers.csv";
    static final String PICTURE = "layers";
    /** The artifact that holds the table of time steps. */
    static final String TIME_TABLE = "gradients-over-time.csv";
    static final String TIME_PICTURE = "gradients-over-time";
    /** The artifact that holds the table of histograms. */
    static final String HISTOGRAM_TABLE = "histograms.csv";
    static final String HISTOGRAM_PICTURE = "histograms";
    /** With more layers than this their metrics would bury the others; the table is enough. */
    static final int MOST_AS_METRICS = 20;

    private final List<Layers.Point> points = new ArrayList<>();
    private final List<GradientsOverTime.Point> overTime = new ArrayList<>();
    private final List<Histograms.Point> histograms = new ArrayList<>();

    /** Notes an epoch; returns those of its metrics that are recorded as such. */
    public Map<String, Double> add(int epoch, Map<String, Double> metrics) {
        List<Layers.Point> layers = Layers.at(epoch, metrics);
        points.addAll(layers);
        overTime.addAll(GradientsOverTime.at(epoch, metrics));
        histograms.addAll(Histograms.at(epoch, metrics));
        return layers.size() <= MOST_AS_METRICS ? upTo(1, metrics) : ofNetwork(metrics);
    }

    /** The metrics without those of single layers. */
    public static Map<String, Double> ofNetwork(Map<String, Double> metrics) {
        return upTo(0, metrics);
    }

    /** The metrics with at most so many slashes in their names. */
    private static Map<String, Double> upTo(int slashes, Map<String, Double> metrics) {
        Map<String, Double> some = new LinkedHashMap<>(metrics);
        some.keySet().removeIf(name -> Layers.slashes(name) > slashes);
        return some;
    }

    /** All of what an earlier command recorded. */
    public static LayerRecord stored(Store store, Run run) {
        LayerRecord record = new LayerRecord();
        record.points.addAll(read(store, run).points());
        record.overTime.addAll(readOverTime(store, run).points());
        record.histograms.addAll(Histograms.parse(table(store, run, HISTOGRAM_TABLE)).points());
        return record;
    }

    /** What an earlier command recorded of a run's layers; no points where nothing was observed. */
    static Layers read(Store store, Run run) {
        return Layers.parse(table(store, run, TABLE));
    }

    /** What an earlier command recorded of the time steps; no points where nothing was observed. */
    static GradientsOverTime readOverTime(Store store, Run run) {
        return GradientsOverTime.parse(table(store, run, TIME_TABLE));
    }

    /** @throws UncheckedIOException if it is not the one that the run recorded */
    private static String table(Store store, Run run, String name) {
        Path files = store.runDirectory(run.runKey());
        try {
            return Files.exists(files.resolve(name))
                    ? new String(TrainedRun.recorded(files, run, name), StandardCharsets.UTF_8) : "";
        } catch (Unusable e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The tables by their names; none where nothing was observed. */
    Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        if (!points.isEmpty()) {
            tables.put(TABLE, new Layers(points).csv().getBytes(StandardCharsets.UTF_8));
        }
        if (!overTime.isEmpty()) {
            tables.put(TIME_TABLE, new GradientsOverTime(overTime).csv().getBytes(StandardCharsets.UTF_8));
        }
        if (!histograms.isEmpty()) {
            tables.put(HISTOGRAM_TABLE, new Histograms(histograms).csv().getBytes(StandardCharsets.UTF_8));
        }
        return tables;
    }

    /** What draws the plots, by their names; none where nothing was observed. */
    Map<String, Callable<Plot>> pictures(String title) {
        Map<String, Callable<Plot>> pictures = new LinkedHashMap<>();
        if (!points.isEmpty()) {
            pictures.put(PICTURE, () -> LayerPlots.run(title, new Layers(points)));
        }
        if (!overTime.isEmpty()) {
            pictures.put(TIME_PICTURE, () -> TimePlots.run(title, new GradientsOverTime(overTime)));
        }
        if (!histograms.isEmpty()) {
            pictures.put(HISTOGRAM_PICTURE, () -> Plots.histograms(title, new Histograms(histograms)));
        }
        return pictures;
    }
}
