package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.artifact.Projections;
import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plot.PictureFormat;
import gridrun.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ProfilesTest {

    private static final RunListener NOBODY = new RunListener() {};

    @TempDir
    Path directory;

    private static List<Job> jobs(String sweep) {
        Problems problems = new Problems();
        return Job.of(Experiment.parse("timed.yaml", """
                name: timed
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {epochs: 3, batch_size: 8}
                sweep: {%s}
                """.formatted(sweep), List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())));
    }

    private Profiles train(Store store, List<Job> jobs, BooleanSupplier stop) throws Exception {
        return train(store, jobs, KernelChoice.best(), stop);
    }

    private Profiles train(Store store, List<Job> jobs, KernelChoice kernels, BooleanSupplier stop) throws Exception {
        DataLoader loader = new DataLoader(new DataDirectory(directory, new Download(line -> {})));
        Profiles profiles = new Profiles(true, Set.of(PictureFormat.PNG));
        new Executor(store, loader, kernels, new Concurrency(1, 1), NOBODY, RetryRules.USUAL, profiles,
                stop)
                .run(jobs);
        return profiles;
    }

    @Test
    void interruptedRun_hasNoProfile_andTakesOneWhenItIsTrained() throws Exception {
        List<Job> jobs = jobs("seeds: 1");
        try (Store store = Store.open(directory)) {
            plan(store, jobs);
            Path table = store.runDirectory(jobs.get(0).runKey()).resolve("profile/profile.csv");
            int[] asked = {0};
            assertTrue(train(store, jobs, () -> ++asked[0] > 9).of(jobs.get(0)).isEmpty());
            assertFalse(Files.exists(table));
            assertEquals(10, train(store, jobs, () -> false).of(jobs.get(0)).orElseThrow().steps());
            assertTrue(Files.readString(table).contains("\ndense_1,matmul,forward,10,"), Files.readString(table));
        }
    }

    /** Little work is trained in scalar loops also where there are vectors; to measure theirs takes 15 s. */
    @Test
    void scalarLoops_haveNoCeiling() throws Exception {
        List<Job> jobs = jobs("seeds: 1");
        try (Store store = Store.open(directory)) {
            plan(store, jobs);
            KernelChoice little = KernelChoice.of(1, 1);
            assumeTrue(little.bits() == 0, "this Java is told to train in vectors");
            assertNull(train(store, jobs, little, () -> false).of(jobs.get(0)).orElseThrow().ceiling());
        }
    }

    @Test
    void sample_thatIsInterrupted_leavesNothing() throws Exception {
        List<Job> jobs = jobs("seeds: 1");
        try (Store store = Store.open(directory)) {
            plan(store, jobs);
            train(store, jobs, () -> false);
            Path files = store.runDirectory(jobs.get(0).runKey()).resolve("profile");
            Files.delete(files.resolve("profile.csv"));
            Profiles profiles = new Profiles(true, Set.of(PictureFormat.PNG));
            DataLoader loader = new DataLoader(new DataDirectory(directory, new Download(line -> {})));
            int[] asked = {0};
            profiles.sample(jobs.get(0), store, loader, 1, new Projections(System.err::println), () -> ++asked[0] > 9);
            assertTrue(profiles.of(jobs.get(0)).isEmpty());
            assertFalse(Files.exists(files.resolve("profile.csv")));
            assertTrue(store.run(jobs.get(0).runKey()).orElseThrow().hasResult());
        }
    }

    @Test
    void alike_areRunsWhoseStepsComputeTheSame() {
        assertEquals(1, Profiles
                .alike(jobs("seeds: 2, parameters: {learning_rate: [0.1, 0.2], init: [zeros, he_normal]}")).size());
        for (String axis : List.of("hidden: [[4], [5]]", "batch_size: [8, 16]", "optimizer: [sgd, adam]",
                "activation: [relu, tanh]")) {
            assertEquals(2, Profiles.alike(jobs("seeds: 2, parameters: {" + axis + "}")).size(), axis);
        }
    }

    private static void plan(Store store, List<Job> jobs) {
        Problems problems = new Problems();
        SweepRecord.plan(store,
                Experiment.parse("timed.yaml", jobs.get(0).spec().yaml("timed"), List.of(), false, problems)
                        .orElseThrow(() -> new AssertionError(problems.render())),
                jobs);
    }
}
