package gridrun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.experiment.RunSpec;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Rehearsal.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reckoned from a rehearsal, and that anything can be rehearsed. How fast it is depends on the machine. */
@Tag("slow")
class RehearsalTest {

    private static final String MOONS = "data: {type: moons, samples: %d, validation: %s}\nmodel: {hidden: [4]}\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {
        "data: {type: moons, samples: 60}\nmodel: {hidden: [4]}\ntrain: {early_stopping: {patience: 2}}",
        "data: {type: noisy_sine, samples: 60, validation: 0}\nmodel: {hidden: [4]}\ntrain: {batch_size: full}",
        "data: {type: adding, samples: 60, length: 5}\nmodel: {layers: [{gru: 3}]}\ntrain: {log: "
                + "[gradient_norm_over_time]}",
        "data: {type: associative_recall, samples: 60, pairs: 2, symbols: 3}\n"
                + "model: {layers: [{embedding: {input_dim: 12, output_dim: 4}}, {lstm: 4}]}",
        "data: {type: mnist}\nmodel: {hidden: [4]}"})
    void anythingIsRehearsed_withoutItsData(String settings) throws Exception {
        RunSpec run = run(settings);
        Times times = Rehearsal.of(run, CostClass.of(run), KernelChoice.best(), 1, 0.01, 60);
        assertTrue(times.epochs() > 0 && times.rest() > 0 && times.files() > 0 && times.trained() > 0, times::toString);
    }

    @Test
    void training_isThatOfAllStepsAndAllExamples() throws Exception {
        Times times = new Times(2, 258, 15, 1, 0, 0);
        CostClass few = CostClass.of(run(MOONS.formatted(320, "0.2") + "train: {batch_size: 32}"));
        assertEquals(3 * (7 * 2 + 258), times.training(few, 3), 1e-9, "8 steps and 64 to evaluate");
        CostClass many = CostClass.of(run(MOONS.formatted(5120, "0.4") + "train: {batch_size: 32}"));
        assertEquals(3 * (95 * 2 + 258 + 1024 * 0.25), times.training(many, 3), 1e-9, "1,024 of 2,048 were rehearsed");
    }

    @Test
    void cold_isWhatWasSlowerThanLater() {
        assertEquals(100 - 10 * 2 - 4 * 5, new Times(6, 7, 10, 4, 100, 0).cold(new Times(2, 5, 1, 1, 1, 1)), 1e-9);
        assertEquals(0, new Times(1, 1, 10, 4, 14, 0).cold(new Times(2, 5, 1, 1, 1, 1)), "a later one was disturbed");
    }

    private RunSpec run(String settings) throws Exception {
        Path file = Files.writeString(directory.resolve("rehearsed.yaml"), "name: rehearsed\n" + settings);
        Problems problems = new Problems();
        return Experiment.read(file, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().get(0);
    }
}
