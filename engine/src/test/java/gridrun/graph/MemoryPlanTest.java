package gridrun.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Linear;
import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.init.LecunNormal;
import gridrun.init.Orthogonal;
import gridrun.init.RandomNormal;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.Unary;
import gridrun.nn.Architecture.Traced;
import gridrun.nn.SimpleRnn;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Memory is shared by what is not needed at the same time, and by nothing else. */
class MemoryPlanTest {

    private static final int BATCH = 8;
    private static final int UNITS = 32;

    private final Graph graph = new Graph();

    private int elements(Node objective, boolean training) {
        return new MemoryPlan(graph, objective, training).elements();
    }

    @Test
    void gradients_ofADeepNetwork_takeAFewTensors() {
        Node x = graph.input(Shape.of(BATCH, UNITS));
        graph.enter("deep");
        Node h = x;
        for (int i = 0; i < 20; i++) {
            h = graph.unary(Unary.TANH, graph.affine(h, graph.kernel("w" + i, Shape.of(UNITS, UNITS),
                    new LecunNormal()), null));
        }
        Node objective = graph.squaredError(h, graph.input(Shape.of(BATCH, UNITS)));
        int evaluation = elements(objective, false);
        assertEquals((40 + 2) * BATCH * UNITS + 16, evaluation);
        assertEquals(evaluation + 16 + 2 * BATCH * UNITS, elements(objective, true));
    }

    @Test
    void bufferOfABackwardPass_isNoPartOfAnEvaluation() {
        Node qkv = graph.input(Shape.of(BATCH, 16, 3 * UNITS));
        graph.enter("attention");
        Node w = graph.kernel("w", Shape.of(3 * UNITS, 3 * UNITS), new LecunNormal());
        Node y = graph.attention(graph.affine(qkv, w, null), 1, false, 0);
        Node objective = graph.squaredError(y, graph.input(y.shape()));
        int scores = BATCH * 16 * 16;
        int values = BATCH * 16 * (3 + 3 + 1 + 1) * UNITS + scores + BATCH * 16;
        assertEquals(values, elements(objective, false));
        assertTrue(elements(objective, true) >= values + scores);
    }

    @Test
    void stateGradients_standWhenTheLayersBelowAreThrough() {
        int steps = 5;
        Node x = graph.input(Shape.of(BATCH, steps, 3));
        graph.enter("below");
        Node h = x;
        for (int i = 0; i < 4; i++) {
            Node w = graph.kernel("w" + i, Shape.of(h.shape().last(), 6), new LecunNormal());
            h = graph.unary(Unary.TANH, graph.affine(h, w, null));
        }
        Node states = new SimpleRnn(6, new Linear(), false, false, null, new Orthogonal(1), null, null)
                .trace(graph, h);
        graph.enter("output");
        Node y = graph.affine(states, graph.kernel("w", Shape.of(6, 2), new LecunNormal()), null);
        Node objective = graph.squaredError(y, graph.input(Shape.of(BATCH, 2)));
        Passage passage = graph.passages().get(0);
        AtomicReference<double[]> last = new AtomicReference<>();
        ReferenceKernels kernels = new ReferenceKernels();
        Parameters parameters = new Parameters(kernels, graph);
        parameters.initialize(graph, Rng.of(1));
        MemoryPlan plan = new MemoryPlan(graph, objective, true);
        Program program = new Program(kernels, plan, parameters, kernels.allocate(plan.elements()),
                new Watching(() -> last.set(numbers(passage.stateGradient(steps - 1)))));
        program.enter();
        new RandomNormal(1).fill(x.value(), null, Rng.of(2));
        program.forward(1);
        program.backward();
        assertTrue(last.get()[0] != 0);
        assertArrayEquals(last.get(), numbers(passage.stateGradient(steps - 1)));
    }

    @Test
    void elements_ofMoreThanAnArrayHolds_areRefused() {
        Node x = graph.input(Shape.of(1 << 10, 1 << 10));
        graph.enter("huge");
        Node h = x;
        for (int i = 0; i < 2_048; i++) {
            h = graph.unary(Unary.TANH, h);
        }
        Node objective = graph.squaredError(h, x);
        String message = assertThrows(Graph.ImpossibleShape.class, () -> elements(objective, false)).getMessage();
        assertTrue(message.contains("more than one array can hold"), message);
    }

    /** A sum leaves one operand's gradient where its own is: of a node twice, and of parameters on either side. */
    @Test
    void gradients_ofSums_areRight() {
        Node x = graph.input(Shape.of(BATCH, 4));
        Node target = graph.input(Shape.of(BATCH, 4));
        graph.enter("sums");
        Node w = graph.kernel("w", Shape.of(4, 4), new LecunNormal());
        Node u = graph.kernel("u", Shape.of(BATCH, 4), new LecunNormal());
        Node v = graph.kernel("v", Shape.of(BATCH, 4), new LecunNormal());
        Node h = graph.add(u, graph.affine(graph.add(x, v), w, null));
        Node twice = graph.add(h, h);
        Node y = graph.add(graph.unary(Unary.TANH, twice), graph.multiply(graph.add(twice, u), h));
        List<GradientVerdict> verdicts =
                GradientCheck.onRandomData(new Traced(graph, x, target, y, graph.squaredError(y, target)), 1).run();
        assertEquals(List.of("sums_1.w", "sums_1.u", "sums_1.v"),
                verdicts.stream().map(GradientVerdict::name).toList());
        verdicts.forEach(verdict -> assertTrue(verdict.relativeError() < 1e-8, verdict::toString));
    }

    @Test
    void objective_thatIsASum_isRefused() {
        Node x = graph.input(Shape.of(BATCH));
        graph.enter("sum");
        Node objective = graph.add(x, graph.kernel("w", Shape.of(BATCH), new LecunNormal()));
        assertThrows(IllegalArgumentException.class, () -> elements(objective, true));
        assertEquals(2 * 16, elements(objective, false));
    }

    private static double[] numbers(Tensor tensor) {
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }

    /** Tells when a recurrence's backward pass has ended. */
    private record Watching(Runnable ended) implements Profiler {

        @Override
        public void epochBegins() {
            // of no interest
        }

        @Override
        public void stepBegins() {
            // of no interest
        }

        @Override
        public Part part(String of, String operation, Pass pass, long flops) {
            return pass == Pass.BACKWARD && operation.equals("simple rnn") ? ended::run : () -> {};
        }
    }
}
