package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BroadcastParityTest {

    /** Random shapes, each with one that stretches to it: axes made 1, leading ones left out. */
    private static List<Shape[]> pairs() {
        List<Shape[]> pairs = new ArrayList<>();
        Rng rng = Rng.of(6);
        for (int i = 0; i < 60; i++) {
            int[] large = IntStream.range(0, rng.nextInt(5)).map(axis -> 1 + rng.nextInt(axis == 0 ? 3 : 18)).toArray();
            int[] small = IntStream.range(rng.nextInt(large.length + 1), large.length)
                    .map(axis -> rng.nextInt(2) == 0 ? 1 : large[axis]).toArray();
            pairs.add(new Shape[] {Shape.of(small), Shape.of(large)});
        }
        return pairs;
    }

    @Test
    void stretchesAndSums_areEqual() {
        for (Shape[] pair : pairs()) {
            Broadcasting broadcasting = new Broadcasting(pair[0], pair[1]);
            Parity.check("stretch", Parity.ODD, (kernels, t) -> kernels.broadcasts().stretch(broadcasting, t[0], t[1]),
                    pair);
            Parity.check("sum", Parity.NORMAL, (kernels, t) -> kernels.broadcasts().sum(broadcasting, t[1], t[0]),
                    pair);
        }
    }

    /** The definition by indices, as NumPy has it. */
    @Test
    void stretch_takesWhatTheIndicesSay_andSumIsItsTranspose() {
        for (Shape[] pair : pairs()) {
            Shape small = pair[0], large = pair[1];
            Broadcasting broadcasting = new Broadcasting(small, large);
            Kernels kernels = new ReferenceKernels();
            Tensor x = kernels.allocate(small.size()).cut(small);
            Tensor y = kernels.allocate(large.size()).cut(large);
            IntStream.range(0, x.size()).forEach(i -> x.set(i, i));
            kernels.broadcasts().stretch(broadcasting, x, y);
            double[] sums = new double[small.size()];
            for (int i = 0; i < large.size(); i++) {
                int from = source(i, small, large);
                assertEquals(from, y.get(i), small + " to " + large);
                sums[from] += i;
            }
            IntStream.range(0, y.size()).forEach(i -> y.set(i, i));
            kernels.broadcasts().sum(broadcasting, y, x);
            IntStream.range(0, x.size()).forEach(i -> assertEquals(sums[i], x.get(i), small + " to " + large));
        }
    }

    private static int source(int element, Shape small, Shape large) {
        int source = 0;
        int stride = 1;
        int rest = element;
        for (int back = 1; back <= large.rank(); back++) {
            int index = rest % large.dimension(large.rank() - back);
            rest /= large.dimension(large.rank() - back);
            if (back <= small.rank()) {
                int own = small.dimension(small.rank() - back);
                source += own == 1 ? 0 : index * stride;
                stride *= own;
            }
        }
        return source;
    }

    @Test
    void common_isNumPys() {
        assertEquals(Shape.of(2, 3, 4), Broadcasting.common(Shape.of(3, 1), Shape.of(2, 1, 4)));
        assertEquals(Shape.of(5), Broadcasting.common(Shape.of(), Shape.of(5)));
        assertEquals(Shape.of(), Broadcasting.common(Shape.of(), Shape.of()));
        assertNull(Broadcasting.common(Shape.of(3), Shape.of(2)));
        assertNull(Broadcasting.common(Shape.of(3, 2), Shape.of(3, 1, 4)));
        assertThrows(IllegalArgumentException.class, () -> new Broadcasting(Shape.of(2), Shape.of(1)));
    }
}
