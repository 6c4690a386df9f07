package gridrun.artifact;

import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.observed.Curves;
import gridrun.plot.Plots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What is made of a run's result to be looked at: its curves, its layers, and of a classifier its classes. */
public final class RunPictures {

    /** The picture that every run has. */
    public static final String CURVES = "curves.png";

    private RunPictures() {
    }

    /**
     * What makes each of them, by name.
     *
     * @param network with the weights that were kept; null where training diverged and there is nothing to ask
     * @param keptEpoch the epoch whose weights are kept; null if it is not known
     */
    public static Map<String, Callable<byte[]>> of(RunSpec spec, Curves curves, Integer keptEpoch, LayerRecord layers,
            Network network, Splits data) {
        Map<String, Callable<byte[]>> pictures = new LinkedHashMap<>();
        pictures.put(CURVES, () -> Plots.run(title(spec), curves, keptEpoch));
        pictures.putAll(layers.pictures(title(spec)));
        if (network != null) {
            pictures.putAll(ClassFiles.of(spec, network, data));
        }
        return pictures;
    }

    /** The experiment, and which of its runs it is. */
    public static String title(RunSpec spec) {
        return spec.name().equals(spec.experiment()) ? spec.name() : spec.experiment() + ": " + spec.name();
    }
}
