package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Linear;
import gridrun.activation.Softmax;
import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Parameters;
import gridrun.graph.Program;
import gridrun.init.GlorotUniform;
import gridrun.init.Orthogonal;
import gridrun.kernel.ReferenceKernels;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RecurrentTest {

    /** Adds up its inputs: W, U = 1, no bias. */
    private static SimpleRnn sum(boolean sequences, boolean backwards) {
        return new SimpleRnn(1, new Linear(), sequences, backwards, null, new Orthogonal(1), null, null);
    }

    /** Two sequences of three numbers through a layer whose parameters are all 1, but the biases 0. */
    private static double[] output(Layer layer) {
        Graph graph = new Graph();
        Node x = graph.input(Shape.of(2, 3, 1));
        Node y = layer.trace(graph, x);
        ReferenceKernels kernels = new ReferenceKernels();
        Parameters parameters = new Parameters(kernels, graph);
        parameters.slices().forEach(slice -> slice.value().fill(slice.isKernel() ? 1 : 0));
        Program program = new Program(kernels, graph, parameters, y, false);
        double[] numbers = {1, 2, 4, 10, 20, 40};
        for (int i = 0; i < numbers.length; i++) {
            x.value().set(i, numbers[i]);
        }
        program.forward(0);
        double[] result = new double[y.shape().size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = y.value().get(i);
        }
        return result;
    }

    private static void assertOutput(Layer layer, double... expected) {
        double[] found = output(layer);
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-12, "element " + i);
        }
    }

    @Test
    void lastState_ofSum_isTotal() {
        assertOutput(sum(false, false), 7, 70);
        assertOutput(sum(false, true), 7, 70);
    }

    @Test
    void sequence_comesInTheOrderOfProcessing() {
        assertOutput(sum(true, false), 1, 3, 7, 10, 30, 70);
        assertOutput(sum(true, true), 4, 6, 7, 40, 60, 70);
    }

    @Test
    void bidirectional_meetsAtTheSameTime() {
        assertOutput(new Bidirectional(sum(true, false), Bidirectional.Merge.CONCAT), 1, 7, 3, 6, 7, 4, 10, 70, 30, 60,
                70, 40);
        assertOutput(new Bidirectional(sum(true, false), Bidirectional.Merge.SUM), 8, 9, 11, 80, 90, 110);
        assertOutput(new Bidirectional(sum(false, false), Bidirectional.Merge.CONCAT), 7, 7, 70, 70);
        assertOutput(new Bidirectional(sum(false, false), Bidirectional.Merge.SUM), 14, 140);
    }

    @Test
    void forgetBias_ofFreshLstm_isOne() {
        Graph graph = new Graph();
        new LSTM(3, false, false, null, new Orthogonal(1), null, null).trace(graph, graph.input(Shape.of(1, 2, 4)));
        Parameters parameters = new Parameters(new ReferenceKernels(), graph);
        parameters.initialize(graph, Rng.of(1));
        Tensor bias = parameters.slices().get(2).value();
        for (int i = 0; i < bias.size(); i++) {
            assertEquals(i / 3 == 1 ? 1 : 0, bias.get(i));
        }
    }

    @Test
    void penalty_ofLayer_isThatOfBothItsMatrices() {
        Graph graph = new Graph();
        new GRU(3, false, false, new GlorotUniform(), new Orthogonal(1), 0.1, null)
                .trace(graph, graph.input(Shape.of(1, 2, 4)));
        long penalized = new Parameters(new ReferenceKernels(), graph).slices().stream()
                .filter(slice -> slice.isKernel() && Double.valueOf(0.1).equals(slice.penalty().l1())).count();
        assertEquals(2, penalized);
    }

    @Test
    void flatInput_isNamedWithWhatIsNeeded() {
        for (Layer layer : new Layer[] {sum(true, false),
            new Bidirectional(sum(true, false), Bidirectional.Merge.SUM)}) {
            Graph graph = new Graph();
            Node flat = graph.input(Shape.of(5, 7));
            String message = assertThrows(Graph.ImpossibleShape.class, () -> layer.trace(graph, flat)).getMessage();
            assertTrue(message.endsWith("_1: [7] is no sequence, which is [time, features]"), message);
        }
    }

    @Test
    void settings_outOfBounds_areRefused() {
        assertThrows(Check.Invalid.class, () -> new LSTM(0, false, false, null, new Orthogonal(1), null, null));
        assertThrows(Check.Invalid.class, () -> new GRU(1, false, false, null, new Orthogonal(1), null, -1.0));
        assertThrows(Check.Invalid.class,
                () -> new SimpleRnn(1, new Softmax(), false, false, null, new Orthogonal(1), null, null));
        assertThrows(Check.Invalid.class, () -> new Bidirectional(sum(false, true), Bidirectional.Merge.SUM));
    }
}
