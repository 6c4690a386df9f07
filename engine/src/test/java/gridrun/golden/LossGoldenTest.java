package gridrun.golden;

import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Hinge;
import gridrun.loss.Huber;
import gridrun.loss.KullbackLeibler;
import gridrun.loss.Loss;
import gridrun.loss.MeanAbsoluteError;
import gridrun.loss.MeanSquaredError;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossGoldenTest {

    private static final Map<String, Loss> LOSSES = Map.ofEntries(
            Map.entry("mean_squared_error", new MeanSquaredError()),
            Map.entry("mean_absolute_error", new MeanAbsoluteError()),
            Map.entry("huber", new Huber(1)),
            Map.entry("huber_half", new Huber(0.5)),
            Map.entry("binary_cross_entropy", new BinaryCrossEntropy()),
            Map.entry("binary_cross_entropy_of_four", new BinaryCrossEntropy()),
            Map.entry("binary_cross_entropy_smoothed", new BinaryCrossEntropy(0.2)),
            Map.entry("categorical_cross_entropy", new CategoricalCrossEntropy()),
            Map.entry("categorical_cross_entropy_smoothed", new CategoricalCrossEntropy(0.2)),
            Map.entry("kullback_leibler", new KullbackLeibler()),
            Map.entry("kullback_leibler_smoothed", new KullbackLeibler(0.2)),
            Map.entry("hinge_of_two", new Hinge()),
            Map.entry("hinge_of_four", new Hinge()));

    @Test
    void every_loss_has_a_case() {
        Coverage.assertComplete(Loss.class, LOSSES.values());
    }

    static Stream<Arguments> cases() {
        return Golden.cases("loss", LOSSES);
    }

    /** The prediction itself is trained. */
    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void falls_as_in_pytorch(String name, Loss loss, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, (graph, prediction) -> prediction, loss::trace);
    }
}
