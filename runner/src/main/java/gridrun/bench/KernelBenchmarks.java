package gridrun.bench;

import gridrun.bench.KernelBenchmark.Preparation;
import gridrun.kernel.Convolution;
import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;
import gridrun.kernel.Window;
import gridrun.optim.Adam;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/** The kernels that are measured, at the sizes that training gives them. */
final class KernelBenchmarks {

    /**
     * Operations of the element-wise kernels as the engine computes them, a multiply-add being two, comparisons and
     * work on exponents none: what {@code of_ceiling} says of them is their own arithmetic, as if no memory had been
     * touched.
     */
    private static final double EXP = Unary.EXP_FLOPS;
    private static final double SOFTMAX = EXP + 3;
    private static final double ADAM = new Adam(0.9, 0.999, 1e-7).flops();
    private static final int PARAMETERS_784_128_10 = 101_770;
    /** The second convolution of the workload {@code cnn}: 8 channels of 14 x 14 to 16 filters of 3 x 3, padded. */
    private static final Convolution CONVOLUTION =
            new Convolution(64, Window.same(14, 3, 1, 1), Window.same(14, 3, 1, 1), 8, 16, 1);

    private KernelBenchmarks() {
    }

    static List<Benchmark> all() {
        return List.of(
                square(256), square(512), square(1024),
                sgemm("sgemm/64x128x784", 64, 128, 784, (kernels, x, w, y) -> kernels.products().matMul(x, w, null, y),
                        Shape.of(64, 784), Shape.of(784, 128), Shape.of(64, 128)),
                sgemm("sgemm/64x128x784/weight_gradient", 64, 128, 784,
                        (kernels, x, dy, dw) -> kernels.products().matMulTransposedA(x, dy, dw),
                        Shape.of(64, 784), Shape.of(64, 128), Shape.of(784, 128)),
                sgemm("sgemm/64x128x784/input_gradient", 64, 128, 784,
                        (kernels, dy, w, dx) -> kernels.products().matMulTransposedB(dy, w, dx),
                        Shape.of(64, 128), Shape.of(784, 128), Shape.of(64, 784)),
                convolution("conv2d/64x14x14x8x16",
                        (kernels, x, w, y) -> kernels.convolutions().forward(CONVOLUTION, x, w, null, y),
                        CONVOLUTION.input(), CONVOLUTION.weights(), CONVOLUTION.output()),
                convolution("conv2d/64x14x14x8x16/weight_gradient",
                        (kernels, x, dy, dw) -> kernels.convolutions().weightGradient(CONVOLUTION, x, dy, dw, null),
                        CONVOLUTION.input(), CONVOLUTION.output(), CONVOLUTION.weights()),
                convolution("conv2d/64x14x14x8x16/input_gradient",
                        (kernels, dy, w, dx) -> kernels.convolutions().inputGradient(CONVOLUTION, dy, w, dx),
                        CONVOLUTION.output(), CONVOLUTION.weights(), CONVOLUTION.input()),
                sweep("softmax/1024x128", SOFTMAX, Shape.of(1024, 128),
                        (kernels, x, y) -> kernels.rows().softmax(x, y)),
                sweep("exp/131072", EXP, Shape.of(131_072), (kernels, x, y) -> kernels.primitives().exp(x, y)),
                new KernelBenchmark("adam/" + PARAMETERS_784_128_10, ADAM * PARAMETERS_784_128_10,
                        KernelBenchmarks::adam));
    }

    private interface Product {
        void of(Kernels kernels, Tensor a, Tensor b, Tensor c);
    }

    private interface Sweep {
        void of(Kernels kernels, Tensor x, Tensor y);
    }

    private static Benchmark square(int n) {
        Shape shape = Shape.of(n, n);
        return sgemm("sgemm/%1$dx%1$dx%1$d".formatted(n), n, n, n,
                (kernels, a, b, c) -> kernels.products().matMul(a, b, null, c), shape, shape, shape);
    }

    private static Benchmark sgemm(String name, int m, int n, int k, Product product, Shape a, Shape b, Shape c) {
        return product(name, 2.0 * m * n * k, product, a, b, c);
    }

    private static Benchmark convolution(String name, Product product, Shape a, Shape b, Shape c) {
        return product(name, 2.0 * CONVOLUTION.output().size() * CONVOLUTION.chain(), product, a, b, c);
    }

    private static Benchmark product(String name, double flops, Product product, Shape a, Shape b, Shape c) {
        return new KernelBenchmark(name, flops, kernels -> {
            Tensor x = random(kernels, a), y = random(kernels, b), z = random(kernels, c);
            return () -> product.of(kernels, x, y, z);
        });
    }

    private static Benchmark sweep(String name, double flops, Shape shape, Sweep sweep) {
        Preparation preparation = kernels -> {
            Tensor x = random(kernels, shape), y = random(kernels, shape);
            return () -> sweep.of(kernels, x, y);
        };
        return new KernelBenchmark(name, flops * shape.size(), preparation);
    }

    private static Runnable adam(Kernels kernels) {
        Shape shape = Shape.of(PARAMETERS_784_128_10);
        Tensor w = random(kernels, shape), g = random(kernels, shape), m = random(kernels, shape),
                v = random(kernels, shape);
        v.fill(1);
        return () -> kernels.updates().adam(w, g, m, v, 1e-3, 0.9, 0.999, 1e-7, 0.1, 0.001);
    }

    private static Tensor random(Kernels kernels, Shape shape) {
        Tensor tensor = kernels.allocate(shape.size()).cut(shape);
        Rng rng = Rng.of(shape.size());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, rng.nextGaussian());
        }
        return tensor;
    }
}
