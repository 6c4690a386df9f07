package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.trained.TrainedNetwork;
import gridrun.trained.TrainedRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} and {@code predict} on runs of a CSV file and of the plane, within this process. */
class TrainedRunCommandsTest {

    @TempDir
    static Path directory;

    private static Path results;

    /** What a command printed and how it ended. */
    private record Ended(int exit, String out, String err) {
    }

    private static Ended run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, true);
        int exit = Main.run(List.of(words), Map.of("GRIDRUN_RESULTS_DIR", results.toString(), "GRIDRUN_DATA_DIR",
                directory.toString()), terminal, Interruption.watch());
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeAll
    static void train() throws IOException {
        results = directory.resolve("results");
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("height,colour,kind\n");
        for (int i = 0; i < 200; i++) {
            rows.append(100 * (i % 2) + random.nextGaussian()).append(i % 3 == 0 ? ",red," : ",blue,")
                    .append(i % 2 == 0 ? "cat" : "dog").append('\n');
        }
        Files.writeString(directory.resolve("animals.csv"), rows);
        Files.writeString(directory.resolve("animals.yaml"), """
                name: animals
                data: {type: csv, path: animals.csv}
                model: {type: mlp, hidden: [8]}
                train: {epochs: 30, learning_rate: 0.02}
                """);
        Files.writeString(directory.resolve("plane.yaml"), """
                name: plane
                data: {type: moons, samples: 200}
                model: {type: mlp, hidden: [8]}
                train: {epochs: 3}
                sweep:
                  parameters: {learning_rate: [0.001, 0.05]}
                  seeds: 2
                  metric: {name: val_accuracy, goal: maximize}
                """);
        Files.writeString(directory.resolve("recall.yaml"), """
                name: recall
                data: {type: associative_recall, samples: 60, pairs: 2, symbols: 4}
                model: {layers: [{embedding: {input_dim: 20, output_dim: 4}}, flatten]}
                train: {epochs: 1}
                """);
        Ended ended = run(directory.resolve("animals.yaml").toString(), directory.resolve("plane.yaml").toString(),
                directory.resolve("recall.yaml").toString(), "tracking=none");
        assertEquals(0, ended.exit(), ended.err());
    }

    private static Run stored(String experiment, String name) {
        try (Store store = Store.open(results)) {
            return store.runs(store.sweeps(experiment).get(0).sweepId()).stream()
                    .filter(run -> run.name().equals(name)).findFirst().orElseThrow();
        }
    }

    private static Path artifacts(String experiment, String name) {
        try (Store store = Store.open(results)) {
            return store.runDirectory(stored(experiment, name).runKey());
        }
    }

    @Test
    @DisplayName("evaluate gives the very figures that the run recorded, by key, by values, or of the best run")
    void evaluate_agreesWithTraining() {
        Run run = stored("plane", "learning_rate=0.05 seed=1");
        String accuracy = "accuracy  " + run.summary().get("final.val_accuracy");
        for (String[] words : new String[][] {
            {"evaluate", run.runKey().substring(0, 10)}, {"evaluate", "plane", "learning_rate=5e-2", "seed=1"}}) {
            Ended ended = run(words);
            assertEquals(0, ended.exit(), ended.err());
            assertTrue(ended.out().contains("plane  learning_rate=0.05 seed=1\nvalidation: 40 examples\n"),
                    ended.out());
            assertTrue(ended.out().contains(accuracy), ended.out() + accuracy);
        }
        Ended best = run("evaluate", "plane");
        assertTrue(best.out().lines().findFirst().orElseThrow().matches(".*  plane  learning_rate=0.05 seed=.*: .*"),
                best.out());
        assertEquals("", best.err());
        assertTrue(run("evaluate", "plane", "--part", "train", "learning_rate=0.05", "seed=0").out()
                .contains("train: 160 examples"));
    }

    @Test
    void runsOfWhichNoneWasCompleted_areToldWithWhatBecameOfThem() throws IOException {
        Files.writeString(directory.resolve("wild.yaml"), """
                name: wild
                data: {type: noisy_sine, samples: 40}
                model: {hidden: [8]}
                train: {epochs: 3, optimizer: sgd}
                sweep: {parameters: {learning_rate: [0.01, 1e9]}, seeds: 3}
                """);
        run(directory.resolve("wild.yaml").toString(), "tracking=none");
        Ended ended = run("evaluate", "wild", "learning_rate=1e9");
        assertEquals("none of the 3 runs of 'wild' with learning_rate=1e9 was completed: 3 diverged\n", ended.err());
        assertEquals(0, run("evaluate", "wild").exit());
    }

    @Test
    void evaluate_ofAnotherFile_preparesItAsInTraining() throws IOException {
        Path further = Files.writeString(directory.resolve("further.csv"),
                "kind,height,colour\ncat,0.5,red\ndog,99,green\ndog,101,blue\n");
        Ended ended = run("evaluate", "animals", further.toString());
        assertEquals(0, ended.exit(), ended.err());
        assertTrue(ended.out().contains("accuracy  1\n"), ended.out());
        assertTrue(ended.out().contains("""
                actual  cat  dog
                cat       1    0
                dog       0    2
                """), ended.out());
    }

    @Test
    void predict_givesClassAndProbabilities() throws IOException {
        Path rows = Files.writeString(directory.resolve("rows.csv"), "colour,height\nred,1\nblue,98\n");
        Ended ended = run("predict", "animals", rows.toString());
        assertEquals(0, ended.exit(), ended.err());
        String[] lines = ended.out().split("\n");
        assertEquals("prediction,p(cat),p(dog)", lines[0]);
        assertTrue(lines[1].startsWith("cat,0.9"), lines[1]);
        assertTrue(lines[2].startsWith("dog,0.0"), lines[2]);
        Path output = directory.resolve("predictions.csv");
        assertEquals("", run("predict", "animals", rows.toString(), "--output", output.toString()).out());
        assertEquals(ended.out(), Files.readString(output));
    }

    @Test
    void mistakes_areToldWithExitCode2() throws IOException {
        Path narrow = Files.writeString(directory.resolve("narrow.csv"), "height\n1\n");
        assertTells("narrow.csv has no column 'colour'; there is height", "predict", "animals", narrow.toString());
        assertTells("narrow.csv has 1 columns; an input [2] takes 2", "predict", "plane", narrow.toString());
        Path beyond = Files.writeString(directory.resolve("beyond.csv"), "0,5,16\n0,5,20\n");
        assertTells("embedding: the input 20 is not a whole number from 0 up to 19", "predict", "recall",
                beyond.toString());
        assertTells("there is no file absent.csv", "predict", "animals", "absent.csv");
        assertTells("it is no experiment's name, and no identity of a sweep, a configuration or a run begins with it",
                "evaluate", "abcdef");
        assertTells("2 runs fit; say which, by its key or by its values:", "evaluate", "plane", "seed=1");
        assertTells("no run of 'plane' has seed=7", "evaluate", "plane", "seed=7");
        assertTells("--part: these data have no test part; there are train, validation",
                "evaluate", "plane", "--part", "test");
        assertTells("--part: 'all' is not one of train, validation, test", "evaluate", "plane", "--part", "all");
        assertTells("predict needs one CSV file", "predict", "plane");
        assertTells("evaluate needs a run", "evaluate");
        Path rows = Files.writeString(directory.resolve("ok.csv"), "colour,height\nred,1\n");
        assertTells("ok.csv/x.csv' cannot be written: a file is where a directory should be", "predict", "animals",
                rows.toString(), "--output",
                rows.resolve("x.csv").toString());
    }

    private static void assertTells(String message, String... words) {
        Ended ended = run(words);
        assertEquals(2, ended.exit(), ended.out() + ended.err());
        assertTrue(ended.err().contains(message), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    @DisplayName("Weights that somebody changed, and data that have changed since, are refused")
    void changedFiles_areRefused() throws IOException {
        Path weights = artifacts("plane", "learning_rate=0.001 seed=0").resolve("weights.npz");
        byte[] original = Files.readAllBytes(weights);
        Path other = artifacts("plane", "learning_rate=0.001 seed=1").resolve("weights.npz");
        Files.write(weights, Files.readAllBytes(other));
        assertTells("weights.npz has been changed", "evaluate", "plane", "learning_rate=0.001", "seed=0");
        Files.write(weights, new byte[10]);
        assertTells("weights.npz is damaged: it is no archive of arrays",
                "evaluate", "plane", "learning_rate=0.001", "seed=0");
        Files.write(weights, original);
        Path fitted = artifacts("animals", "animals").resolve("preprocessing.yaml");
        String recorded = Files.readString(fitted);
        Files.writeString(fitted, recorded.replace("cat", "cow"));
        assertTells("preprocessing.yaml has been changed", "evaluate", "animals");
        Files.writeString(fitted, recorded);
        Path config = fitted.resolveSibling("config.yaml");
        String settings = Files.readString(config);
        assertTrue(settings.contains("relu"), settings);
        Files.writeString(config, settings.replace("relu", "tanh"));
        assertTells("config.yaml has been changed: it is not the file that the run recorded", "evaluate", "animals");
        assertTells("config.yaml has been changed", "predict", "animals", directory.resolve("animals.csv").toString());
        Files.writeString(config, settings);
        Path data = directory.resolve("animals.csv");
        String rows = Files.readString(data);
        Files.writeString(data, rows + "5,red,cat\n");
        assertTells("have changed since it was trained", "evaluate", "animals");
        Files.delete(data);
        assertTells("data.path: there is no file", "evaluate", "animals");
        Files.writeString(data, rows);
        assertEquals(0, run("evaluate", "animals").exit());
    }

    @Test
    @DisplayName("Rows are predicted and evaluated without the file that was trained on; a part of it needs it")
    void rows_needNoTrainingData() throws IOException {
        Path rows = Files.writeString(directory.resolve("alone.csv"), "colour,height,kind\nred,1,cat\ngreen,98,dog\n");
        Ended predicted = run("predict", "animals", rows.toString());
        Ended evaluated = run("evaluate", "animals", rows.toString());
        assertTrue(predicted.err().contains("alone.csv: 1 row has a value of colour that"), predicted.err());
        Path data = directory.resolve("animals.csv");
        String content = Files.readString(data);
        Files.delete(data);
        assertEquals(predicted, run("predict", "animals", rows.toString()));
        assertEquals(evaluated, run("evaluate", "animals", rows.toString()));
        assertEquals(0, evaluated.exit(), evaluated.err());
        assertTells("data.path: there is no file", "evaluate", "animals");
        Files.writeString(data, content);
    }

    @Test
    @DisplayName("A run of an earlier version, which kept nothing of what was fitted, has its data read for it")
    void runOfAnEarlierVersion_readsItsData() throws IOException {
        try (Store store = Store.open(results)) {
            Sweep sweep = store.sweeps("animals").get(0);
            Run run = store.runs(sweep.sweepId()).get(0);
            Run earlier = new Run(run.runKey(), run.name(), run.configId(), run.seed(), run.repeat(), run.swept(),
                    run.params(),
                    run.superseded(), run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(),
                    run.tags(), run.datasets(), run.artifacts().stream()
                            .filter(file -> !file.path().equals(TrainedNetwork.PREPARATION)).toList(),
                    run.summary());
            DataLoader loader = new DataLoader(new DataDirectory(directory, new Download(text -> {})));
            assertEquals(run.artifacts().size() - 1, earlier.artifacts().size());
            assertEquals(TrainedRun.load(store, sweep, run, loader).preparation(),
                    TrainedRun.load(store, sweep, earlier, loader).preparation());
        }
    }

    @Test
    @DisplayName("A classifier leaves its confusions behind, and a picture of the plane where there is one")
    void artifacts_ofAClassifier() throws IOException {
        Path plane = artifacts("plane", "learning_rate=0.05 seed=0");
        assertEquals(3, Files.readAllLines(plane.resolve("confusion.csv")).size());
        assertTrue(Files.readString(plane.resolve("per_class.csv"))
                .startsWith("part,class,precision,recall,f1,support\n"));
        assertTrue(Files.exists(plane.resolve("curves.png")) == Files.exists(plane.resolve("decision_boundary.png")));
        Path animals = artifacts("animals", "animals");
        assertTrue(Files.exists(animals.resolve("confusion.csv")));
        assertFalse(Files.exists(animals.resolve("decision_boundary.png")), "three numbers are no plane");
    }
}
