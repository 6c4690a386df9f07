package gridrun.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.config.Problems;
import gridrun.data.MNIST;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.experiment.RunSpec;
import gridrun.session.Session;
import gridrun.session.SessionListener;
import gridrun.session.SessionOptions;
import gridrun.store.Facts;
import gridrun.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every committed experiment is the same one where Java says it. */
@Tag("slow")
class TwinsTest {

    private static final Path EXPERIMENTS = Path.of("..", "experiments");
    private static final List<Path> TWINS = List.of(EXPERIMENTS, Path.of("src/test/resources/gridrun/twins"));

    @TempDir
    Path results;

    static List<Path> experiments() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertTrue(all.size() >= 14, all::toString);
            return all;
        }
    }

    /** {@code LrSweep.java} of {@code lr-sweep.yaml}. */
    private static Path twin(Path yaml) {
        StringBuilder name = new StringBuilder();
        for (String word : yaml.getFileName().toString().replace(".yaml", "").split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return TWINS.stream().map(directory -> directory.resolve(name + ".java")).filter(Files::exists).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + ".java for " + yaml));
    }

    private static Experiment read(Path file, boolean smoke) {
        Problems problems = new Problems();
        return JavaFile.read(file, new Request(List.of(), smoke, true), problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static String said(Experiment of) {
        return String.join("\n", List.of(of.name(), String.valueOf(of.description()), of.tags().toString(),
                of.checkpoint().toString(), of.metric().toString(), String.valueOf(of.sweepId()), of.axes().toString(),
                of.expect().toString(), Integer.toString(of.excluded()), String.valueOf(of.tracking()),
                String.join("\n", of.runs().stream().map(TwinsTest::said).toList())));
    }

    private static String said(RunSpec run) {
        return run.name() + " " + run.configId() + " " + run.seed() + " " + run.swept() + " " + run.params();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void twin_hasThePlanAndTheIdentitiesOfTheFile(Path yaml) {
        assertEquals(said(read(yaml, false)), said(read(twin(yaml), false)));
        assertEquals(said(read(yaml, true)), said(read(twin(yaml), true)));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void yamlOfTheTwin_isTheSameExperiment(Path yaml) {
        Problems problems = new Problems();
        String text = JavaFile.yaml(twin(yaml), problems).orElseThrow(() -> new AssertionError(problems.render()));
        Experiment again = Experiment.parse("../experiments/twin.yaml", text, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(text + problems.render()));
        assertEquals(said(read(yaml, false)), said(again));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("experiments")
    void smokeRunsOfTheTwin_haveTheWeightsOfTheFiles(Path yaml) throws IOException {
        Experiment file = read(yaml, true);
        SessionOptions options = SessionOptions.in(results.resolve("yaml"));
        assumeTrue(file.runs().stream().noneMatch(run -> run.data() instanceof MNIST)
                || hasFiles(options.data().resolve("mnist")), "MNIST is not at hand (GRIDRUN_DATA_DIR)");
        List<String> expected = weights(file, options);
        assertTrue(expected.stream().allMatch(sha256 -> sha256.length() == 64), expected::toString);
        assertEquals(expected, weights(read(twin(yaml), true), SessionOptions.in(results.resolve("java"))));
    }

    /** A download that failed leaves a directory without any. */
    private static boolean hasFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isPresent();
        }
    }

    private static List<String> weights(Experiment experiment, SessionOptions options) throws IOException {
        try (Session session = Session.open(options, SessionListener.NOBODY)) {
            List<Run> runs = session.run(experiment).runs();
            assertEquals(experiment.runs().size(), runs.size());
            return runs.stream().map(run -> run.facts().getOrDefault(Facts.WEIGHTS_SHA256, "")).toList();
        }
    }
}
