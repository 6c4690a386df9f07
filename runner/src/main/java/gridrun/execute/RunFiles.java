package gridrun.execute;

import gridrun.experiment.RunSpec;
import gridrun.graph.Parameters.Slice;
import gridrun.nn.Network;
import gridrun.report.Curves;
import gridrun.report.Npz;
import gridrun.report.Plots;
import gridrun.report.PlotsUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every run leaves behind: its configuration, its curves, its weights, and what was observed of its layers. */
final class RunFiles {

    /** The artifact that holds the resolved configuration, a file that runs by itself. */
    static final String CONFIG = "config.yaml";

    private RunFiles() {
    }

    /**
     * The files by name.
     *
     * @param keptEpoch the epoch whose weights are kept
     */
    static Map<String, byte[]> of(RunSpec spec, Network network, History history, LayerRecord layers, int keptEpoch) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Curves curves = history.curves();
        files.put(CONFIG, spec.yaml(spec.experiment()).getBytes(StandardCharsets.UTF_8));
        files.put("metrics.csv", curves.csv().getBytes(StandardCharsets.UTF_8));
        files.put(TrainedRun.WEIGHTS, Npz.bytes(network.parameters().slices().stream().map(RunFiles::array).toList()));
        try {
            files.put("curves.png", Plots.run(spec.name(), curves, keptEpoch == history.epochs() ? null : keptEpoch));
        } catch (PlotsUnavailable e) {
            PlotWarning.once(e);
        }
        files.putAll(layers.artifacts(spec.name()));
        return files;
    }

    private static Npz.Array array(Slice slice) {
        float[] values = new float[slice.value().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) slice.value().get(i);
        }
        return new Npz.Array(slice.name(), slice.value().shape().toArray(), values);
    }
}
