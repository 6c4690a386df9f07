package gridrun.example;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.Zeros;
import gridrun.kernel.Unary;
import gridrun.nn.CustomLayer;
import gridrun.tensor.Shape;

/** y = (x W + b) ⊙ σ(x V + c). Source: Dauphin et al., Language modeling with gated convolutional networks, 2017. */
public record GatedLinearUnit(int units) implements CustomLayer {

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("gated_linear_unit");
        Node value = affine(graph, x, "W", "b");
        Node gate = graph.unary(Unary.SIGMOID, affine(graph, x, "V", "c"));
        return graph.output(graph.multiply(value, gate));
    }

    private Node affine(Graph graph, Node x, String weights, String bias) {
        Node w = graph.kernel(weights, Shape.of(x.shape().last(), units), new GlorotUniform());
        return graph.affine(x, w, graph.bias(bias, Shape.of(units), new Zeros()));
    }
}
