package gridrun.golden;

import gridrun.optim.AMSGrad;
import gridrun.optim.Adadelta;
import gridrun.optim.Adagrad;
import gridrun.optim.Adam;
import gridrun.optim.AdamW;
import gridrun.optim.Lion;
import gridrun.optim.Nadam;
import gridrun.optim.Optimizer;
import gridrun.optim.RMSprop;
import gridrun.optim.SGD;
import gridrun.train.BatchSize;
import gridrun.train.TrainSpec;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerGoldenTest {

    private static final Map<String, Optimizer> OPTIMIZERS = Map.ofEntries(
            Map.entry("sgd", new SGD(0, false)),
            Map.entry("momentum", new SGD(0.8, false)),
            Map.entry("nesterov", new SGD(0.8, true)),
            Map.entry("rmsprop", new RMSprop(0.85, 1e-2)),
            Map.entry("adam", new Adam(0.85, 0.97, 1e-3)),
            Map.entry("adamw", new AdamW(0.2, 0.85, 0.97, 1e-3)),
            Map.entry("amsgrad", new AMSGrad(0.85, 0.7, 1e-3)),
            Map.entry("nadam", new Nadam(0.85, 0.97, 1e-3)),
            Map.entry("adagrad", new Adagrad(1e-3)),
            Map.entry("adadelta", new Adadelta(0.85, 1e-3)));

    @Test
    void every_optimizer_has_a_case() {
        Coverage.assertComplete(Optimizer.class, OPTIMIZERS.values(), Lion.class);
    }

    static Stream<Arguments> cases() {
        return Golden.cases("optimizer", OPTIMIZERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void moves_weights_as_in_pytorch(String name, Optimizer optimizer, Golden golden, KernelPrecision precision) {
        GoldenTraining.check(
                new TrainSpec(optimizer, null, null, null, new BatchSize(8), false, GoldenTraining.EPOCHS, null, null,
                        0,
                        null, null, null, null, null, null),
                golden, precision);
    }
}
