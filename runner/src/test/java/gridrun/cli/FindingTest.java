package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps and runs that exist are found, and what they say is of their present data. */
@Tag("slow")
class FindingTest {

    private static final String EXPERIMENT = """
            name: found
            data: {type: csv, path: data.csv}
            model: {type: mlp, hidden: [4]}
            train: {epochs: 4, batch_size: 16}
            sweep: {parameters: {learning_rate: [0.001, 0.05]}, seeds: 3, metric: {name: val_accuracy}}
            tracking: none
            """;

    @TempDir
    Path directory;

    private Path file;

    private record Ended(int exit, String out, String err) {
    }

    private Ended run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 120, true);
        int exit = Main.run(List.of(words), Map.of("GRIDRUN_RESULTS_DIR", directory.resolve("results").toString()),
                terminal,
                Interruption.watch());
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String done(String... words) {
        Ended ended = run(words);
        assertEquals(Exit.DONE, ended.exit, ended.err);
        return ended.out;
    }

    private void data(String firstHeight) throws IOException {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("height,kind\n" + firstHeight + ",cat\n");
        for (int i = 1; i < 60; i++) {
            rows.append(2 * (i % 2) + random.nextGaussian()).append(i % 2 == 0 ? ",cat\n" : ",dog\n");
        }
        Files.writeString(directory.resolve("data.csv"), rows);
    }

    @BeforeEach
    void experiment() throws IOException {
        file = Files.writeString(directory.resolve("found.yaml"), EXPERIMENT);
        data("0.5");
    }

    private static String table(String out) {
        return out.substring(out.indexOf("rank"), out.indexOf("\n\nresults:"));
    }

    private List<Run> runs(String experiment) {
        try (Store store = Store.open(directory.resolve("results"))) {
            return store.runs(store.sweeps(experiment).get(0).sweepId());
        }
    }

    @Test
    @DisplayName("a corrected data file leaves its earlier runs out of every table, and lists them apart")
    void correctedData_areNotAveragedWithEarlierOnes() throws IOException {
        String before = table(done(file.toString()));
        Ended none = run("results", "found", "--superseded");
        assertTrue(none.out.isEmpty() && none.err.startsWith("no newer plan left out a run of "), none.out + none.err);
        assertEquals("[]", done("results", "found", "--superseded", "--format", "json").strip());
        data("-7.5");
        String after = table(done(file.toString()));
        assertEquals(12, runs("found").size());
        Ended results = run("results", "found");
        assertEquals(after, results.out.strip());
        assertTrue(results.err.contains(
                "6 runs of other data, another engine, other settings or a race's further seeds, which the newest plan "
                        + "lacks, are left out; --superseded shows them"),
                results.err);
        String superseded = done("results", "found", "--superseded");
        assertEquals(6, superseded.lines().filter(line -> line.matches(" +[1-6] .*")).count(), superseded);
        assertEquals(8, superseded.lines().count(), "no mean and no comparison of them: " + superseded);
        String markdown = done("results", "found", "--superseded", "--format", "md");
        assertEquals(9, markdown.lines().count(), "the same table, and no sentence: " + markdown);
        String json = done("results", "found", "--superseded", "--format", "json");
        assertTrue(runs("found").stream().filter(Run::superseded)
                .allMatch(run -> json.contains("\"config_id\": \"%s\"".formatted(run.configId()))), json);
        assertEquals(List.of("0.001 0", "0.001 1", "0.001 2", "0.05 0", "0.05 1", "0.05 2"),
                superseded.lines().skip(1).limit(6)
                        .map(line -> line.strip().split(" +")).map(row -> row[1] + " " + row[2]).sorted().toList());
        assertTrue(before.startsWith("rank"), before);
        assertEquals(6, done("results", "found", "--format", "csv").lines().count() - 1);
        try (Stream<Path> files = Files.walk(directory.resolve("results"))) {
            Path left = files.filter(path -> path.endsWith("results.csv")).findFirst().orElseThrow();
            assertEquals(6, Files.readAllLines(left).size() - 1);
        }
        assertTrue(run("evaluate", "found").out.contains("the median of 3 runs"), "of the present data");
    }

    @Test
    @DisplayName("runs that lack a metric which is asked for later are trained again, to the same losses, and give way")
    void metricAskedForLater_replacesTheRunsThatLackIt() {
        done(file.toString());
        String table = table(done(file.toString(), "train.metrics=[macro_f1]", "sweep.metric.name=val_macro_f1"));
        assertTrue(table.contains("best.val_macro_f1"), table);
        List<Run> all = runs("found");
        assertEquals(12, all.size());
        Map<Boolean, Set<Double>> losses = all.stream().collect(Collectors.partitioningBy(Run::superseded,
                Collectors.mapping(run -> run.summary().get("kept.val_loss"), Collectors.toSet())));
        assertEquals(losses.get(true), losses.get(false), "to the last bit");
        assertTrue(all.stream().filter(run -> !run.superseded())
                .allMatch(run -> run.summary().containsKey("kept.val_macro_f1")));
    }

    @Test
    @DisplayName("seeds that split a file are compared by the corrected test, those that generate data are not")
    void splitsOfAFile_areCorrectedFor_andDataOfEachSeedAreNot() {
        String corrected = "p: corrected resampled t-test";
        done(file.toString());
        assertTrue(flat(done("results", "found")).contains(corrected));
        assertTrue(flat(done("compare", "found", "learning_rate=0.001", "found", "learning_rate=0.05"))
                .contains(corrected));
        assertTrue(done("results", "found", "--effects").contains("training parts overlap, so that p is too small"));
        String moons = flat(done(file.toString(), "data={type: moons, samples: 60}"));
        assertTrue(moons.contains("p: paired t-test"), moons);
        String fixed = flat(done(file.toString(), "data={type: moons, samples: 60, seed: 1}"));
        assertTrue(fixed.contains(corrected), fixed);
        String split = flat(done(file.toString(), "data={type: moons, samples: 60}", "seeds={split: 3}"));
        assertTrue(split.contains(corrected), split);
        String initial = flat(done(file.toString(), "seeds={init: 3}"));
        assertTrue(initial.contains("p: paired t-test"), initial);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    @DisplayName("a grid that grew and shrank keeps all its runs, for their data are the same")
    void earlierSeeds_ofTheSameData_stay() {
        done(file.toString());
        done(file.toString(), "seeds=1");
        assertTrue(runs("found").stream().noneMatch(Run::superseded));
        assertEquals(6, done("results", "found", "--format", "csv").lines().count() - 1);
    }

    @Test
    @DisplayName("the median run of the best configuration stands for a sweep, and a line says which it is")
    void evaluate_ofAnExperiment_takesTheMedianRunOfTheWinner() {
        String winner = table(done(file.toString())).lines().skip(1).findFirst().orElseThrow().strip().split(" +")[1];
        List<Run> ofWinner =
                runs("found").stream().filter(run -> run.swept().get("learning_rate").equals(winner)).toList();
        double median =
                ofWinner.stream().mapToDouble(run -> run.summary().get("kept.val_accuracy")).sorted().toArray()[1];
        for (String command : List.of("evaluate", "predict")) {
            Ended ended = command.equals("evaluate") ? run(command, "found")
                    : run(command, "found", directory.resolve("data.csv").toString());
            assertEquals(Exit.DONE, ended.exit, ended.err);
            String line = (command.equals("evaluate") ? ended.out : ended.err).lines().findFirst().orElseThrow();
            assertTrue(line.contains("learning_rate=" + winner), line);
            assertTrue(line.contains("the median of 3 runs of the best configuration"), line);
        }
        Run chosen = runs("found").stream()
                .filter(run -> run("evaluate", "found").out.startsWith(run.runKey().substring(0, 12))).findFirst()
                .orElseThrow();
        assertEquals(median, chosen.summary().get("kept.val_accuracy"));
    }

    @Test
    void everythingThatExists_isFoundByNameIdentityValuesAndTime() {
        done(file.toString());
        done(file.toString(), "epochs=2", "seeds=1");
        Run first = runs("found").get(0);
        List<String> sweeps;
        try (Store store = Store.open(directory.resolve("results"))) {
            sweeps = store.sweeps("found").stream().map(sweep -> sweep.sweepId()).toList();
        }
        assertEquals(2, sweeps.size(), "the epochs are no axis, so this is another sweep");
        Ended newest = run("results", "found");
        assertTrue(newest.err.contains("there are others"), newest.err);
        assertTrue(newest.err.contains(sweeps.get(1).substring(0, 8)), newest.err);
        assertEquals(7, done("results", sweeps.get(1).substring(0, 8), "--format", "csv").lines().count());
        assertEquals(2, done("results", first.runKey().substring(0, 10), "--format", "csv").lines().count());
        assertEquals(7, done("results", "found", "epochs=4", "--format", "csv").lines().count());
        assertTrue(done("evaluate", "found", "epochs=4", "learning_rate=0.05", "seed=2").contains("seed=2"));
        String list = done("results");
        assertEquals(3, list.lines().count(), list);
        assertTrue(list.contains(sweeps.get(0).substring(0, 8)) && list.contains(sweeps.get(1).substring(0, 8)), list);
        assertEquals(list, done("results", "--when", "today"), "unless midnight passes by");
        assertTrue(done("results", "--when", "2001-01-01").contains("There are no results"));
        Ended unknown = run("results", "elsewhere");
        assertEquals(Exit.BAD_INPUT, unknown.exit);
        assertTrue(unknown.err.contains("there are: found"), unknown.err);
        Ended values = run("evaluate", "found", "epochs=3");
        assertTrue(values.err.contains("no run of 'found' has epochs=3"), values.err);
    }

    @Test
    void modelOfAFileElsewhere_isFoundFromWhereTheFileWas() throws IOException {
        Path moved = Files.createDirectories(directory.resolve("project"));
        Files.move(file, moved.resolve("found.yaml"));
        Files.move(directory.resolve("data.csv"), moved.resolve("data.csv"));
        Path here = Path.of("").toAbsolutePath();
        done(here.relativize(moved.resolve("found.yaml").toAbsolutePath()).toString());
        try (Store store = Store.open(directory.resolve("results"))) {
            assertEquals(moved.toAbsolutePath().toString(), store.sweeps("found").get(0).directory().orElseThrow());
        }
        assertFalse(done("evaluate", "found").isEmpty());
    }

    @Test
    @DisplayName("files that an extended file or the command line names are found from where these had them")
    void filesNamedElsewhere_areFoundFromWhereTheyWere() throws IOException {
        Path base = Files.createDirectories(directory.resolve("base"));
        Path child = Files.createDirectories(directory.resolve("it's, a child"));
        Files.move(file, base.resolve("found.yaml"));
        Files.copy(directory.resolve("data.csv"), base.resolve("data.csv"));
        Path own = Files.writeString(child.resolve("own.yaml"), "extends: ../base/found.yaml\nname: own\n");
        done(own.toString());
        assertTrue(done("evaluate", "own").contains("validation: 12 examples"));
        Path typed = Files.move(directory.resolve("data.csv"), child.resolve("typed.csv"));
        String relative = Path.of("").toAbsolutePath().relativize(typed.toAbsolutePath()).toString();
        done(base.resolve("found.yaml").toString(), "name=typed", "data.path='" + relative.replace("'", "''") + "'");
        assertTrue(done("evaluate", "typed").contains("validation: 12 examples"));
    }

    @Test
    @DisplayName("a run that two experiments share is one run, and its identity is not ambiguous")
    void identity_ofASharedRun_isNotAmbiguous() throws IOException {
        done(file.toString());
        Path twin = Files.writeString(directory.resolve("twin.yaml"), EXPERIMENT.replace("name: found", "name: twin"));
        done(twin.toString());
        Run shared = runs("found").get(0);
        assertEquals(shared.runKey(), runs("twin").get(0).runKey());
        assertEquals(2, done("results", shared.runKey(), "--format", "csv").lines().count());
        assertEquals(4, done("results", shared.configId(), "--format", "csv").lines().count());
    }

    @Test
    void ambiguousBeginning_listsWhatItMayMeanWithDates() {
        List<PlannedRun> planned = Stream.of("a", "b").map(end -> new PlannedRun("abcd" + end.repeat(60), "seed=" + end,
                "c".repeat(64), 0, "data 1", Map.of(), Map.of(), Map.of(), Map.of(), Map.of())).toList();
        try (Store store = Store.open(directory.resolve("results"))) {
            store.plan(new SweepPlan("d".repeat(64), "many", true, "", Map.of(), "val_loss", Goal.MINIMIZE, List.of(),
                    "many.yaml", 1_000, planned));
        }
        Ended ended = run("results", "abcd");
        assertEquals(Exit.BAD_INPUT, ended.exit);
        assertEquals(3, ended.err.lines().count(), ended.err);
        assertTrue(ended.err.lines().skip(1).allMatch(line -> line.matches(
                " +run abcd[ab]{8}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  .*")), ended.err);
    }

    @Test
    @DisplayName("a table shows the figures that are asked for, ranked by the one that is; what is not there is told")
    void figures_areChosen() throws IOException {
        Files.writeString(file, EXPERIMENT.replace("metric: {", "metrics: [kept.val_loss], metric: {"));
        String asked = done(file.toString());
        assertTrue(asked.matches("(?s).*  kept.val_loss  95 % interval +best_epoch  95 % interval +runs\n.*"), asked);
        String table = done("results", "found", "--metric", "final.loss,val_loss", "--sort", "loss");
        assertTrue(table.matches("rank +learning_rate +best.loss .*  final.loss  95 % interval +best.val_loss "
                + " 95 % interval +best_epoch  95 % interval +runs\n(?s).*"), table);
        Ended wrong = run("results", "found", "--sort", "val_mae");
        assertEquals(Exit.BAD_INPUT, wrong.exit);
        assertTrue(wrong.err.startsWith("--sort: 'val_mae' is no figure of these runs; there are: best.accuracy, "),
                wrong.err);
        Files.writeString(file, EXPERIMENT.replace("metric: {", "metrics: [val_losss], metric: {"));
        Ended mistake = run(file.toString());
        assertEquals(Exit.BAD_INPUT, mistake.exit);
        assertTrue(mistake.err.contains(":5:73: sweep.metrics.0: 'val_losss' is not "), mistake.err);
    }

    @Test
    void nameOfAnotherTime_isSaidToBeKnown() {
        done(file.toString(), "seeds=1", "learning_rate=0.05");
        Ended ended = run("results", "found", "--when", "2001-01-01");
        assertEquals(Exit.BAD_INPUT, ended.exit);
        assertTrue(ended.err.contains("--when: 'found' was not planned then, but:"), ended.err);
    }

    @Test
    void sweepUnderWay_showsHowFarItIs() {
        done(file.toString(), "learning_rate=0.05", "seeds=2");
        Run second = runs("found").get(1);
        try (Store store = Store.open(directory.resolve("results"))) {
            store.start(second.runKey(), 5);
            store.flush();
        }
        Ended results = run("results", "found");
        assertTrue(results.out.contains("running 1/2"), results.out);
        assertTrue(results.err.contains("cut off: learning_rate=0.05 seed=1: epoch 4 of 4") || results.err.contains(
                "cut off: seed=1: epoch 4 of 4"), results.err);
        assertTrue(results.err.contains("1 of 2 runs have not ended yet; no command is at work on them, and the "
                + "experiment's own goes on with them\n"), results.err);
        try (Store store = Store.open(directory.resolve("results"));
                Recording atWork = store.begin(store.sweeps("found").get(0).sweepId(), 6)) {
            String told = run("results", "found").err;
            assertTrue(told.contains("running: ") && told.contains("1 of 2 runs have not ended yet\n"), told);
            atWork.finish(Outcome.COMPLETED, 7);
        }
    }

    @Test
    @DisplayName("a class that has a line of its own to say stays within the plan's line")
    void classOfTwoLines_isShownOnOne() throws IOException {
        data("0.5");
        Path data = directory.resolve("data.csv");
        Files.writeString(data, Files.readString(data).replace(",cat\n", ",\"cat\n0 errors\"\n"));
        String plan = done(file.toString(), "--validate");
        assertTrue(plan.contains("target kind: 2 classes, cat\\n0 errors (30), dog (30)"), plan);
    }
}
