package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Small matrices: any vectors and any team leave the bits of the scalar loops")
class BatchParityTest {

    /** Batch, heads, time and width of a head. */
    private static final int[][] SIZES =
            {{1, 1, 1, 1}, {2, 1, 3, 5}, {1, 3, 16, 4}, {2, 2, 17, 16}, {3, 2, 33, 7}, {1, 2, 5, 33}};

    private interface Call {
        void on(Batches batches, Matrices[] heads, Matrices scores, Matrices square, Matrices others);
    }

    /** On the three parts of a tensor of heads, one of single heads, and two of scores. */
    private static void check(String what, KernelCase.Content content, Call call) {
        for (int[] size : SIZES) {
            int batch = size[0], heads = size[1], time = size[2], width = size[3];
            Shape scores = Shape.of(batch, heads, time, Arena.aligned(time));
            Parity.check(what, content, (kernels, t) -> {
                Matrices[] parts = {part(t[0], 0, heads), part(t[0], 1, heads), part(t[0], 2, heads),
                    Matrices.heads(t[1], 0, 1, heads)};
                Matrices padded = Matrices.of(t[2]);
                call.on(kernels.batches(), parts, padded, padded.firstColumns(time), Matrices.of(t[3]));
            }, Shape.of(batch, time, 3 * heads * width), Shape.of(batch, time, heads * width), scores, scores);
        }
    }

    private static Matrices part(Tensor tensor, int part, int heads) {
        return Matrices.heads(tensor, part, 3, heads);
    }

    @Test
    void products_areEqual() {
        for (KernelCase.Content content : new KernelCase.Content[] {Parity.NORMAL, Parity.ODD}) {
            check("a b", content, (batches, h, scores, square, others) -> batches.multiply(square, h[1], h[2]));
            check("aᵀ b", content,
                    (batches, h, scores, square, others) -> batches.multiplyTransposedA(square, h[0], h[3]));
            check("a bᵀ", content,
                    (batches, h, scores, square, others) -> batches.multiplyTransposedB(h[1], h[3], scores));
        }
    }

    @Test
    void softmax_isEqual() {
        for (boolean causal : new boolean[] {false, true}) {
            for (KernelCase.Content content : new KernelCase.Content[] {Parity.NORMAL, Parity.ODD}) {
                check("softmax", content,
                        (batches, h, scores, square, others) -> batches.softmax(0.3, causal, scores, others));
                check("softmax in place", content,
                        (batches, h, scores, square, others) -> batches.softmax(1, causal, scores, scores));
            }
        }
    }

    @Test
    void softmaxGradient_isEqual() {
        for (KernelCase.Content content : new KernelCase.Content[] {Parity.NORMAL, Parity.ODD}) {
            check("softmax's gradient", content,
                    (batches, h, scores, square, others) -> batches.softmaxGradient(0.7, scores, others, others));
        }
    }
}
