package gridrun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.init.LecunNormal;
import gridrun.init.Ones;
import gridrun.init.RandomNormal;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.Unary;
import gridrun.nn.Architecture.Traced;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

    /** y = tanh(x w) w' + (x w) ⊙ tanh(x w), where x w is used three times and w' twice, once through a view. */
    private static Traced branching(int batch) {
        Graph graph = new Graph();
        Node x = graph.input(Shape.of(batch, 3));
        Node target = graph.input(Shape.of(batch, 4));
        graph.enter("branching");
        Node w = graph.kernel("w", Shape.of(3, 4), new LecunNormal());
        Node v = graph.kernel("v", Shape.of(4, 4), new LecunNormal());
        Node h = graph.affine(x, w, null);
        Node bent = graph.unary(Unary.TANH, h);
        Node back = graph.view(graph.view(h, Shape.of(batch * 2, 2)), Shape.of(batch, 4));
        Node sum = graph.add(graph.affine(bent, v, null), graph.multiply(back, bent));
        Node twice = graph.affine(graph.add(sum, h), v, null);
        return new Traced(graph, x, target, twice, graph.squaredError(twice, target));
    }

    /**
     * y = x w w' + x w, where w and w' are views of parameters: of one that has no other use, and of one that has two.
     */
    private static Traced viewedParameters(int batch) {
        Graph graph = new Graph();
        Node x = graph.input(Shape.of(batch, 3));
        Node target = graph.input(Shape.of(batch, 4));
        graph.enter("viewed");
        Node w = graph.kernel("w", Shape.of(2, 6), new LecunNormal());
        Node v = graph.kernel("v", Shape.of(16), new LecunNormal());
        Node h = graph.affine(x, graph.view(w, Shape.of(3, 4)), null);
        Node bent = graph.affine(h, graph.view(v, Shape.of(4, 4)), null);
        Node twice = graph.affine(bent, graph.view(graph.multiply(v, v), Shape.of(4, 4)), null);
        Node y = graph.add(twice, h);
        return new Traced(graph, x, target, y, graph.squaredError(y, target));
    }

    @Test
    void backward_reachesParametersThroughViews() {
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(viewedParameters(5), 1).run();
        assertEquals(List.of("viewed_1.w", "viewed_1.v"), verdicts.stream().map(GradientVerdict::name).toList());
        verdicts.forEach(verdict -> assertTrue(verdict.relativeError() < 1e-8, verdict::toString));
    }

    @Test
    void backward_addsUpAllUses_ofNodesParametersAndViews() {
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(branching(5), 1).run();
        assertEquals(List.of("branching_1.w", "branching_1.v"), verdicts.stream().map(GradientVerdict::name).toList());
        verdicts.forEach(verdict -> assertTrue(verdict.relativeError() < 1e-8, verdict::toString));
    }

    /** The loss of s = (a x - b) / (c² + 1) for operands of shapes that stretch to the batch's. */
    private static Traced stretching(int batch, Shape a, Shape b, Shape c) {
        Graph graph = new Graph();
        Node x = graph.input(Shape.of(batch, 3));
        Node target = graph.input(Shape.of(batch, 3));
        graph.enter("stretching");
        Node scale = graph.kernel("a", a, new LecunNormal());
        Node shift = graph.kernel("b", b, new LecunNormal());
        Node divisor = graph.kernel("c", c, new LecunNormal());
        Node one = graph.bias("one", Shape.of(), new Ones());
        Node s = graph.divide(graph.subtract(graph.multiply(scale, x), shift),
                graph.add(graph.multiply(divisor, divisor), one));
        return new Traced(graph, x, target, s, graph.squaredError(graph.broadcast(s, Shape.of(batch, 3)), target));
    }

    @Test
    void elementwiseOperations_ofShapesThatStretch_haveRightGradients() {
        Shape[] shapes =
                {Shape.of(), Shape.of(1), Shape.of(3), Shape.of(1, 3), Shape.of(4, 1), Shape.of(4, 3), Shape.of(1, 1)};
        for (Shape a : shapes) {
            for (Shape b : shapes) {
                for (GradientVerdict verdict : GradientCheck.onRandomData(stretching(4, a, b, Shape.of(1, 3)), 2)
                        .run()) {
                    assertTrue(verdict.isRight() && verdict.checked() > 0, () -> a + " " + b + " " + verdict);
                }
            }
        }
        Exception e = assertThrows(Graph.ImpossibleShape.class,
                () -> stretching(4, Shape.of(2), Shape.of(3), Shape.of(3)));
        assertEquals("stretching_1: [2] cannot be multiplied by [4, 3]", e.getMessage());
    }

    @Test
    void elements_isWhatAProgramAllocates() {
        for (boolean training : new boolean[] {true, false}) {
            elementsIsWhatAProgramAllocates(branching(7), training);
            elementsIsWhatAProgramAllocates(viewedParameters(7), training);
        }
    }

    private static void elementsIsWhatAProgramAllocates(Traced traced, boolean training) {
        ReferenceKernels kernels = new ReferenceKernels();
        Parameters parameters = new Parameters(kernels, traced.graph());
        new Program(kernels, traced.graph(), parameters, traced.objective(), training);
        int announced = new MemoryPlan(traced.graph(), traced.objective(), training).elements();
        assertThrows(IllegalStateException.class, () -> traced.input().value().arena().cut(Shape.of(1)),
                "nothing is left of " + announced);
    }

    @Test
    void replay_givesTheSameBits() {
        Traced traced = branching(5);
        ReferenceKernels kernels = new ReferenceKernels();
        Parameters parameters = new Parameters(kernels, traced.graph());
        parameters.initialize(traced.graph(), Rng.of(1));
        Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), true);
        new RandomNormal(1).fill(traced.input().value(), null, Rng.of(2));
        program.forward(1);
        program.backward();
        double loss = program.meanObjective();
        double gradient = parameters.gradients().get(3);
        program.forward(2);
        program.backward();
        assertEquals(loss, program.meanObjective());
        assertEquals(gradient, parameters.gradients().get(3));
    }

    @Test
    void impossibleShape_namesTheLayerAndBothShapes() {
        Graph graph = new Graph();
        graph.enter("dense");
        Node x = graph.input(Shape.of(2, 3));
        Node w = graph.kernel("W", Shape.of(4, 5), new LecunNormal());
        Exception e = assertThrows(Graph.ImpossibleShape.class, () -> graph.affine(x, w, null));
        assertEquals("dense_1: [2, 3] does not meet weights [4, 5]", e.getMessage());
    }
}
