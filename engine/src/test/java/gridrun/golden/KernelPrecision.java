package gridrun.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Tensor;
import java.util.function.Supplier;

/**
 * Kernels, and how far from PyTorch's float64 they may be: {@code ‖a − b‖ / ‖b‖} over a tensor.
 *
 * <p>Golden values have 9 significant digits, which are 5e-9. A float32 rounds by at most 6e-8; the longest way from an
 * input to a number after 20 steps, each of which begins where the last one ended, has some hundreds of roundings, most
 * of which cancel. The kernels give the same bits on every machine, so what passes once always passes.
 */
enum KernelPrecision {

    FLOAT64(ReferenceKernels::new, 2e-8), FLOAT32(() -> KernelChoice.best().create(), 5e-6);

    private final Supplier<Kernels> kernels;
    private final double tolerance;

    KernelPrecision(Supplier<Kernels> kernels, double tolerance) {
        this.kernels = kernels;
        this.tolerance = tolerance;
    }

    Kernels kernels() {
        return kernels.get();
    }

    /** Checks a tensor against the golden one of this name. */
    void check(Golden golden, String name, Tensor actual) {
        assertEquals(golden.shape(name), actual.shape(), name);
        double[] numbers = new double[actual.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = actual.get(i);
        }
        check(golden, name, numbers);
    }

    /** Checks numbers against the golden ones of this name. */
    void check(Golden golden, String name, double... actual) {
        double[] expected = golden.values(name);
        assertEquals(expected.length, actual.length, name);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            size += expected[i] * expected[i];
        }
        double error = size == 0 ? Math.sqrt(difference) : Math.sqrt(difference / size);
        assertTrue(error <= tolerance, () -> "%s differs by %.2g of its norm from PyTorch's".formatted(name, error));
    }
}
