package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.Race;
import gridrun.config.Problems;
import gridrun.execute.RetryRules;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.report.Format;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races as they are run: in rounds, each of which is planned by what the rounds before have shown. */
@Tag("slow")
class RaceSessionTest {

    private static final String RACE = """
            name: race
            data: {type: moons, samples: 100}
            model: {hidden: [4]}
            train: {epochs: 4, batch_size: 8}
            sweep:
              parameters: {learning_rate: [0.3, 0.25, 0.01, 0.001]}
              seeds: {min: 4, max: 8, block: 2}
            expect: ["learning_rate=0.3 > learning_rate=0.001", "tied(learning_rate=0.3, learning_rate=0.25)"]
            """;

    @TempDir
    Path directory;

    private static Experiment experiment(String text) {
        Problems problems = new Problems();
        return Experiment.parse("race.yaml", text, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private SessionOptions options(String results) {
        return SessionOptions.in(directory.resolve(results)).withJobs(1);
    }

    /** What a race comes to: its runs in order, and its table. */
    private record Outcome(List<String> runs, Race race, String table) {

        static Outcome of(Conclusion conclusion) {
            assertTrue(conclusion.isComplete());
            return new Outcome(conclusion.runs().stream().map(Run::name).toList(), conclusion.race().orElseThrow(),
                    conclusion.report().in(Format.MD));
        }
    }

    private static Conclusion run(SessionOptions options, SessionListener listener) throws Exception {
        return run(RACE, options, listener);
    }

    private static Conclusion run(String text, SessionOptions options, SessionListener listener) throws Exception {
        try (Session session = Session.open(options, listener)) {
            return session.run(experiment(text));
        }
    }

    @Test
    @DisplayName("what is told apart gets no more seeds; the plan says what it may cost, the table what it saved")
    void race_givesSeedsToThoseThatAreLeft() throws Exception {
        List<String> looks = new ArrayList<>();
        List<Integer> atMost = new ArrayList<>();
        SessionOptions options = options("results");
        Conclusion conclusion = run(options, new SessionListener() {
            @Override
            public void planned(Plan plan) {
                atMost.add(plan.toDo().size());
            }

            @Override
            public void looked(Plan plan) {
                Race race = plan.race().orElseThrow();
                looks.add(race.seeds() + " " + race.left() + " " + race.state());
                atMost.add(plan.jobs().size());
            }
        });
        assertEquals(List.of("4 4 OPEN", "6 3 OPEN", "8 2 AT_ITS_MAXIMUM"), looks);
        assertEquals(List.of(32, 32, 30, 30), atMost);
        assertEquals(List.of(8, 8, 8, 6), conclusion.report().ranking().rows().stream().map(row -> row.runs().size())
                .toList());
        assertEquals(30, conclusion.runs().size());
        String table = conclusion.report().in(Format.MD);
        assertTrue(table.contains("race: 2 of 4 configurations are left at the maximum of 8 seeds; it saved 2 of 32 "
                + "runs (6 %)"), table);
        assertTrue(table.contains("out: after 6 seeds learning_rate=0.001; after 8 seeds learning_rate=0.01; means are "
                + "of unequal numbers of seeds, differences of shared ones"), table);
        assertTrue(table.contains("| worse"), table);
        assertTrue(conclusion.verdicts().stream().noneMatch(verdict -> verdict.found().isEmpty()));
        assertFalse(conclusion.hasMissed(), conclusion.verdicts()::toString);

        try (Session session = Session.open(options, SessionListener.NOBODY)) {
            Store store = session.store();
            Sweep sweep = store.sweeps().get(0);
            assertEquals(table, StoredResults.report(sweep, store.runs(sweep.sweepId())).in(Format.MD),
                    "what is kept tells the same race");
            Plan plan = session.plan(experiment(RACE));
            assertEquals(30, plan.jobs().size());
            assertEquals(List.of(), plan.toDo());
        }
    }

    @Test
    @DisplayName("the same race for any number of jobs, and again from the beginning")
    void race_isTheSame_withMoreJobs_andAfresh() throws Exception {
        Outcome one = Outcome.of(run(options("one"), SessionListener.NOBODY));
        SessionOptions two = options("two").withJobs(2);
        assertEquals(one, Outcome.of(run(two, SessionListener.NOBODY)));
        Conclusion again = run(two.withRules(new RetryRules(true, false, Integer.MAX_VALUE)), SessionListener.NOBODY);
        assertEquals(one, Outcome.of(again));
        assertEquals(30, again.repetition().same(again.runs()));
    }

    /** Stops after so many runs. */
    private static SessionListener counting(AtomicInteger ended) {
        return new SessionListener() {
            @Override
            public void ended(Job job, gridrun.store.Outcome outcome, String reason) {
                ended.incrementAndGet();
            }
        };
    }

    @Test
    @DisplayName("stopped in the middle of rounds and continued, it ends as if nothing had been")
    void race_stopped_goesOn() throws Exception {
        Outcome undisturbed = Outcome.of(run(options("other"), SessionListener.NOBODY));
        SessionOptions options = options("results");
        for (int most : List.of(5, 8, 5)) {
            AtomicInteger ended = new AtomicInteger();
            Conclusion stopped = run(options.withStop(() -> ended.get() >= most), counting(ended));
            assertTrue(stopped.interrupted());
        }
        assertEquals(undisturbed, Outcome.of(run(options, SessionListener.NOBODY)));
    }

    @Test
    @DisplayName("ended between two rounds, before the next one was planned, it goes on as well")
    void race_endedBetweenRounds_goesOn() throws Exception {
        Outcome undisturbed = Outcome.of(run(options("other"), SessionListener.NOBODY));
        SessionOptions options = options("results");
        for (int round = 0; round < 2; round++) {
            AtomicInteger looked = new AtomicInteger(round == 0 ? 1 : 0);
            assertThrows(IllegalStateException.class, () -> run(options, new SessionListener() {
                @Override
                public void looked(Plan plan) {
                    if (looked.incrementAndGet() == 2) {
                        throw new IllegalStateException("the lights go out");
                    }
                }
            }));
        }
        assertEquals(undisturbed, Outcome.of(run(options, SessionListener.NOBODY)));
    }

    @Test
    void race_takesResultsThatAreThere() throws Exception {
        SessionOptions options = options("results");
        try (Session session = Session.open(options, SessionListener.NOBODY)) {
            session.run(experiment(RACE.replace("{min: 4, max: 8, block: 2}", "6")));
            Plan plan = session.plan(experiment(RACE));
            assertEquals(Map.of("out", 14L, "in", 16L), plan.jobs().stream().collect(Collectors
                    .groupingBy(job -> job.spec().swept().get("learning_rate").startsWith("0.0") ? "out" : "in",
                            Collectors.counting())));
            assertEquals(6, plan.toDo().size(), "the seeds beyond the look at six");
            Conclusion conclusion = session.run(experiment(RACE));
            assertEquals(Race.State.AT_ITS_MAXIMUM, conclusion.race().orElseThrow().state());
            assertEquals(30, conclusion.runs().size());
        }
    }

    @Test
    @DisplayName("a plan of as many seeds for all leaves out those that a race gave to some, until it is a race again")
    void seedsForAll_afterARace_areThoseOfThePlan() throws Exception {
        String fixed = RACE.replace("{min: 4, max: 8, block: 2}", "5");
        String alone = run(fixed, options("alone"), SessionListener.NOBODY).report().in(Format.MD);
        SessionOptions options = options("results");
        Outcome race = Outcome.of(run(options, SessionListener.NOBODY));
        Conclusion after = run(fixed, options, SessionListener.NOBODY);
        assertEquals(20, after.runs().size());
        assertEquals(alone, after.report().in(Format.MD));
        try (Store store = Store.open(directory.resolve("results"))) {
            List<Run> runs = store.runs(store.sweeps().get(0).sweepId());
            assertEquals(30, runs.size());
            assertEquals(20, runs.stream().filter(run -> !run.superseded()).count());
            assertTrue(runs.stream().allMatch(run -> run.superseded() == run.seed() >= 5));
        }
        assertEquals(race, Outcome.of(run(options, SessionListener.NOBODY)));
        Conclusion more = run(fixed.replace("seeds: 5", "seeds: 8"), options, SessionListener.NOBODY);
        assertEquals(32, more.report().runs().size());
        assertEquals(alone, run(fixed, options, SessionListener.NOBODY).report().in(Format.MD));
    }
}
