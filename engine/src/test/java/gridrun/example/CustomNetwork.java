package gridrun.example;

import gridrun.activation.ReLU;
import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.init.GlorotUniform;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Architecture;
import gridrun.nn.CustomLayer;
import gridrun.nn.Dense;
import gridrun.nn.Layer;
import gridrun.nn.Network;
import gridrun.nn.Sequential;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network with layers of one's own: checked, then trained. */
public final class CustomNetwork {

    private CustomNetwork() {
    }

    /** A gated unit, a dense layer, and squares of what it gives. */
    public static Architecture architecture(Dataset data) {
        CustomLayer square = Square::of;
        List<Layer> layers = List.of(new GatedLinearUnit(16), new Dense(8, null, null, true), square);
        return Architecture.of(new Sequential(layers, new ReLU(), new GlorotUniform(), null), null, data.input(),
                data.task());
    }

    /** Compares the gradients with central differences, a verdict a parameter tensor. */
    public static List<GradientVerdict> check(Architecture architecture) {
        return GradientCheck.onRandomData(architecture.trace(8), 1).run();
    }

    /** Trains, and returns the metrics of the last epoch. */
    public static Map<String, Double> train(Architecture architecture, TrainSpec spec, Dataset data) {
        Rng rng = Rng.of(0);
        Map<String, Double> last = new TreeMap<>();
        try (Kernels kernels = KernelChoice.best().create(1)) {
            Network network = new Network(architecture, kernels, rng.split("init"));
            new Trainer(network, spec, data, null, null, rng, () -> false)
                    .train((epoch, metrics) -> last.putAll(metrics));
        }
        return last;
    }
}
