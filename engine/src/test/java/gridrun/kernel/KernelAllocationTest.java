package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A warm call allocates nothing")
@Tag("slow")
class KernelAllocationTest {

    /** Here the case itself makes an object: a boxed number or the indices. */
    private static final Set<String> RETURN_OR_MAKE_OBJECTS = Set.of("gather", "gatherBytes", "sum", "sumOfSquares");
    /**
     * Here JDK 17's compiler leaves one vector or two an iteration as objects if it compiles them at an unlucky moment.
     */
    private static final Set<String> UNSURE_BEFORE_21 =
            Set.of("unary SOFTPLUS", "unary GELU", "unaryGradient GELU", "unaryGradient GELU in place",
                    "sigmoidCrossEntropy");
    private static final int CALLS = 1000;
    private static final int M = 33;
    private static final int N = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<KernelCase> cases() {
        return Stream.concat(KernelCase.all().stream(), KernelCase.products(40).stream())
                .filter(kernelCase -> !RETURN_OR_MAKE_OBJECTS.contains(kernelCase.method()))
                .filter(kernelCase -> Runtime.version().feature() >= 21
                        || !UNSURE_BEFORE_21.contains(kernelCase.toString()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernel_afterWarmUp_allocatesNothing(KernelCase kernelCase) {
        Kernels kernels = KernelChoice.best().create();
        KernelCase.Inputs inputs = inputs(kernels);
        long deadlineNs = System.nanoTime() + 60_000_000_000L; // for a compiler that shares its cores
        long allocated = Long.MAX_VALUE;
        while (allocated > 0 && System.nanoTime() < deadlineNs) {
            allocated = allocatedBy(kernelCase, kernels, inputs);
        }
        assertEquals(0, allocated, kernelCase + ", bytes in " + CALLS + " calls");
    }

    /** Calls until the compiler is done are part of the loop above: vectors are objects before. */
    private long allocatedBy(KernelCase kernelCase, Kernels kernels, KernelCase.Inputs inputs) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            next = 0;
            kernelCase.call().on(kernels, inputs);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private int next;

    /** The same tensors at each call. */
    private KernelCase.Inputs inputs(Kernels kernels) {
        Arena arena = kernels.allocate(16 * Arena.aligned(M * N));
        Tensor[] matrices = new Tensor[6];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = arena.cut(Shape.of(M, N));
            matrices[i].fill(0.5);
        }
        Tensor[] others = {arena.cut(Shape.of(M, 40)), arena.cut(Shape.of(40, N)), arena.cut(Shape.of(40, M)),
            arena.cut(Shape.of(N, 40)), arena.cut(Shape.of(N)), arena.cut(Shape.of(M))};
        return new KernelCase.Inputs(M, N, (rows, columns) -> {
            for (Tensor tensor : others) {
                if (tensor.size() == Math.max(1, rows) * columns && tensor.columns() == columns) {
                    return tensor;
                }
            }
            return matrices[next++];
        });
    }
}
