package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.RandomNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import gridrun.train.Predictor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sequences come in: ids as rows of a table, and places as waves. */
class SequenceInputTest {

    private final Kernels kernels = new ReferenceKernels();

    @Test
    void embedding_readsTheTablesRows() {
        TracedLayer layer = new TracedLayer(kernels, new Embedding(3, 2, new RandomNormal(1)), Shape.of(2, 2));
        layer.parameter("W", 0, 1, 10, 11, 20, 21);
        Tensor y = layer.forward(2, 0, 1, 2);
        double[] expected = {20, 21, 0, 1, 10, 11, 20, 21};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], y.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-1, -1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity", "16777216, 16777216"})
    void inputsThatAreNoIds_areToldBeforeAnythingIsComputed(float input, String written) {
        Sequential model = new Sequential(
                List.of(new Reshape(List.of(2)), new Embedding(3, 2, new RandomNormal(1)), new Flatten()),
                new ReLU(), new GlorotUniform(), null);
        Architecture architecture = Architecture.of(model, null, Shape.of(2), Task.classification(2));
        Network network = new Network(architecture, kernels, Rng.of(1));
        Dataset data =
                new Dataset(Shape.of(2), new float[] {0, 2, 1, input}, Task.classification(2), new float[] {0, 1});
        Exception e = assertThrows(Dataset.Unreadable.class, () -> new Predictor(network).outputs(data));
        assertEquals("embedding: the input " + written + " is not a whole number from 0 up to 2, input_dim being 3",
                e.getMessage());
    }

    @Test
    void inputsThatAreNoIds_areToldWithinOtherLayersToo() {
        List<Layer> layers =
                List.of(new Embedding(3, 2, new RandomNormal(1)), new Flatten(), new Dense(2, null, null, true));
        Layer reshaped = new Repeat(1, List.of(new Reshape(List.of(2)), new Residual(layers, null, null)));
        for (Layer first : List.of(new Residual(layers, null, null), new Repeat(1, layers), reshaped)) {
            Sequential model = new Sequential(List.of(first), new ReLU(), new GlorotUniform(), null);
            Architecture architecture = Architecture.of(model, null, Shape.of(2), Task.classification(2));
            architecture.trace(1);
            assertTrue(architecture.isParticular());
            architecture.checkInputs(example(0, 2));
            assertThrows(Dataset.Unreadable.class, () -> architecture.checkInputs(example(0, 3)));
        }
        Sequential dense = new Sequential(layers.subList(1, 3), new ReLU(), new GlorotUniform(), null);
        assertFalse(Architecture.of(dense, null, Shape.of(2), Task.classification(2)).isParticular());
    }

    private static Dataset example(float... ids) {
        return new Dataset(Shape.of(2), ids, Task.classification(2), new float[1]);
    }

    @Test
    void embedding_ofComputedNumbers_isImpossible() {
        for (Layer before : new Layer[] {new Dense(2, null, null, true), new Dropout(0.5), new GaussianNoise(0.1)}) {
            Sequential model = new Sequential(List.of(before, new Embedding(3, 2, new RandomNormal(1)), new Flatten()),
                    new ReLU(), new GlorotUniform(), null);
            Architecture architecture = Architecture.of(model, null, Shape.of(2), Task.classification(2));
            assertEquals(
                    "embedding_1: [2] is computed; ids are read as the data have them, by the first layer or behind "
                            + "reshape",
                    assertThrows(Graph.ImpossibleShape.class, () -> architecture.trace(1)).getMessage());
        }
    }

    @Test
    void lookUp_ofNumbersThatTakeAGradient_isImpossible() {
        Graph graph = new Graph();
        graph.enter("custom");
        Node weights = graph.kernel("W", Shape.of(1, 4), new RandomNormal(1));
        assertEquals("custom_1: [4] are computed numbers and no ids of [1, 4]",
                assertThrows(Graph.ImpossibleShape.class, () -> graph.lookUp(weights, weights)).getMessage());
    }

    @Test
    void sinusoids_areThoseOfThePaper() {
        PositionalEncoding encoding = new PositionalEncoding(PositionalEncoding.Kind.SINUSOIDAL);
        Tensor y = new TracedLayer(kernels, encoding, Shape.of(2, 2, 3)).forward(new double[12]);
        double slow = StrictMath.pow(10_000, -2.0 / 3);
        double[] expected = {0, 1, 0, StrictMath.sin(1), StrictMath.cos(1), StrictMath.sin(slow)};
        for (int i = 0; i < 12; i++) {
            assertEquals(expected[i % 6], y.get(i), 1e-15);
        }
    }
}
