package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import java.util.List;

/** Layers one after the other. */
final class Chain {

    private Chain() {
    }

    /** The output of the last one. */
    static Node trace(Graph graph, List<Layer> layers, Node x) {
        Node y = x;
        for (Layer layer : layers) {
            y = layer.trace(graph, y);
            if (y == null) {
                throw new Graph.ImpossibleShape("%s.trace returns null, not the layer's output"
                        .formatted(layer.getClass().getName()));
            }
        }
        return y;
    }
}
