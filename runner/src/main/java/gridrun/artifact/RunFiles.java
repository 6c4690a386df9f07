package gridrun.artifact;

import gridrun.data.Preparation;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.observed.History;
import gridrun.trained.TrainedNetwork;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run has brought, in files: its configuration, its metrics, its weights, what was
 * fitted to its data, and what was observed of its layers.
 * They are on the disk before the run's end is recorded; {@link RunPictures} come after it.
 */
public final class RunFiles {

    /** The metric that tells the epoch whose weights are kept. */
    public static final String KEPT_EPOCH = "kept_epoch";

    private RunFiles() {
    }

    /** The files by name. */
    public static Map<String, byte[]> of(RunSpec spec, Network network, History history, LayerRecord layers,
            Preparation preparation) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(TrainedNetwork.CONFIG, spec.yaml(spec.experiment()).getBytes(StandardCharsets.UTF_8));
        files.put("metrics.csv", history.curves().csv().getBytes(StandardCharsets.UTF_8));
        files.put(TrainedNetwork.WEIGHTS, TrainedNetwork.weights(network));
        files.put(TrainedNetwork.PREPARATION, preparation.text().getBytes(StandardCharsets.UTF_8));
        files.putAll(layers.tables());
        return files;
    }
}
