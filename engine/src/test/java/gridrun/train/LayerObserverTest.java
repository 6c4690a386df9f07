package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.activation.Sigmoid;
import gridrun.graph.Graph;
import gridrun.init.HeNormal;
import gridrun.init.RandomNormal;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Activation;
import gridrun.nn.Architecture;
import gridrun.nn.BatchNormalization;
import gridrun.nn.Dense;
import gridrun.nn.Dropout;
import gridrun.nn.Flatten;
import gridrun.nn.Layer;
import gridrun.nn.LayerExamples;
import gridrun.nn.MLP;
import gridrun.nn.ModelSpec;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.nn.Sequential;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is observed of layers is true, and observing changes nothing. */
class LayerObserverTest {

    private static final List<Observation> ALL = List.of(Observation.values());
    private static final ModelSpec MODEL = new MLP(List.of(40, 9), new ReLU(), new HeNormal(), 0.2, null);

    /** A network after training, with the metrics of its epochs. */
    private record Trained(Network network, List<Map<String, Double>> epochs) {

        Map<String, Double> last() {
            return epochs.get(epochs.size() - 1);
        }
    }

    static Stream<LayerExamples.Case> layers() {
        return LayerExamples.layers();
    }

    @Test
    void observing_changesNoWeightAndNoOtherMetric() {
        Trained silent = train(new ScalarKernels(), MODEL, 300, 32, null);
        Trained observed = train(new ScalarKernels(), MODEL, 300, 32, ALL);
        assertEquals(silent.network().parameters().sha256(), observed.network().parameters().sha256());
        assertTrue(silent.last().keySet().stream().noneMatch(name -> name.contains("/")),
                "nothing without being asked");
        silent.last().forEach((name, value) -> assertEquals(value, observed.last().get(name), name));
    }

    @Test
    void observing_isTheSameOnAllKernels() {
        assertEquals(train(new ScalarKernels(), MODEL, 300, 33, ALL).epochs(),
                train(KernelChoice.best().create(), MODEL, 300, 33, ALL).epochs());
    }

    @Test
    void observing_oneFigure_givesThatAlone() {
        Map<String, Double> metrics =
                train(new ScalarKernels(), MODEL, 100, 32, List.of(Observation.ACTIVATION_STD)).last();
        assertEquals(List.of("activation_std/dense_1", "activation_std/dense_2", "activation_std/output"),
                metrics.keySet().stream().filter(name -> name.contains("/")).toList());
    }

    @Test
    @DisplayName("The layers' gradients together are the whole gradient: where an epoch is one batch, their squares "
            + "add up")
    void gradientNorm_ofOneBatch_addsUp() {
        Map<String, Double> metrics = train(new ScalarKernels(), MODEL, 100, 100, ALL).last();
        double squares = Stream.of("dense_1", "dense_2", "output")
                .mapToDouble(layer -> metrics.get("gradient_norm/" + layer)).map(norm -> norm * norm).sum();
        assertEquals(metrics.get("gradient_norm"), Math.sqrt(squares), 1e-6 * Math.sqrt(squares));
    }

    @Test
    void gradientNorm_ofSeveralBatches_isTheirMean() {
        Trained trained = train(new ScalarKernels(),
                new Sequential(List.of(), new ReLU(), new HeNormal(), null), 100, 30, ALL);
        assertEquals(trained.last().get("gradient_norm"), trained.last().get("gradient_norm/output"), 1e-7);
    }

    @Test
    void gradientHistogram_ofABatchNormalization_leavesItsRunningStatisticsOut() {
        Trained trained = train(new ScalarKernels(), new Sequential(List.of(new Dense(8, null, null, true),
                new BatchNormalization(0.9, 1e-5)), new ReLU(), new HeNormal(), null), 100, 100,
                List.of(Observation.GRADIENT_HISTOGRAM));
        double least = trained.last().entrySet().stream()
                .filter(figure -> figure.getKey().matches("gradient_histogram/batch_normalization_1/[0-9]+"))
                .mapToDouble(Map.Entry::getValue).filter(share -> share > 0).min().orElseThrow();
        assertTrue(least >= 1.0 / 16, "one of 8 gradients of gamma and 8 of beta, not " + least);
    }

    @Test
    void activations_agreeWithPlainLoopsOverTheSample() {
        Trained trained = train(new ScalarKernels(), MODEL, 200, 32, ALL);
        Batch batch = evaluated(trained.network(), points(200));
        for (Graph.Layer layer : batch.layers()) {
            double[] values = values(layer.output().value());
            double mean = DoubleStream.of(values).average().orElseThrow();
            double variance = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            assertEquals(mean, trained.last().get("activation_mean/" + layer.name()), 1e-5, layer.name());
            assertEquals(Math.sqrt(variance), trained.last().get("activation_std/" + layer.name()), 1e-5, layer.name());
        }
        double[] hidden = values(batch.layers().get(0).output().value());
        long dead = IntStream.range(0, 40)
                .filter(unit -> IntStream.range(0, 200).allMatch(example -> hidden[example * 40 + unit] == 0)).count();
        assertEquals(dead / 40.0, trained.last().get("dead_units/dense_1"));
        assertNull(trained.last().get("dead_units/output"), "logits are no rectified output");
    }

    @Test
    @DisplayName("A deviation that is small beside its mean is not lost in float32")
    void activationStd_aroundALargeMean() {
        ModelSpec nearlyConstant = new MLP(List.of(50), new Sigmoid(), new RandomNormal(1e-4), 0, null);
        Network network = network(new ScalarKernels(), nearlyConstant, 200);
        Map<String, Double> observed = new LinkedHashMap<>();
        new LayerObserver(network, ALL, new Examples(points(200), network.architecture()), Rng.of(3))
                .report(observed);
        double[] values = values(evaluated(network, points(200)).layers().get(0).output().value());
        double mean = DoubleStream.of(values).average().orElseThrow();
        double std = Math.sqrt(DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        assertTrue(std < 1e-4 && std > 0);
        assertEquals(std, observed.get("activation_std/dense_1"), 0.01 * std);
        assertFalse(observed.containsKey("dead_units/dense_1"), "a sigmoid is never dead");
    }

    @Test
    void deadUnits_ofWeightsOfZero_areAll() {
        ModelSpec zeros = new MLP(List.of(7), new ReLU(), new Zeros(), 0, null);
        assertEquals(1, train(new ScalarKernels(), zeros, 50, 10, ALL).last().get("dead_units/dense_1"));
    }

    @Test
    void log_emptyOrInAnotherOrder_isTheSameSetting() {
        assertNull(spec(10, List.of()).log());
        assertEquals(spec(10, List.of(Observation.GRADIENT_NORM, Observation.DEAD_UNITS)),
                spec(10, List.of(Observation.DEAD_UNITS, Observation.GRADIENT_NORM, Observation.DEAD_UNITS)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("Every layer with parameters names its output, so that none escapes observation")
    void everyLayerNamesItsOutput(LayerExamples.Case example) {
        Sequential model = new Sequential(List.of(example.layer(), new Flatten()), new ReLU(), new HeNormal(), null);
        Network network = new Network(Architecture.of(model, null, example.inputs()[0], Task.classification(3)),
                new ScalarKernels(), Rng.of(3));
        List<String> withParameters =
                network.parameters().slices().stream().map(slice -> slice.layer()).distinct().toList();
        assertEquals(withParameters, network.evaluation(5).layers().stream().map(Graph.Layer::name)
                .filter(withParameters::contains).toList());
    }

    @Test
    void anActivationOfItsOwn_belongsToTheLayerBeforeIt() {
        List<Layer> layers =
                List.of(new Activation(new Sigmoid()), new Dense(3, new gridrun.activation.Linear(), null, true),
                        new Dropout(0.5), new Activation(new ReLU()));
        Network network = network(new ScalarKernels(), new Sequential(layers, new ReLU(), new HeNormal(), null), 10);
        List<Graph.Layer> named = network.evaluation(5).layers();
        assertEquals(List.of("dense_1", "output"), named.stream().map(Graph.Layer::name).toList());
        assertTrue(named.get(0).rectified());
        assertFalse(named.get(1).rectified());
    }

    private static TrainSpec spec(int batch, List<Observation> log) {
        return new TrainSpec(new SGD(0.9, false), 0.05, null, null, new BatchSize(batch), false, 4, null, null, 0.001,
                null, null, null, null, log, null);
    }

    private static Network network(Kernels kernels, ModelSpec model, int examples) {
        Dataset data = points(examples);
        return new Network(Architecture.of(model, null, data.input(), data.task()), kernels, Rng.of(3).split("init"));
    }

    private static Trained train(Kernels kernels, ModelSpec model, int examples, int batch, List<Observation> log) {
        Network network = network(kernels, model, examples);
        List<Map<String, Double>> epochs = new ArrayList<>();
        new Trainer(network, spec(batch, log), points(examples), null, null, Rng.of(3), () -> false)
                .train((epoch, metrics) -> epochs.add(metrics));
        return new Trained(network, epochs);
    }

    private static Batch evaluated(Network network, Dataset data) {
        Batch batch = network.evaluation(data.size());
        new Examples(data, network.architecture())
                .fill(network.kernels(), Examples.inOrder(data.size()), 0, batch);
        batch.program().forward(0);
        return batch;
    }

    private static double[] values(Tensor tensor) {
        return IntStream.range(0, tensor.size()).mapToDouble(tensor::get).toArray();
    }

    /** Points of the plane in three classes, by their angle. */
    private static Dataset points(int size) {
        Rng rng = Rng.of(8);
        float[] inputs = new float[2 * size];
        float[] targets = new float[size];
        for (int i = 0; i < size; i++) {
            inputs[2 * i] = (float) rng.nextGaussian();
            inputs[2 * i + 1] = (float) rng.nextGaussian();
            targets[i] = inputs[2 * i] > 0 ? 0 : inputs[2 * i + 1] > 0 ? 1 : 2;
        }
        return new Dataset(Shape.of(2), inputs, Task.classification(3), targets);
    }
}
