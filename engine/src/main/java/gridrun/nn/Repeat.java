package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Initializer;
import java.util.List;

/**
 * The same layers several times one after another, each time with parameters of their own: the depth of a network as
 * one number.
 *
 * <ul><li>x, y of the shapes that the layers take and give</ul>
 *
 * <p>Example: {@code model: {layers: [{repeat: {count: 4, layers: [{dense: 32}, {dropout: 0.1}]}}]}}
 *
 * @param count how many times
 * @param layers what is repeated, at least one
 */
public record Repeat(int count, List<Layer> layers) implements Layer {

    /** Layers that a repetition may come to, those of repetitions within it multiplied. */
    private static final int MOST = 10_000;

    public Repeat {
        Check.positive("count", count);
        layers = List.copyOf(layers);
        Check.that(!layers.isEmpty(), "layers", layers, "a list of at least one layer");
        Check.that(count <= MOST / size(layers), "count", count,
                "a number of times that makes at most %,d layers".formatted(MOST));
    }

    private static long size(List<Layer> layers) {
        return layers.stream().mapToLong(layer -> layer instanceof Repeat repeat ? repeat.count * size(repeat.layers)
                : Math.max(1, size(layer.inside()))).sum();
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
            y = Chain.trace(graph, layers, y);
        }
        return y;
    }
}
