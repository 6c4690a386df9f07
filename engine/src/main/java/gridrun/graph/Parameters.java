package gridrun.graph;

import gridrun.init.Initializer.Fan;
import gridrun.kernel.Kernels;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A network's parameters and their gradients, each as one flat tensor in trace order.
 *
 * <p>The programs of a network, one for each size of batch, share them. Between tensors lie up to 15 elements that stay
 * 0, so an optimizer may sweep over everything.
 */
public final class Parameters {

    /**
     * One parameter tensor.
     *
     * @param name the layer and the tensor, as in {@code dense_1.W}
     * @param role what it is to training
     * @param penalty what is added to the objective for it
     */
    public record Slice(String name, Role role, Penalty penalty, Tensor value, Tensor gradient) {

        /** Whether it is a weight, which may decay. */
        public boolean isKernel() {
            return role == Role.KERNEL;
        }

        /** The layer's name alone. */
        public String layer() {
            return name.substring(0, name.lastIndexOf('.'));
        }
    }

    private final Tensor values;
    private final Tensor gradients;
    private final List<Slice> slices = new ArrayList<>();

    /** Lays out the parameters of a graph, uninitialized. */
    public Parameters(Kernels kernels, Graph graph) {
        int total = elements(graph);
        values = kernels.allocate(total).cut(Shape.of(total));
        gradients = kernels.allocate(total).cut(Shape.of(total));
        int offset = values.offset();
        for (Graph.Parameter parameter : graph.parameters()) {
            Shape shape = parameter.node().shape();
            slices.add(new Slice(parameter.name(), parameter.role(), parameter.penalty(),
                    new Tensor(values.arena(), offset, shape), new Tensor(gradients.arena(), offset, shape)));
            offset += Arena.aligned(shape.size());
        }
    }

    /**
     * The elements of all parameters of a graph, with what lies between them.
     *
     * @throws Graph.ImpossibleShape if they are more than one array can hold
     */
    public static int elements(Graph graph) {
        return Graph.ImpossibleShape.checked(graph.parameters().stream()
                .mapToLong(parameter -> Arena.aligned(parameter.node().shape().size())).sum());
    }

    /** Gives every tensor its initial values, each from a stream of its own by position. */
    public void initialize(Graph graph, Rng rng) {
        for (int i = 0; i < slices.size(); i++) {
            Tensor value = slices.get(i).value();
            graph.parameters().get(i).initializer().fill(value, Fan.of(value.shape()), rng.split(i));
        }
    }

    /** All parameters, flat. */
    public Tensor values() {
        return values;
    }

    /** All gradients, flat. */
    public Tensor gradients() {
        return gradients;
    }

    /** The single tensors, in trace order. */
    public List<Slice> slices() {
        return slices;
    }

    /** The number of trainable numbers. */
    public long count() {
        return slices.stream().filter(slice -> slice.role() != Role.STATE)
                .mapToLong(slice -> slice.value().size()).sum();
    }

    /** SHA-256 over all values in float32, little-endian, in trace order, without padding; every NaN counts as one. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Slice slice : slices) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * slice.value().size()).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < slice.value().size(); i++) {
                    bytes.putInt(Float.floatToIntBits((float) slice.value().get(i)));
                }
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
