package gridrun.trained;

import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.data.DataLoader;
import gridrun.data.DatasetSpec;
import gridrun.data.Preparation;
import gridrun.data.Splits;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.store.Artifact;
import gridrun.store.DatasetInput;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.train.TrainSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run that was trained earlier, with the network as it was kept. Its data are read where they are asked for. */
public final class TrainedRun {

    private static final long OF_PICTURES = 50_000;

    private final Run run;
    private final Sweep sweep;
    private final Path directory;
    private final Map<String, String> files;
    private final DataLoader loader;
    private final byte[] config;
    private final TrainedNetwork trained;
    private RunSpec spec;

    private TrainedRun(Store store, Sweep sweep, Run run, DataLoader loader, long examples)
            throws IOException {
        this.run = run;
        this.sweep = sweep;
        this.directory = store.runDirectory(run.runKey());
        this.files = store.files(sweep.sweepId(), run.runKey());
        this.loader = loader;
        this.config = recorded(directory, run, TrainedNetwork.CONFIG);
        this.trained = TrainedNetwork.load(directory, config, fitted(), examples);
    }

    /**
     * Loads a run's settings and weights, and what was fitted to its data. An earlier version's run did not keep that,
     * so its data are read for it.
     *
     * @param sweep a sweep of the run: files that the configuration names are looked for
     *     where it had them, or else from its experiment file
     * @throws Unusable if the run left no weights, or its files are not those that it recorded
     */
    public static TrainedRun load(Store store, Sweep sweep, Run run, DataLoader loader) throws IOException {
        return load(store, sweep, run, loader, TrainedNetwork.MANY);
    }

    /**
     * The same for a picture, which asks about no more than some thousands of examples.
     *
     * @throws Unusable as above
     */
    public static TrainedRun forPictures(Store store, Sweep sweep, Run run, DataLoader loader) throws IOException {
        return load(store, sweep, run, loader, OF_PICTURES);
    }

    private static TrainedRun load(Store store, Sweep sweep, Run run, DataLoader loader, long examples)
            throws IOException {
        String expected = run.facts().get(Facts.WEIGHTS_SHA256);
        if (expected == null || !run.hasResult()) {
            throw new Unusable("the run %s %s has no result: %s".formatted(shortKey(run), run.name(),
                    run.outcome().map(outcome -> "it ended as " + outcome.word()).orElse("it has not ended")));
        }
        TrainedRun loaded = new TrainedRun(store, sweep, run, loader, examples);
        if (!loaded.network().parameters().sha256().equals(expected)) {
            throw new Unusable("%s has been changed: its weights are not those that the run recorded"
                    .formatted(loaded.directory.resolve(TrainedNetwork.WEIGHTS)));
        }
        return loaded;
    }

    private Preparation fitted() throws IOException {
        return artifact(run, TrainedNetwork.PREPARATION).isEmpty() ? data().preparation()
                : TrainedNetwork.preparation(directory.resolve(TrainedNetwork.PREPARATION),
                        recorded(directory, run, TrainedNetwork.PREPARATION));
    }

    private static Optional<Artifact> artifact(Run run, String path) {
        return run.artifacts().stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /**
     * The content of a file that a run has left behind.
     *
     * @param directory of the run
     * @param run with the files that it recorded
     * @throws Unusable if it cannot be read, or is not the file that the run recorded
     */
    public static byte[] recorded(Path directory, Run run, String path) throws Unusable {
        Path file = directory.resolve(path);
        byte[] content = TrainedNetwork.read(file);
        if (!artifact(run, path).map(Artifact::sha256).equals(Optional.of(DurableFiles.sha256(content)))) {
            throw new Unusable("%s has been changed: it is not the file that the run recorded".formatted(file));
        }
        return content;
    }

    public Network network() {
        return trained.network();
    }

    /** What was fitted to its data. */
    public Preparation preparation() {
        return trained.preparation();
    }

    /** Its data as its settings name them, whether they are there or not. */
    public DatasetSpec dataset() {
        return trained.settings().data();
    }

    /** How it was trained. */
    public TrainSpec train() {
        return trained.settings().train();
    }

    /**
     * What it trained, for which its data are looked at.
     *
     * @throws Unusable if they are not there, or no longer what the settings say
     */
    public RunSpec spec() throws Unusable {
        if (spec == null) {
            spec = read();
        }
        return spec;
    }

    private RunSpec read() throws Unusable {
        Problems problems = new Problems();
        Path file = source(sweep);
        // A setting may stand in a file that was extended, or on the command line: each has another directory.
        List<String> places = files.entrySet().stream().filter(named -> Files.exists(Path.of(named.getValue())))
                .map(named -> named.getKey() + "='" + named.getValue().replace("'", "''") + "'").toList();
        List<RunSpec> runs = Experiment
                .parse(file.toString(), new String(config, StandardCharsets.UTF_8), places, false, problems)
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

    /** The run's key as it is shown. */
    public static String shortKey(Run run) {
        return run.runKey().substring(0, 12);
    }

    /**
     * The data of the run, made sure to be those that it was trained on.
     *
     * @throws Unusable if the data have changed since
     */
    public Splits data() throws IOException {
        Splits splits = loader.load(spec().data(), spec().seeds(), spec().fold());
        Map<String, String> digests = splits.parts().stream()
                .collect(Collectors.toMap(Splits.Part::role, Splits.Part::digest));
        for (DatasetInput input : run.datasets()) {
            if (!input.digest().equals(digests.get(input.context()))) {
                throw new Unusable("the data of the run %s %s have changed since it was trained"
                        .formatted(shortKey(run), run.name()));
            }
        }
        return splits;
    }
}
