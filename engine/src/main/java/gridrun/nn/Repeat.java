package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Initializer;
import java.util.List;

/**
 * The same layers several times one after another, each time with parameters of their own: the depth of a network as one number.
 *
 * <ul><li>x, y of the shapes that the layers take and give</ul>
 *
 * @param count how many times
 * @param layers what is repeated, at least one
 */
public record Repeat(int count, List<Layer> layers) implements Layer {

    public Repeat {
        Check.positive("count", count);
        layers = List.copyOf(layers);
        Check.that(!layers.isEmpty(), "layers", layers, "a list of at least one layer");
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Repeat(count, layers.stream().map(layer -> layer.inherit(modelActivation, modelInit)).toList());
    }

    @Override
    public List<Layer> inside() {
        return layers;
    }

    @Override
    public Node trace(Graph graph, Node x) {
        Node y = x;
        for (int i = 0; i < count; i++) {
            for (Layer layer : layers) {
                y = layer.trace(graph, y);
            }
        }
        return y;
    }
}
