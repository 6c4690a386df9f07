package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.config.Problems;
import gridrun.data.Signature;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.experiment.RunSpec;
import gridrun.plan.ConfigurationCheck;
import gridrun.random.Rng;
import gridrun.session.GradientChecks;
import gridrun.task.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code gradients} and {@code --check-gradients}, within this process. */
class GradientsCommandTest {

    private static final Path EXPERIMENTS = Path.of("").toAbsolutePath().getParent().resolve("experiments");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, true);
    private Path file;

    @BeforeEach
    void experiment() throws IOException {
        file = Files.writeString(directory.resolve("waves.yaml"), """
                name: waves
                data: {type: moons, samples: 60}
                model: {hidden: [4, 4]}
                train: {epochs: 1}
                sweep: {parameters: {activation: [relu, tanh], learning_rate: [0.1, 0.2]}, seeds: 2}
                tracking: none
                """);
    }

    private int run(String... words) {
        return Main.run(List.of(words), Map.of("GRIDRUN_RESULTS_DIR", directory.resolve("results").toString()),
                terminal,
                Interruption.watch());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    static Stream<Path> experiments() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            return files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("experiments")
    void committedExperiments_haveRightGradients(Path experiment) throws IOException {
        if (Files.readString(experiment).contains("type: mnist")) {
            Problems problems = new Problems();
            Experiment.read(experiment, Request.PLAIN, problems).orElseThrow().runs()
                    .forEach(GradientsCommandTest::checkOnNoise);
        } else {
            assertEquals(Exit.DONE, run("gradients", experiment.toString()), this::printed);
            assertTrue(printed().contains(" compared, all are what central differences in float64 give"),
                    this::printed);
            assertFalse(printed().contains("less than half"), this::printed);
        }
    }

    /** On examples of the data's shape, for data that are not on every machine. */
    private static void checkOnNoise(RunSpec run) {
        Signature data = run.data().signature();
        Rng rng = Rng.of(4);
        float[] inputs = new float[10 * data.input().size()];
        float[] targets = new float[10];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.nextUniform();
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = rng.nextInt(data.task().classes());
        }
        List<GradientVerdict> verdicts = GradientCheck.onExamples(run.architecture(), run.train().penalty(),
                new Dataset(data.input(), inputs, data.task(), targets), Rng.of(run.seed())).run();
        verdicts.forEach(verdict -> assertTrue(verdict.isRight() && verdict.checked() > 0, verdict::toString));
    }

    @Test
    void configurations_thatDifferInHowTheyAreTrained_areCheckedOnce() {
        assertEquals(Exit.DONE, run("gradients", file.toString()), this::printed);
        assertTrue(printed().startsWith("\nactivation=relu\n"
                + "layer    tensor  size  relative_error  checked  left_out  verdict\n"
                + "dense_1  W          8 "), this::printed);
        assertTrue(printed().contains("\nactivation=tanh\n"), this::printed);
        assertTrue(printed().endsWith("\nwaves: 12 of 12 gradients compared, all are what central differences in"
                + " float64 give, to 1e-06; 0 vanishing, 0 left out; 74 of 74 elements drawn\n"),
                this::printed);
        assertFalse(Files.exists(directory.resolve("results")), "nothing is trained");
    }

    @Test
    void checkGradients_comesBeforeTheRuns_inSmokeRunsToo() {
        assertEquals(Exit.DONE, run(file.toString(), "--check-gradients", "--smoke", "hidden=[3]"), this::printed);
        assertTrue(printed().indexOf("waves-smoke: 8 of 8 gradients") < printed().indexOf("8 runs (0 done"),
                this::printed);
        assertTrue(printed().contains("waves-smoke: 8 of 8 gradients"), this::printed);
    }

    @Test
    void aWrongGradient_isTold() throws Exception {
        Experiment experiment = Experiment.read(file, Request.PLAIN, new Problems()).orElseThrow();
        GradientReview review = new GradientReview(
                new GradientChecks(GradientsCommandTest::firstIsWrong, 2, () -> false), terminal, Interruption.watch());
        assertFalse(review.isRight(experiment, true));
        assertTrue(printed().contains("\nactivation=relu\n") && !printed().contains("activation=tanh"), this::printed);
        assertTrue(printed().matches("(?s).*dense_1 +W +9 +5.0e-03 +8 +1  FAIL\n.*"), this::printed);
        assertTrue(printed().endsWith("waves: 3 of 3 gradients compared, 1 are not what central differences in float64"
                + " give; 0 vanishing, 0 left out; 17 of 17 elements drawn\n"),
                this::printed);
    }

    @Test
    @DisplayName("Agreement where there is nothing to compare is none")
    void gradientsThatCannotBeTold_areNotCalledRight() {
        String zeros = "init=zeros";
        assertEquals(Exit.DONE, run("gradients", file.toString(), zeros, "l1=0.1", "hidden=[4]"), this::printed);
        assertTrue(printed().contains("waves: 2 of 8 gradients compared, all are"), this::printed);
        assertTrue(printed().contains("; 2 vanishing, 4 left out;"), this::printed);
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .startsWith("waves: less than half of the gradients could be compared;"), this::printed);
    }

    @Test
    void noGradientCompared_isAFailure() throws Exception {
        Experiment experiment = Experiment.read(file, Request.PLAIN, new Problems()).orElseThrow();
        List<GradientVerdict> verdicts = List.of(
                new GradientVerdict("dense_1.W", 9, 0, 9, 0, true),
                new GradientVerdict("dense_1.b", 4, 0, 0, 4, false));
        assertFalse(new GradientReview(
                new GradientChecks((check, progress) -> verdicts, 2, () -> false), terminal, Interruption.watch())
                .isRight(experiment, true));
        assertTrue(printed().startsWith("\nwaves: 0 of 4 gradients compared, so nothing is known of them;"
                + " 2 vanishing, 2 left out;"), this::printed);
    }

    private static List<GradientVerdict> firstIsWrong(ConfigurationCheck check, DoubleConsumer progress) {
        GradientVerdict right = new GradientVerdict("dense_1.b", 4, 1e-10, 4, 0, false);
        return check.name().equals("activation=relu")
                ? List.of(new GradientVerdict("dense_1.W", 9, 5e-3, 8, 1, false), right) : List.of(right);
    }

    @Test
    void numbersThatAreNoIds_areTheFilesMistake() {
        String layers = "model={layers: [{embedding: {input_dim: 5, output_dim: 2}}, flatten]}";
        for (String[] words : new String[][] {{"gradients", file.toString(), layers},
            {file.toString(), "--check-gradients", layers}}) {
            assertEquals(Exit.BAD_INPUT, run(words), this::printed);
            assertTrue(err.toString(StandardCharsets.UTF_8)
                    .matches("(?s)command line: model.layers: embedding: the input \\S+"
                            + " is not a whole number from 0 up to 4, input_dim being 5\n.*1 error, nothing was "
                            + "run.\n"),
                    this::printed);
            err.reset();
        }
    }

    @Test
    void aWrongFile_isToldAsEverywhere() {
        assertEquals(Exit.BAD_INPUT, run("gradients", file.toString(), "activation=rleu"));
        assertTrue(printed().contains("did you mean 'relu'?"), this::printed);
        assertEquals(Exit.BAD_INPUT, run("gradients"));
        assertTrue(printed().contains("which experiment?"), this::printed);
    }
}
