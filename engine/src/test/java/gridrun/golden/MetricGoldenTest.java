package gridrun.golden;

import gridrun.activation.ReLU;
import gridrun.init.Zeros;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.Predictor;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of real targets beside scikit-learn's. */
class MetricGoldenTest {

    private static final Map<String, Golden> CASES = Golden.read("metrics");

    static Stream<Arguments> cases() {
        return CASES.keySet().stream().flatMap(name -> Stream.of(Precision.values())
                .map(precision -> Arguments.of(name, precision)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void metrics_ofAPart_areThoseOfScikitLearn(String name, Precision precision) {
        Golden golden = CASES.get(name);
        check(golden, precision, "", new Predictor(network(golden, precision)).metrics(part(golden)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Each part is measured about its own mean, whatever the network was trained on")
    void metrics_ofATraining_areThoseOfEachPart(Precision precision) {
        Golden train = CASES.get("whole");
        Golden validation = CASES.get("narrow");
        TrainSpec hardly = TrainSpec.of(new SGD(0, false), 1e-30, 7, 1);
        Map<String, Double> metrics = new LinkedHashMap<>();
        Trainer trainer = new Trainer(network(train, precision), hardly, part(train), part(validation), part(validation),
                Rng.of(0), () -> false);
        metrics.putAll(trainer.train((epoch, measured) -> metrics.putAll(measured)).test());
        check(train, precision, "", metrics);
        check(validation, precision, "val_", metrics);
        check(validation, precision, "test_", metrics);
    }

    private static void check(Golden golden, Precision precision, String prefix, Map<String, Double> metrics) {
        for (String metric : List.of("rmse", "r2")) {
            precision.check(golden, metric, metrics.get(prefix + metric));
        }
    }

    /** One weight and one bias. */
    private static Network network(Golden golden, Precision precision) {
        MLP linear = new MLP(List.of(), new ReLU(), new Zeros(), 0, null);
        Network network = new Network(Architecture.of(linear, null, Shape.of(1), Task.regression(1)), precision.kernels(),
                Rng.of(0));
        network.parameters().slices().get(0).value().set(0, golden.value("weight"));
        network.parameters().slices().get(1).value().set(0, golden.value("bias"));
        return network;
    }

    private static Dataset part(Golden golden) {
        return new Dataset(Shape.of(1), floats(golden, "x"), Task.regression(1), floats(golden, "target"));
    }

    private static float[] floats(Golden golden, String name) {
        double[] values = golden.values(name);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
