package gridrun.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.init.Zeros;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Vocabulary;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import gridrun.train.Predictor;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics beside scikit-learn's. */
class MetricGoldenTest {

    private static final Map<String, Golden> CASES = cases("metrics", "metrics_of_classes");

    private static Map<String, Golden> cases(String... topics) {
        Map<String, Golden> all = new LinkedHashMap<>();
        Stream.of(topics).forEach(topic -> all.putAll(Golden.read(topic)));
        return all;
    }

    static Stream<Arguments> cases() {
        return CASES.keySet().stream().flatMap(name -> Stream.of(KernelPrecision.values())
                .map(precision -> Arguments.of(name, precision)));
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Arguments.of("whole", "narrow"), Arguments.of("two_classes", "two_classes_saturated"),
                Arguments.of("seven_classes", "absent_classes")).flatMap(
                        pair -> Stream.of(KernelPrecision.values())
                                .map(precision -> Arguments.of(pair.get()[0], pair.get()[1], precision)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void metrics_ofAPart_areThoseOfScikitLearn(String name, KernelPrecision precision) {
        Golden golden = CASES.get(name);
        check(golden, precision, "", new Predictor(network(golden, precision)).metrics(part(golden), metrics(golden)));
    }

    @ParameterizedTest(name = "{0}, {1} {2}")
    @MethodSource("pairs")
    @DisplayName("Of each part by itself, whatever the network was trained on, over batches of which the last is "
            + "smaller")
    void metrics_ofATraining_areThoseOfEachPart(String first, String second, KernelPrecision precision) {
        Golden train = CASES.get(first);
        Golden validation = CASES.get(second);
        TrainSpec hardly = TrainSpec.of(new SGD(0, false), 1e-30, 7, 1).measuring(metrics(train));
        Map<String, Double> metrics = new LinkedHashMap<>();
        Trainer trainer =
                new Trainer(network(train, precision), hardly, part(train), part(validation), part(validation),
                        Rng.of(0), () -> false);
        metrics.putAll(trainer.train((epoch, measured) -> metrics.putAll(measured)).test());
        check(train, precision, "", metrics);
        check(validation, precision, "val_", metrics);
        check(validation, precision, "test_", metrics);
    }

    @Test
    @DisplayName("Every metric has a case, but for the loss: what each loss comes to has golden values of its own")
    void everyMetric_hasACase() {
        Coverage.assertComplete(Metric.class,
                CASES.values().stream().flatMap(golden -> metrics(golden).stream()).toList(), MeanLoss.class);
    }

    private static List<Metric> metrics(Golden golden) {
        return golden.tensors().stream().flatMap(name -> Vocabulary.named(name).stream()).toList();
    }

    private static void check(Golden golden, KernelPrecision precision, String prefix, Map<String, Double> found) {
        for (Metric metric : metrics(golden)) {
            double value = found.get(prefix + metric.name());
            assertTrue(value >= metric.least() && value <= metric.greatest() || Double.isNaN(value),
                    metric + ": " + value);
            if (Double.isNaN(golden.value(metric.name()))) {
                assertEquals(Double.NaN, value, metric.name());
            } else {
                precision.check(golden, metric.name(), value);
            }
        }
    }

    /** One layer: {@code y = x w + b} for real targets, and for classes the inputs as logits. */
    private static Network network(Golden golden, KernelPrecision precision) {
        MLP linear = new MLP(List.of(), new ReLU(), new Zeros(), 0, null);
        Dataset part = part(golden);
        Network network = new Network(Architecture.of(linear, null, part.input(), part.task()), precision.kernels(),
                Rng.of(0));
        Tensor weights = network.parameters().slices().get(0).value();
        if (golden.has("weight")) {
            weights.set(0, golden.value("weight"));
            network.parameters().slices().get(1).value().set(0, golden.value("bias"));
        }
        for (int i = 0; i < weights.columns() && golden.has("logits"); i++) {
            weights.set(i * weights.columns() + i, 1);
        }
        return network;
    }

    private static Dataset part(Golden golden) {
        boolean real = golden.has("x");
        int width = real ? 1 : golden.shape("logits").last();
        return new Dataset(Shape.of(width), floats(golden, real ? "x" : "logits"),
                real ? Task.regression(1) : Task.classification(Math.max(2, width)), floats(golden, "target"));
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
