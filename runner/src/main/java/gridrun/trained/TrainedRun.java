package gridrun.trained;

import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.graph.Parameters.Slice;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.store.DatasetInput;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run that was trained earlier, with the network as it was kept.
 *
 * @param run as the store has it
 * @param spec what it trained
 * @param network with the saved weights
 */
public record TrainedRun(Run run, RunSpec spec, Network network) {

    /** The artifact that holds the resolved configuration, a file that runs by itself. */
    public static final String CONFIG = "config.yaml";
    /** The artifact that holds the weights. */
    public static final String WEIGHTS = "weights.npz";

    /** A run cannot be used again; the message says why, and what to do. */
    public static final class Unusable extends IOException {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Loads a run's configuration and weights.
     *
     * @param sweep a sweep of the run: files that the configuration names are looked for
     *     where it had them, or else from its experiment file
     * @throws Unusable if the run left no weights, or they are not those that it recorded
     */
    public static TrainedRun load(Store store, Sweep sweep, Run run) throws Unusable {
        Path directory = store.runDirectory(run.runKey());
        String expected = run.facts().get(Facts.WEIGHTS_SHA256);
        if (expected == null || !run.hasResult()) {
            throw new Unusable("the run %s %s has no result: %s".formatted(shortKey(run), run.name(),
                    run.outcome().map(outcome -> "it ended as " + outcome.word()).orElse("it has not ended")));
        }
        String config = new String(read(directory.resolve(TrainedRun.CONFIG)), StandardCharsets.UTF_8);
        RunSpec spec = spec(config, sweep, run, store.files(sweep.sweepId(), run.runKey()));
        Network network = new Network(spec.architecture(), KernelChoice.best().create(), Rng.of(0));
        Path weights = directory.resolve(WEIGHTS);
        fill(network, weights);
        if (!network.parameters().sha256().equals(expected)) {
            throw new Unusable(
                    "%s has been changed: its weights are not those that the run recorded".formatted(weights));
        }
        return new TrainedRun(run, spec, network);
    }

    private static RunSpec spec(String config, Sweep sweep, Run run, Map<String, String> files) throws Unusable {
        Problems problems = new Problems();
        Path file = source(sweep);
        // A setting may stand in a file that was extended, or on the command line: each has another directory.
        List<String> places = files.entrySet().stream().filter(named -> Files.exists(Path.of(named.getValue())))
                .map(named -> named.getKey() + "='" + named.getValue().replace("'", "''") + "'").toList();
        List<RunSpec> runs = Experiment.parse(file.toString(), config, places, false, problems)
                .map(Experiment::runs).orElse(List.of());
        if (runs.isEmpty()) {
            throw new Unusable("the configuration of the run %s %s cannot be used (files are looked for from %s):%n%s"
                    .formatted(shortKey(run), run.name(), file.toAbsolutePath().getParent(),
                            problems.inOrder().stream().map(Problem::message).map(line -> "  " + line)
                                    .collect(Collectors.joining("\n"))));
        }
        return runs.stream().filter(each -> each.fold() == run.repeat().fold()).findFirst().orElse(runs.get(0));
    }

    /** The experiment file, wherever this command runs; as it was typed where its directory is gone. */
    private static Path source(Sweep sweep) {
        Path typed = Path.of(sweep.file());
        return sweep.directory().map(Path::of).filter(Files::isDirectory)
                .map(directory -> directory.resolve(typed.getFileName())).orElse(typed);
    }

    private static void fill(Network network, Path weights) throws Unusable {
        Map<String, Npz.Array> arrays = new LinkedHashMap<>();
        try {
            Npz.read(read(weights)).forEach(array -> arrays.put(array.name(), array));
        } catch (Unusable e) {
            throw e;
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

    private static byte[] read(Path file) throws Unusable {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unusable("cannot read %s: %s".formatted(file, DurableFiles.reason(e)));
        }
    }

    /** The run's key as it is shown. */
    public static String shortKey(Run run) {
        return run.runKey().substring(0, 12);
    }

    /**
     * The data of the run, made sure to be those that it was trained on.
     *
     * @throws Unusable if the data have changed since
     */
    public Splits data(DataLoader loader) throws IOException {
        Splits splits = loader.load(spec.data(), spec.seeds(), spec.fold());
        for (DatasetInput input : run.datasets()) {
            if (input.context().equals("train") && !input.digest().equals(splits.train().digest())) {
                throw new Unusable("the data of the run %s %s have changed since it was trained"
                        .formatted(shortKey(run), run.name()));
            }
        }
        return splits;
    }
}
