package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Names;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Reverse;
import gridrun.graph.Stack;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;

/**
 * A recurrent layer twice, each with parameters of its own: once along the sequence and once back.
 *
 * <ul><li>x {@code [batch, time, in]}<li>y {@code [batch, units]} or {@code [batch, time, units]}, where units are
 * twice the layer's if they are concatenated</ul>
 *
 * <p>The states on the way back are turned round again, so that a step has both directions' states of the same time.
 * Source: Schuster and Paliwal, Bidirectional recurrent neural networks, 1997.
 *
 * <p>Example: {@code model: {layers: [{bidirectional: {layer: {lstm: 32}, merge: concat}}]}}
 *
 * @param layer what goes both ways
 * @param merge how the two states of a step become one
 */
public record Bidirectional(Recurrent layer, @Default("concat") Merge merge) implements Layer {

    /** How two states become one. */
    public enum Merge {
        /** Side by side, forward first. */
        CONCAT,
        /** Added. */
        SUM
    }

    public Bidirectional {
        Check.that(!layer.goBackwards(), "layer", Names.of(layer.getClass()) + " with go_backwards",
                "one that leaves go_backwards out: it goes both ways");
    }

    @Override
    public Layer inherit(gridrun.activation.Activation modelActivation, Initializer modelInit) {
        return new Bidirectional((Recurrent) layer.inherit(modelActivation, modelInit), merge);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        String name = graph.enter("bidirectional");
        Node sequence = Recurrent.timeFirst(graph, x);
        graph.enter("forward_" + Names.of(layer.getClass()));
        Node there = graph.output(layer.along(graph, sequence, false));
        graph.enter("backward_" + Names.of(layer.getClass()));
        Node back = graph.output(layer.along(graph, sequence, true));
        graph.reenter(name);
        Node turned = layer.returnSequences() ? Reverse.trace(graph, back) : back;
        return graph.output(merge == Merge.SUM ? sum(graph, there, turned) : concatenation(graph, there, turned));
    }

    private Node sum(Graph graph, Node a, Node b) {
        Node sum = graph.add(a, b);
        return layer.returnSequences() ? Recurrent.exchanged(graph, sum) : sum;
    }

    /** Stacked, the two are one more axis, which goes to the place before the last and joins it. */
    private Node concatenation(Graph graph, Node a, Node b) {
        Node both = Stack.trace(graph, a, b);
        Node ordered = layer.returnSequences() ? graph.permute(both, 2, 1, 0, 3) : graph.permute(both, 1, 0, 2);
        int[] dimensions = ordered.shape().toArray();
        return graph.view(ordered, layer.returnSequences()
                ? Shape.of(dimensions[0], dimensions[1], Shape.product(2, layer.units()))
                : Shape.of(dimensions[0], Shape.product(2, layer.units())));
    }
}
