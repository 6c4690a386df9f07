package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.RandomNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {

    private static final List<Kernels> ALL =
            List.of(new ReferenceKernels(), new ScalarKernels(), KernelChoice.best().create());

    /** Traces a layer alone and puts the numbers in. */
    private static TracedLayer trace(Kernels kernels, Layer layer, Shape input) {
        return new TracedLayer(kernels, layer, input);
    }

    /** Attention of one head of width 1 over two steps, as one computes it by hand; with √k = 1 the scores are q k. */
    @Test
    void attention_ofTwoSteps_isTheWeightedMeanOfTheValues() {
        for (Kernels kernels : ALL) {
            TracedLayer layer =
                    trace(kernels, new MultiHeadAttention(1, null, false, 0, true, null), Shape.of(1, 2, 1));
            layer.parameter("Wqkv", 2, 0.5, 10);
            layer.parameter("bqkv", 0, 0, 1);
            layer.parameter("Wo", 3);
            layer.parameter("bo", -1);
            Tensor y = layer.forward(1, 3);
            for (int i = 0; i < 2; i++) {
                double q = i == 0 ? 2 : 6;
                double weight = 1 / (1 + StrictMath.exp(-q)); // of the second step: keys 0.5 and 1.5
                assertEquals(3 * (11 * (1 - weight) + 31 * weight) - 1, y.get(i), 1e-4);
            }
        }
    }

    @Test
    void causalAttention_readsNothingThatComesLater_toTheBit() {
        for (Kernels kernels : ALL) {
            TracedLayer layer = trace(kernels, new MultiHeadAttention(2, 3, true, 0, true, null), Shape.of(1, 19, 4));
            layer.random();
            double[] x = random(19 * 4, 1);
            double[] before = content(layer.forward(x));
            for (int later : new int[] {1, 7, 16, 18}) {
                double[] changed = x.clone();
                changed[later * 4 + 2] += 3;
                double[] after = content(layer.forward(changed));
                for (int i = 0; i < after.length; i++) {
                    if (i < later * 4) {
                        assertEquals(before[i], after[i], "output of step " + i / 4);
                    }
                }
                assertNotEquals(before[later * 4], after[later * 4]);
            }
        }
    }

    @Test
    void causalAttention_atTheFirstStep_isItsOwnValue() {
        for (Kernels kernels : ALL) {
            TracedLayer layer =
                    trace(kernels, new MultiHeadAttention(1, null, true, 0, false, null), Shape.of(1, 3, 1));
            layer.parameter("Wqkv", 2, 0.5, 10);
            layer.parameter("Wo", 1);
            assertEquals(20, layer.forward(2, 7, -4).get(0));
        }
    }

    /** Scores of ten thousand would overflow without the shift by the maximum. */
    @ParameterizedTest
    @ValueSource(doubles = {100, -100})
    void attention_withHugeScores_isFinite_andPicksTheLargest(double x) {
        for (Kernels kernels : ALL) {
            TracedLayer layer =
                    trace(kernels, new MultiHeadAttention(1, null, false, 0, false, null), Shape.of(1, 2, 1));
            layer.parameter("Wqkv", 1, 1, 1);
            layer.parameter("Wo", 1);
            Tensor y = layer.forward(x, -x);
            assertEquals(x, y.get(0));
            assertEquals(-x, y.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void attention_showsNumbersThatAreNone(double x) {
        for (Kernels kernels : ALL) {
            TracedLayer layer =
                    trace(kernels, new MultiHeadAttention(1, null, false, 0, false, null), Shape.of(1, 2, 1));
            layer.parameter("Wqkv", 1, 1, 1);
            layer.parameter("Wo", 1);
            assertTrue(Double.isNaN(layer.forward(x, 1).get(0)));
        }
    }

    @Test
    void heads_thatDoNotDivideTheWidth_areNamedWithTheLayerAndTheShape() {
        assertEquals(
                "multi_head_attention_1: [28, 30] has features that do not divide among num_heads 4; or set key_dim",
                impossible(new MultiHeadAttention(4, null, false, 0, true, null), Shape.of(1, 28, 30)));
        assertEquals(
                "transformer_encoder_1: [28, 30] has features that do not divide among num_heads 4; or set key_dim",
                impossible(encoder(4, null), Shape.of(1, 28, 30)));
        assertEquals("d_model: 30 is not a multiple of num_heads, which is 4",
                assertThrows(Check.Invalid.class, () -> encoder(4, 30)).getMessage());
    }

    @Test
    void flatInputs_areNamedWithTheLayerAndTheShape() {
        assertEquals("multi_head_attention_1: [8] is no sequence, which is [time, features]",
                impossible(new MultiHeadAttention(4, null, false, 0, true, null), Shape.of(1, 8)));
        assertEquals("positional_encoding_1: [8] is no sequence, which is [time, features]",
                impossible(new PositionalEncoding(PositionalEncoding.Kind.LEARNED), Shape.of(1, 8)));
        assertEquals("embedding_1: [3, 8] is no sequence of ids, which is [time]",
                impossible(new Embedding(5, 2, new RandomNormal(1)), Shape.of(1, 3, 8)));
    }

    @Test
    void anotherWidthThanDModel_saysWhatToPutBefore() {
        assertEquals("transformer_encoder_1: [28, 28] has another width than d_model; put before it dense: 64",
                impossible(encoder(4, 64), Shape.of(1, 28, 28)));
    }

    private static TransformerEncoder encoder(int heads, Integer width) {
        return new TransformerEncoder(heads, 8, width, 1, 0, false, new ReLU(), false, new GlorotUniform());
    }

    private static String impossible(Layer layer, Shape input) {
        Graph graph = new Graph();
        Node x = graph.input(input);
        return assertThrows(Graph.ImpossibleShape.class, () -> layer.trace(graph, x)).getMessage();
    }

    private static double[] random(int n, long seed) {
        Rng rng = Rng.of(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rng.nextGaussian();
        }
        return x;
    }

    private static double[] content(Tensor y) {
        double[] content = new double[y.size()];
        for (int i = 0; i < content.length; i++) {
            content[i] = y.get(i);
        }
        return content;
    }
}
