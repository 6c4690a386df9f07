package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.ByteTable;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * One call of one method of {@link Kernels}, or of a group that it lists, on tensors of m rows and n columns.
 *
 * @param method the method's name
 * @param call calls the method; returns what it returned, or null
 */
record KernelCase(String method, String variant, Call call) {

    interface Call {
        Object on(Kernels kernels, Inputs in);
    }

    /** Tensors at odd offsets in one arena that is filled to its last element, so that a stray write shows. */
    record Inputs(int m, int n, BiFunction<Integer, Integer, Tensor> tensors) {
        /** A tensor of m rows and n columns. */
        Tensor matrix() {
            return tensors.apply(m, n);
        }

        Tensor of(int rows, int columns) {
            return tensors.apply(rows, columns);
        }

        Tensor vector(int size) {
            return tensors.apply(0, size);
        }
    }

    /** Element i of the arena. */
    interface Content {
        double at(Rng rng);
    }

    /** Runs the case with these kernels and returns the whole arena after it. */
    Arena run(Kernels kernels, int m, int n, int room, Content content, Object[] result) {
        Arena arena = kernels.allocate(room);
        Tensor all = new Tensor(arena, 0, Shape.of(Arena.FIRST + arena.capacity() + Arena.ALIGNMENT));
        Rng rng = Rng.of(m * 1000L + n);
        for (int i = 0; i < all.size(); i++) {
            all.set(i, content.at(rng));
        }
        int[] next = {3};
        Inputs in = new Inputs(m, n, (rows, columns) -> {
            Shape shape = rows == 0 ? Shape.of(columns) : Shape.of(rows, columns);
            Tensor tensor = new Tensor(arena, next[0], shape);
            next[0] += shape.size() + 5;
            return tensor;
        });
        result[0] = call.on(kernels, in);
        if (next[0] > arena.capacity()) {
            throw new IllegalStateException("room for " + room + " is too little: " + next[0]);
        }
        return arena;
    }

    private static KernelCase of(String method, Call call) {
        return new KernelCase(method, "", call);
    }

    private interface Effect {
        void on(Kernels kernels, Inputs in);
    }

    private static KernelCase of(String method, String variant, Effect effect) {
        return new KernelCase(method, variant, (k, in) -> {
            effect.on(k, in);
            return null;
        });
    }

    /** Every method of the seam but the products, some in several variants. */
    static List<KernelCase> all() {
        var cases = new java.util.ArrayList<>(List.of(
                of("add", "", (k, in) -> k.elements().add(in.matrix(), in.matrix(), in.matrix())),
                of("add", "in place", (k, in) -> {
                    Tensor a = in.matrix();
                    k.elements().add(a, in.matrix(), a);
                }),
                of("multiply", "", (k, in) -> k.elements().multiply(in.matrix(), in.matrix(), in.matrix())),
                of("divide", "", (k, in) -> k.elements().divide(in.matrix(), in.matrix(), in.matrix())),
                of("scale", "", (k, in) -> k.elements().scale(-1.7, in.matrix(), in.matrix())),
                of("addScaled", "", (k, in) -> k.elements().addScaled(0.3, in.matrix(), in.matrix())),
                of("copy", "", (k, in) -> k.elements().copy(in.matrix(), in.matrix())),
                of("dropout", "", (k, in) -> k.noises().dropout(in.matrix(), 0.4, 7, in.matrix(), in.matrix())),
                of("gaussian", "", (k, in) -> k.noises().gaussian(0.3, 7, in.matrix())),
                of("columnSums", "", (k, in) -> k.reductions().columnSums(in.matrix(), in.vector(in.n()))),
                of("softmax", "", (k, in) -> k.rows().softmax(in.matrix(), in.matrix())),
                of("softmax", "in place", (k, in) -> {
                    Tensor x = in.matrix();
                    k.rows().softmax(x, x);
                }),
                of("softmaxGradient", "", (k, in) -> k.rows().softmaxGradient(in.matrix(), in.matrix(), in.matrix())),
                of("softmaxGradient", "in place", (k, in) -> {
                    Tensor dy = in.matrix();
                    k.rows().softmaxGradient(in.matrix(), dy, dy);
                }),
                of("gather", "", (k, in) -> k.rows().gather(table(5, in.n()), rows(in.m() + 2), 2, in.matrix())),
                of("gatherBytes", "",
                        (k, in) -> k.rows().gatherBytes(bytes(5, in.n()), rows(in.m() + 2), 2, in.matrix())),
                of("addSigns", "", (k, in) -> k.elements().addSigns(0.3, in.matrix(), in.matrix())),
                of("clip", "", (k, in) -> k.elements().clip(in.matrix(), 0.6)),
                of("sgd", "", (k, in) -> k.updates().sgd(in.matrix(), in.matrix(), 0.1)),
                of("momentum", "",
                        (k, in) -> k.updates().momentum(in.matrix(), in.matrix(), in.matrix(), 0.1, 0.9, false)),
                of("momentum", "nesterov",
                        (k, in) -> k.updates().momentum(in.matrix(), in.matrix(), in.matrix(), 0.1, 0.9, true)),
                of("rmsprop", "",
                        (k, in) -> k.updates().rmsprop(in.matrix(), in.matrix(), in.matrix(), 0.1, 0.9, 1e-7)),
                of("adam", "", (k, in) -> k.updates().adam(in.matrix(), in.matrix(), in.matrix(), in.matrix(),
                        0.1, 0.9, 0.999, 1e-8, 0.271, 0.003)),
                of("adagrad", "", (k, in) -> k.updates().adagrad(in.matrix(), in.matrix(), in.matrix(), 0.1, 1e-7)),
                of("adadelta", "",
                        (k, in) -> k.updates().adadelta(in.matrix(), in.matrix(), in.matrix(), in.matrix(), 0.1, 0.95,
                                1e-6)),
                of("amsgrad", "", (k, in) -> k.updates().amsgrad(in.matrix(), in.matrix(), in.matrix(), in.matrix(),
                        in.matrix(), 0.1, 0.9, 0.999, 1e-8, 0.271, 0.003)),
                of("nadam", "", (k, in) -> k.updates().nadam(in.matrix(), in.matrix(), in.matrix(), in.matrix(),
                        0.1, 0.05, 0.9, 0.999, 1e-8, 0.003)),
                of("lion", "", (k, in) -> k.updates().lion(in.matrix(), in.matrix(), in.matrix(), 0.1, 0.9, 0.99)),
                of("sum", (k, in) -> k.reductions().sum(in.matrix())),
                of("sumOfSquares", (k, in) -> k.reductions().sumOfSquares(in.matrix())),
                of("countSameArgmax", (k, in) -> k.reductions().countSameArgmax(in.matrix(), in.matrix())),
                of("countSameSide", (k, in) -> k.reductions().countSameSide(in.matrix(), 0.1, in.matrix()))));
        addLosses(cases);
        for (Unary f : Unary.values()) {
            cases.add(of("unary", f.name(), (k, in) -> k.elements().unary(f, 0.3, in.matrix(), in.matrix())));
            cases.add(of("unaryGradient", f.name(),
                    (k, in) -> k.elements().unaryGradient(f, 0.3, in.matrix(), in.matrix(), in.matrix(), in.matrix())));
            cases.add(of("unaryGradient", f.name() + " in place", (k, in) -> {
                Tensor x = in.matrix();
                k.elements().unaryGradient(f, 0.3, x, in.matrix(), in.matrix(), x);
            }));
        }
        return cases;
    }

    private static void addLosses(List<KernelCase> cases) {
        cases.addAll(List.of(
                of("softmaxCrossEntropy", "",
                        (k, in) -> k.losses().softmaxCrossEntropy(in.matrix(), in.matrix(), in.vector(in.m()))),
                of("softmaxCrossEntropyGradient", "",
                        (k, in) -> k.losses().softmaxCrossEntropyGradient(in.matrix(), in.matrix(), in.vector(in.m()),
                                in.matrix())),
                of("sigmoidCrossEntropy", "",
                        (k, in) -> k.losses().sigmoidCrossEntropy(in.matrix(), in.matrix(), in.vector(in.m()))),
                of("sigmoidCrossEntropyGradient", "",
                        (k, in) -> k.losses().sigmoidCrossEntropyGradient(in.matrix(), in.matrix(), in.vector(in.m()),
                                in.matrix())),
                of("subtractEntropy", "", (k, in) -> k.losses().subtractEntropy(in.matrix(), in.vector(in.m()))),
                of("smooth", "", (k, in) -> k.losses().smooth(in.matrix(), 0.1, 0.3, in.matrix()))));
        for (PointwiseLoss f : PointwiseLoss.values()) {
            cases.add(of("pointwise", f.name(),
                    (k, in) -> k.losses().pointwise(f, 0.7, in.matrix(), in.matrix(), in.vector(in.m()))));
            cases.add(of("pointwiseGradient", f.name(), (k, in) -> k.losses().pointwiseGradient(f, 0.7, in.matrix(),
                    in.matrix(), in.vector(in.m()), in.matrix())));
        }
    }

    /** Data, which is in float32 whatever the kernels. */
    private static Tensor table(int rows, int columns) {
        float[] values = new float[rows * columns];
        Rng rng = Rng.of(columns);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rng.nextGaussian();
        }
        return Arena.view(values, Shape.of(rows, columns));
    }

    /** Every other row of the bytes, from the third byte on: the last ends where they end. */
    private static ByteTable bytes(int rows, int columns) {
        byte[] bytes = new byte[2 + 2 * rows * columns];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (37 * i);
        }
        return new ByteTable(bytes, 2, columns, IntStream.range(0, rows).map(i -> 2 * i + 1).toArray(), 1 / 255f);
    }

    private static int[] rows(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i * 3 % 5;
        }
        return rows;
    }

    /** A product of k inner elements; the bias is given where the variant says so. */
    static List<KernelCase> products(int k) {
        return List.of(
                of("matMul", "k=" + k,
                        (ks, in) -> ks.products().matMul(in.of(in.m(), k), in.of(k, in.n()), null, in.matrix())),
                of("matMul", "with bias, k=" + k,
                        (ks, in) -> ks.products().matMul(in.of(in.m(), k), in.of(k, in.n()), in.vector(in.n()),
                                in.matrix())),
                of("matMulAdded", "k=" + k,
                        (ks, in) -> ks.products().matMulAdded(in.of(in.m(), k), in.of(k, in.n()), in.matrix(),
                                in.matrix())),
                of("matMulAdded", "in place, k=" + k, (ks, in) -> {
                    Tensor c = in.matrix();
                    ks.products().matMulAdded(in.of(in.m(), k), in.of(k, in.n()), c, c);
                }),
                of("matMulTransposedA", "k=" + k,
                        (ks, in) -> ks.products().matMulTransposedA(in.of(k, in.m()), in.of(k, in.n()), in.matrix())),
                of("matMulTransposedB", "k=" + k,
                        (ks, in) -> ks.products().matMulTransposedB(in.of(in.m(), k), in.of(in.n(), k), in.matrix())),
                of("hold", "k=" + k, (ks, in) -> {
                    Tensor a = in.of(in.m(), k);
                    Tensor b = in.of(k, in.n());
                    Tensor c = in.matrix();
                    ks.products().hold(b);
                    ks.products().matMul(a, b, in.vector(in.n()), c);
                    ks.products().matMulAdded(a, b, c, c);
                    ks.products().hold(null);
                    b.fill(0.5);
                    ks.products().matMul(a, b, null, in.matrix());
                }));
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? method : method + " " + variant;
    }
}
