package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands one after the other on the same runs: what each says of them, and what it leaves alone. */
@Tag("slow")
class TaggingTest {

    private static final RunListener NOBODY = new RunListener() {};

    @TempDir
    Path directory;

    @BeforeEach
    void repository() throws Exception {
        git("init", "-q");
        commit("first");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    private void commit(String message) throws Exception {
        git("-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "--allow-empty", "-m", message);
    }

    /** Plans and trains what is not done, as a command does; returns the runs by their learning rates. */
    private Map<String, Run> run(String team, String rates, RetryRules rules, String... overrides) throws Exception {
        Problems problems = new Problems();
        Experiment experiment = Experiment
                .parse(directory.resolve("tagged.yaml").toString(), """
                name: tagged
                data: {type: moons, samples: 40}
                model: {hidden: [2]}
                train: {epochs: 1, batch_size: 8}
                sweep: {parameters: {learning_rate: [%s]}}
                tags: {team: %s, commit: local, job: "${JOB:-none}"}
                """.formatted(rates, team), new Request(List.of(overrides), false, true, Map.of("JOB", rates)),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        List<Job> jobs = Job.of(experiment);
        DataLoader loader = new DataLoader(new DataDirectory(directory.resolve("data"), new Download(line -> {})));
        try (Store store = Store.open(directory.resolve("results"))) {
            SweepRecord record = SweepRecord.plan(store, experiment, jobs);
            assertTrue(new Executor(store, loader, KernelChoice.best(), new Concurrency(1, 1), record.tagging(NOBODY),
                    rules,
                    new Profiles(false, Set.of()), () -> false).run(jobs));
        }
        try (Store store = Store.open(directory.resolve("results"))) {
            Map<String, Run> runs = new TreeMap<>();
            jobs.forEach(
                    job -> runs.put(job.spec().swept().get("learning_rate"), store.run(job.runKey()).orElseThrow()));
            return runs;
        }
    }

    @Test
    void aLaterCommand_leavesAloneWhatAnEarlierOneSaidOfItsRuns() throws Exception {
        Run before = run("blue", "0.1, 0.2", RetryRules.USUAL, "tags.commit=c1", "tags.ci.job=7").get("0.1");
        commit("second");
        Map<String, Run> runs = run("blue", "0.1, 0.2, 0.3", RetryRules.USUAL, "tags.commit=c2");
        assertEquals(before.tags(), runs.get("0.1").tags());
        assertEquals("c1", before.tags().get("commit"));
        assertEquals("7", before.tags().get("ci.job"));
        assertEquals("0.1, 0.2", before.tags().get("job"));
        assertEquals("ci.job,commit,job", before.facts().get(Facts.OWN_TAGS));
        assertEquals("c2", runs.get("0.3").tags().get("commit"));
        assertEquals("0.1, 0.2, 0.3", runs.get("0.3").tags().get("job"));
        assertNotEquals(before.facts().get(Facts.GIT_COMMIT), runs.get("0.3").facts().get(Facts.GIT_COMMIT));
        assertEquals(40, before.facts().get(Facts.GIT_COMMIT).length());
    }

    @Test
    void aChangeInTheFile_reachesRunsThatAreDone_butNotWhatACommandSaidOfThem() throws Exception {
        run("blue", "0.1, 0.2", RetryRules.USUAL, "tags.commit=c1");
        Run changed = run("red", "0.1, 0.2", RetryRules.USUAL).get("0.1");
        assertEquals("red", changed.tags().get("team"));
        assertEquals("c1", changed.tags().get("commit"));
        Run again = run("red", "0.1, 0.2", new RetryRules(true, false, Integer.MAX_VALUE)).get("0.1");
        assertEquals("local", again.tags().get("commit"), "trained again by a command that says nothing else");
    }

    @Test
    void theNewPlanOfASweep_hasAllThatItsCommandSays() throws Exception {
        run("blue", "0.1, 0.2", RetryRules.USUAL);
        run("blue", "0.1, 0.2", RetryRules.USUAL, "tags={commit: c3}");
        try (Store store = Store.open(directory.resolve("results"))) {
            assertEquals("c3", store.sweeps("tagged").get(0).tags().get("commit"));
            store.runs(store.sweeps("tagged").get(0).sweepId())
                    .forEach(run -> assertEquals("local", run.tags().get("commit")));
        }
    }
}
