package gridrun.nn;

import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * Shows the numbers of each example under another shape, in the same order.
 *
 * <ul><li>x {@code [batch, ...]}<li>y {@code [batch, shape...]}</ul>
 *
 * <p>Example: {@code model: {layers: [{reshape: [8, 8, 1]}, {conv2d: {filters: 16, kernel_size: 3}}, flatten]} # images
 * of a CSV file}
 *
 * <p>Example: {@code model: {layers: [{reshape: [-1, 1]}, {lstm: 32}]} # sequences of a CSV file}
 *
 * <p>Example: {@code model: {layers: [{reshape: [32, 2]}, {gru: 32}]} # two numbers a step of a CSV file}
 *
 * @param shape of one example, such as {@code [28, 28, 1]}; one -1 stands for whatever is left
 */
public record Reshape(List<Integer> shape) implements Layer {

    /** More than any array holds; times any dimension it is still no overflow. */
    private static final long TOO_MANY = 1L << 32;

    public Reshape {
        shape = List.copyOf(shape);
        boolean sound = !shape.isEmpty() && shape.stream().allMatch(n -> n > 0 || n == -1)
                && shape.stream().filter(n -> n == -1).count() <= 1;
        Check.that(sound, "shape", shape, "a list of whole numbers from 1, at most one of them -1");
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("reshape");
        Shape from = x.shape().example();
        long known = shape.stream().filter(n -> n > 0).mapToLong(n -> n).reduce(1, (a, b) -> Math.min(a * b, TOO_MANY));
        boolean open = shape.contains(-1);
        graph.require(open ? from.size() % known == 0 : from.size() == known, from,
                "of %d numbers cannot be seen as".formatted(from.size()), shape);
        int[] to = shape.stream().mapToInt(n -> n > 0 ? n : (int) (from.size() / known)).toArray();
        return graph.view(x, Shape.of(to).batched(x.shape().dimension(0)));
    }
}
