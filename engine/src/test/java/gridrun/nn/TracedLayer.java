package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Program;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/** A layer alone in a program of its own, to look at what it computes. */
final class TracedLayer {

    private final Graph graph = new Graph();
    private final Node x;
    private final Node y;
    private final Parameters parameters;
    private final Program program;

    /** @param input with the batch in front */
    TracedLayer(Kernels kernels, Layer layer, Shape input) {
        graph.enter("test");
        graph.bias("b", Shape.of(1), new Zeros()); // a program has some parameter; not every layer
        x = graph.input(input);
        y = layer.trace(graph, x);
        parameters = new Parameters(kernels, graph);
        parameters.initialize(graph, Rng.of(1));
        Node target = graph.input(y.shape());
        program = new Program(kernels, graph, parameters, graph.squaredError(y, target), false);
    }

    /** Gives all parameters random values. */
    void random() {
        Rng rng = Rng.of(7);
        for (Slice slice : parameters.slices()) {
            for (int i = 0; i < slice.value().size(); i++) {
                slice.value().set(i, rng.nextGaussian());
            }
        }
    }

    /** Sets a parameter by its name within the layer. */
    void parameter(String name, double... values) {
        Slice slice = parameters.slices().stream().filter(s -> s.name().endsWith("." + name)).findFirst().orElseThrow();
        for (int i = 0; i < slice.value().size(); i++) {
            slice.value().set(i, values[i]);
        }
    }

    /** What comes out of these inputs in evaluation. */
    Tensor forward(double... inputs) {
        for (int i = 0; i < x.shape().size(); i++) {
            x.value().set(i, inputs[i]);
        }
        program.forward(0);
        return y.value();
    }
}
