package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.Linear;
import gridrun.activation.ReLU;
import gridrun.activation.Tanh;
import gridrun.graph.Graph;
import gridrun.graph.Op;
import gridrun.graph.Use;
import gridrun.init.Orthogonal;
import gridrun.init.RandomNormal;
import gridrun.init.Zeros;
import gridrun.kernel.Unary;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What layers compute, by the formulas of textbooks: of products 2mnk forward, and as much for each gradient that is
 * needed.
 */
class FlopsTest {

    private static final int BATCH = 4;
    private static final long EXP = Unary.EXP_FLOPS;
    private static final long SIGMOID = Unary.SIGMOID.flops();
    private static final long TANH = Unary.TANH.flops();

    /** A layer, the shape of an example, what it computes forward, for its own gradients, and for that of its input. */
    static Stream<Arguments> layers() {
        long dense = 2 * BATCH * 7 * 5, rows = BATCH * 5;
        long image = 2L * BATCH * 6 * 6 * 8 * 9 * 2, pixels = BATCH * 6 * 6 * 8;
        long signal = 2L * BATCH * 5 * 4 * 3 * 3;
        long projection = 2L * BATCH * 3 * 7 * 5, state = 2L * BATCH * 2 * 5 * 5, cells = BATCH * 3 * 5;
        long qkv = 2L * BATCH * 5 * 6 * 18, out = 2L * BATCH * 5 * 6 * 6, scores = BATCH * 2 * 5 * 5;
        long sequence = BATCH * 3 * 7;
        return Stream.of(
                Arguments.of(new Dense(5, new Linear(), null, false), Shape.of(7), dense, dense, dense),
                Arguments.of(new Dense(5, new ReLU(), null, true), Shape.of(7), dense + rows, dense + 2 * rows, dense),
                Arguments.of(new Dense(5, new Tanh(), null, true), Shape.of(7),
                        dense + TANH * rows, dense + (1 + 3) * rows, dense),
                Arguments.of(conv2d(1), Shape.of(6, 6, 2), image, image + pixels, image),
                Arguments.of(conv2d(2), Shape.of(6, 6, 2), image / 2, image / 2 + pixels, image / 2),
                Arguments.of(new Conv1D(4, 3, 2, Padding.SAME, 1, 1, new Linear(), null, false, null, null),
                        Shape.of(9, 3),
                        signal, signal, signal),
                Arguments.of(new SimpleRnn(5, new ReLU(), true, false, null, new Orthogonal(1), null, null),
                        Shape.of(3, 7),
                        projection + state + cells, projection + 2 * state + cells + cells, projection),
                Arguments.of(new LSTM(5, false, false, null, new Orthogonal(1), null, null), Shape.of(3, 7),
                        4 * (projection + state) + (3 * SIGMOID + 2 * TANH + 4) * cells,
                        4 * (projection + 2 * state) + (25 + 4) * cells, 4 * projection),
                Arguments.of(new GRU(5, false, false, null, new Orthogonal(1), null, null), Shape.of(3, 7),
                        3 * (projection + state * 3 / 2) + (2 * SIGMOID + TANH + 7) * cells,
                        3 * (projection + 2 * state) + (20 + 3 + 3) * cells, 3 * projection),
                Arguments.of(new MultiHeadAttention(2, null, false, 0, false, null), Shape.of(5, 6),
                        qkv + out + scores * (4 * 3 + EXP + 4), qkv + 2 * out + scores * (8 * 3 + 5), qkv),
                Arguments.of(new MaxPooling2D(Extent.of(2), null, Padding.VALID), Shape.of(6, 6, 8), pixels, 0, pixels),
                Arguments.of(new AveragePooling2D(Extent.of(3), null, Padding.VALID), Shape.of(6, 6, 8), pixels, 0,
                        pixels),
                Arguments.of(new LayerNormalization(1e-5), Shape.of(3, 7), 7 * sequence, 3 * sequence, 8 * sequence),
                Arguments.of(new BatchNormalization(0.9, 1e-5), Shape.of(3, 7), 9 * sequence, 5 * sequence,
                        6 * sequence),
                Arguments.of(new Dropout(0.5), Shape.of(3, 7), sequence, 0, sequence),
                Arguments.of(new GaussianNoise(0.5), Shape.of(3, 7), sequence, 0, 0),
                Arguments.of(new Flatten(), Shape.of(3, 7), 0, 0, 0));
    }

    private static Conv2D conv2d(int groups) {
        return new Conv2D(8, Extent.of(3), Extent.of(1), Padding.SAME, Extent.of(1), groups, new Linear(), null, true,
                null, null);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layer_computesWhatItsFormulaSays(Layer layer, Shape input, long forward, long own, long ofInput) {
        List<Op> first = operations(layer, input, false);
        assertEquals(forward, first.stream().mapToLong(Op::forwardFlops).sum(), "forward");
        assertEquals(own, first.stream().mapToLong(Op::backwardFlops).sum(),
                "the first layer, whose input needs no gradient");
        assertEquals(own + ofInput, operations(layer, input, true).stream().mapToLong(Op::backwardFlops).sum(),
                "behind others");
    }

    private static List<Op> operations(Layer layer, Shape input, boolean needsGradient) {
        Graph graph = new Graph();
        graph.enter("before");
        Shape batch = input.batched(BATCH);
        layer.trace(graph, needsGradient ? graph.kernel("x", batch, new Zeros()) : graph.input(batch));
        return graph.operations();
    }

    @ParameterizedTest
    @MethodSource("gridrun.nn.LayerExamples#layers")
    void everyLayer_computesTwiceAsMuchForTwiceAsMany_andNoGradientThatNobodyNeeds(LayerExamples.Case example) {
        Architecture network = example.network(example.inputs()[0]);
        List<Op> four = network.trace(4).graph().operations();
        List<Op> eight = network.trace(8).graph().operations();
        for (int i = 0; i < four.size(); i++) {
            Op operation = four.get(i);
            if (operation.operands().stream().noneMatch(Use::needsGradient)) {
                assertEquals(0, operation.backwardFlops(), operation.name());
            }
            assertEquals(2 * operation.forwardFlops(), eight.get(i).forwardFlops(), operation.name());
            assertEquals(2 * operation.backwardFlops(), eight.get(i).backwardFlops(), operation.name());
        }
    }

    @ParameterizedTest
    @MethodSource("gridrun.nn.LayerExamples#losses")
    void everyLoss_isNamedAsNoLayer(gridrun.loss.Loss loss) {
        Graph graph = new Graph();
        graph.enterLoss();
        loss.trace(graph, graph.kernel("scores", Shape.of(4, 3), new RandomNormal(1)), graph.input(Shape.of(4, 3)));
        assertEquals(List.of("loss"), graph.operations().stream().map(graph::layer).distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("gridrun.nn.LayerExamples#layers")
    void flopsPerExample_areThoseOfAnyBatch(LayerExamples.Case example) {
        Architecture network = example.network(example.inputs()[0]);
        long batch = network.trace(16).graph().operations().stream()
                .mapToLong(operation -> operation.forwardFlops() + operation.backwardFlops()).sum();
        assertEquals(batch / 16, network.flopsPerExample());
    }
}
