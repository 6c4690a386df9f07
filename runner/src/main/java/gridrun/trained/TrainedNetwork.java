package gridrun.trained;

import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.data.Preparation;
import gridrun.experiment.RunSettings;
import gridrun.graph.Parameters.Slice;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.store.DurableFiles;
import gridrun.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network that was trained earlier, with all that it takes to ask it: the data that it was trained on are not needed.
 *
 * @param settings of its run
 * @param preparation what was fitted to its data
 * @param network with the saved weights
 */
public record TrainedNetwork(RunSettings settings, Preparation preparation, Network network) {

    /** The artifact that holds the resolved configuration, a file that runs by itself. */
    public static final String CONFIG = "config.yaml";
    /** The artifact that holds what was fitted to the training part. */
    public static final String PREPARATION = "preprocessing.yaml";
    /** Examples to predict, where nobody knows how many there will be. */
    static final long MANY = Integer.MAX_VALUE;
    private static final int BATCH = 32;

    /** The artifact that holds the weights. */
    public static final String WEIGHTS = "weights.npz";

    /**
     * Loads a network from a directory with these three files.
     *
     * @throws Unusable if one of them is missing, damaged, or does not go together with the others
     */
    public static TrainedNetwork load(Path directory) throws Unusable {
        return load(directory, read(directory.resolve(CONFIG)), preparation(directory), MANY);
    }

    /**
     * The same with what was fitted, which need not be there.
     *
     * @param config the content of the directory's configuration
     * @param examples about how many it will predict
     */
    static TrainedNetwork load(Path directory, byte[] config, Preparation preparation, long examples)
            throws Unusable {
        RunSettings settings = settings(directory.resolve(CONFIG), config);
        Network network;
        try {
            Architecture architecture = new Architecture(settings.model(), settings.train().loss(),
                    preparation.shape(), preparation.task());
            network = new Network(architecture, kernels(architecture, examples), Rng.of(0));
        } catch (IllegalArgumentException e) {
            throw new Unusable("%s: %s does not fit %s: %s".formatted(directory, CONFIG, PREPARATION, e.getMessage()));
        }
        fill(network, directory.resolve(WEIGHTS));
        return new TrainedNetwork(settings, preparation, network);
    }

    private static Kernels kernels(Architecture architecture, long examples) {
        return KernelChoice.of(examples / BATCH, (double) examples * architecture.flopsPerExample()).create();
    }

    /** Another network with the same weights, for another thread. */
    Network copy() {
        Network copy = new Network(network.architecture(), KernelChoice.best().create(), Rng.of(0));
        for (int s = 0; s < network.parameters().slices().size(); s++) {
            Tensor from = network.parameters().slices().get(s).value();
            Tensor to = copy.parameters().slices().get(s).value();
            for (int i = 0; i < from.size(); i++) {
                to.set(i, from.get(i));
            }
        }
        return copy;
    }

    /** The weights as their file has them. */
    byte[] weights() {
        return weights(network);
    }

    /** The file of a network's weights. */
    public static byte[] weights(Network network) {
        return Npz.bytes(network.parameters().slices().stream().map(TrainedNetwork::array).toList());
    }

    private static Npz.Array array(Slice slice) {
        float[] values = new float[slice.value().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) slice.value().get(i);
        }
        return new Npz.Array(slice.name(), slice.value().shape().toArray(), values);
    }

    private static RunSettings settings(Path file, byte[] config) throws Unusable {
        Problems problems = new Problems();
        String text = new String(config, StandardCharsets.UTF_8);
        return RunSettings.parse(file.toString(), text, problems).orElseThrow(() -> new Unusable(
                "%s cannot be used:%n%s".formatted(file, problems.inOrder().stream().map(Problem::message)
                        .map(line -> "  " + line).collect(Collectors.joining("\n")))));
    }

    /** What was fitted, as the file has it. */
    private static Preparation preparation(Path directory) throws Unusable {
        Path file = directory.resolve(PREPARATION);
        if (!Files.exists(file) && Files.exists(directory.resolve(WEIGHTS))) {
            throw new Unusable("%s has no %s: an earlier version trained it; train it again in another results "
                    .formatted(directory, PREPARATION) + "directory");
        }
        return preparation(file, read(file));
    }

    /** @param content of the file */
    static Preparation preparation(Path file, byte[] content) throws Unusable {
        try {
            return Preparation.ofText(file.toString(), new String(content, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Unusable("%s is damaged: %s".formatted(file, e.getMessage()));
        }
    }

    private static void fill(Network network, Path weights) throws Unusable {
        Map<String, Npz.Array> arrays = new LinkedHashMap<>();
        byte[] archive = read(weights);
        try {
            Npz.read(archive).forEach(array -> arrays.put(array.name(), array));
        } catch (IOException e) {
            throw new Unusable("%s is damaged: %s".formatted(weights, DurableFiles.reason(e)));
        }
        for (Slice slice : network.parameters().slices()) {
            Npz.Array array = arrays.get(slice.name());
            int[] shape = slice.value().shape().toArray();
            if (array == null || !Arrays.equals(array.shape(), shape)) {
                throw new Unusable("%s: %s is %s, but the network of config.yaml has %s there".formatted(weights,
                        slice.name(), array == null ? "absent" : Arrays.toString(array.shape()),
                        Arrays.toString(shape)));
            }
            for (int i = 0; i < array.values().length; i++) {
                slice.value().set(i, array.values()[i]);
            }
        }
    }

    static byte[] read(Path file) throws Unusable {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unusable("cannot read %s: %s".formatted(file, DurableFiles.reason(e)));
        }
    }
}
