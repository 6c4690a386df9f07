package gridrun.golden;

import gridrun.activation.Tanh;
import gridrun.init.Zeros;
import gridrun.nn.Dense;
import gridrun.nn.ModelSpec;
import gridrun.nn.Sequential;
import gridrun.optim.Adam;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.train.BatchSize;
import gridrun.train.TrainSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties, decay and clipping. */
class RegularizationGoldenTest {

    private static final Optimizer SGD = new SGD(0, false);

    /** A model and how it is trained. */
    private record Run(ModelSpec model, TrainSpec spec) {
    }

    private static final Map<String, Run> RUNS = Map.of(
            "l2", penalized(SGD, null, 0.02),
            "l1", penalized(SGD, 0.02, 0),
            "l1_l2_adam", penalized(new Adam(0.9, 0.999, 1e-3), 0.01, 0.02),
            "of_a_layer", new Run(
                    new Sequential(List.of(new Dense(4, new Tanh(), new Zeros(), true, 0.01, 0.05)), new Tanh(),
                            new Zeros(), null),
                    spec(SGD, null, 0.02, null, null, null)),
            "weight_decay", decaying(SGD),
            "weight_decay_momentum", decaying(new SGD(0.8, false)),
            "clip_norm", clipped(0, null, 1.5),
            "clip_value", clipped(0, 0.4, null),
            "clip_value_then_norm", clipped(0, 0.8, 1.5),
            "l2_clip_norm", clipped(0.02, null, 1.5));

    private static Run penalized(Optimizer optimizer, Double l1, double l2) {
        return new Run(GoldenTraining.MODEL, spec(optimizer, l1, l2, null, null, null));
    }

    private static Run decaying(Optimizer optimizer) {
        return new Run(GoldenTraining.MODEL, spec(optimizer, null, 0, 0.1, null, null));
    }

    private static Run clipped(double l2, Double clipValue, Double clipNorm) {
        return new Run(GoldenTraining.MODEL, spec(SGD, null, l2, null, clipValue, clipNorm));
    }

    private static TrainSpec spec(Optimizer optimizer, Double l1, double l2, Double decay, Double clipValue,
            Double clipNorm) {
        return new TrainSpec(optimizer, null, null, null, new BatchSize(8), false, GoldenTraining.EPOCHS, null, l1, l2,
                decay, clipValue,
                clipNorm, null, null, null);
    }

    static Stream<Arguments> cases() {
        return Golden.cases("regularization", RUNS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void restrains_as_in_pytorch(String name, Run run, Golden golden, KernelPrecision precision) {
        GoldenTraining.check(run.model(), run.spec(), golden, precision);
    }
}
