package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.kernel.vector.VectorKernels;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one call with the scalar kernels, this machine's and teams of two and three threads, and compares the bits of
 * the whole arena after it.
 */
final class Parity {

    /**
     * A call on tensors that lie at odd offsets in an arena filled to its last element, so that a stray write shows.
     */
    interface Call {
        void on(Kernels kernels, Tensor[] tensors);
    }

    private static final float[] SPECIAL = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -0.0f, Float.MIN_VALUE, -Float.MIN_VALUE,
        Float.MIN_NORMAL / 3, 1e4f, -1e4f, Float.MAX_VALUE, -Float.MAX_VALUE, 88.5f, -88.5f, -103.9f, 0.625f, 1e-30f};

    static final KernelCase.Content NORMAL = Rng::nextGaussian;
    static final KernelCase.Content POSITIVE = rng -> rng.nextUniform(0.001, 3);
    static final KernelCase.Content ODD =
            rng -> rng.nextInt(3) > 0 ? rng.nextGaussian() : SPECIAL[rng.nextInt(SPECIAL.length)];

    private static final List<Kernels> FAST = fast();

    private Parity() {}

    private static List<Kernels> fast() {
        List<Kernels> kernels = new ArrayList<>(List.of(KernelChoice.best().create()));
        if (KernelChoice.best().reason() == null) {
            kernels.add(new VectorKernels(2, 0));
            kernels.add(new VectorKernels(3, 0));
        }
        return kernels;
    }

    static void check(String what, KernelCase.Content content, Call call, Shape... shapes) {
        int[] expected = run(new ScalarKernels(), content, call, shapes);
        for (Kernels kernels : FAST) {
            int[] found = run(kernels, content, call, shapes);
            assertArrayEquals(expected, found, () -> what + " on " + List.of(shapes) + " by " + kernels.getClass());
        }
    }

    private static int[] run(Kernels kernels, KernelCase.Content content, Call call, Shape... shapes) {
        int room = 3;
        for (Shape shape : shapes) {
            room += shape.size() + 5;
        }
        Arena arena = kernels.allocate(room);
        Tensor all = new Tensor(arena, 0, Shape.of(Arena.FIRST + arena.capacity() + Arena.ALIGNMENT));
        Rng rng = Rng.of(shapes.length * 1000L + room);
        for (int i = 0; i < all.size(); i++) {
            all.set(i, content.at(rng));
        }
        Tensor[] tensors = new Tensor[shapes.length];
        int next = 3;
        for (int i = 0; i < shapes.length; i++) {
            tensors[i] = new Tensor(arena, next, shapes[i]);
            next += shapes[i].size() + 5;
        }
        call.on(kernels, tensors);
        return KernelParityTest.bits(arena);
    }
}
