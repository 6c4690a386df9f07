package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A warm convolution or pooling allocates nothing")
@Tag("slow")
class ImageAllocationTest {

    private static final int BATCH = 4;
    private static final int CALLS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The layers of a small network for digits, and one whose filters fill no whole vectors. */
    static Stream<Arguments> cases() {
        return Stream.of(new int[] {28, 1, 8}, new int[] {14, 8, 16}, new int[] {9, 3, 10})
                .flatMap(layer -> Stream.concat(convolutions(layer[0], layer[1], layer[2]),
                        poolings(layer[0], layer[2])));
    }

    private static Stream<Arguments> convolutions(int size, int channels, int filters) {
        Window window = Window.same(size, 3, 1, 1);
        Convolution g = new Convolution(BATCH, window, window, channels, filters, 1);
        Kernels kernels = KernelChoice.best().create();
        Tensor x = halves(kernels, g.input()), w = halves(kernels, g.weights()), b = halves(kernels, Shape.of(filters));
        Tensor y = halves(kernels, g.output());
        return Stream.of(
                call("forward " + g, () -> kernels.convolutions().forward(g, x, w, b, y)),
                call("weightGradient " + g, () -> kernels.convolutions().weightGradient(g, x, y, w, b)),
                call("inputGradient " + g, () -> kernels.convolutions().inputGradient(g, y, w, x)));
    }

    private static Stream<Arguments> poolings(int size, int channels) {
        Window window = Window.valid(size, 2, 2, 1);
        Pooling g = new Pooling(BATCH, window, window, channels);
        Kernels kernels = KernelChoice.best().create();
        Tensor x = halves(kernels, g.input()), y = halves(kernels, g.output()), taps = halves(kernels, g.output());
        String name = size + "x" + size + "x" + channels;
        return Stream.of(
                call("max " + name, () -> kernels.poolings().max(g, x, y, taps)),
                call("maxGradient " + name, () -> kernels.poolings().maxGradient(g, y, taps, x)),
                call("average " + name, () -> kernels.poolings().average(g, x, y)),
                call("averageGradient " + name, () -> kernels.poolings().averageGradient(g, y, x)));
    }

    private static Arguments call(String name, Runnable kernel) {
        return Arguments.of(name, kernel);
    }

    private static Tensor halves(Kernels kernels, Shape shape) {
        Tensor tensor = kernels.allocate(shape.size()).cut(shape);
        tensor.fill(0.5);
        return tensor;
    }

    /** Calls until the compiler is done are part of the loop: vectors are objects before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void kernel_afterWarmUp_allocatesNothing(String name, Runnable kernel) {
        long deadlineNs = System.nanoTime() + 60_000_000_000L; // for a compiler that shares its cores
        long allocated = Long.MAX_VALUE;
        while (allocated > 0 && System.nanoTime() < deadlineNs) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                kernel.run();
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocated, name + ", bytes in " + CALLS + " calls");
    }
}
