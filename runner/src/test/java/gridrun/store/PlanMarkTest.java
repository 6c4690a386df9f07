package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that says the same again leaves the runs as they are, and any other is written down. */
class PlanMarkTest {

    private static final SweepPlan PLAN = Plans.sweep("lr", "0.1", "0.01", "0.001");
    private static final PlannedRun FIRST = PLAN.runs().get(0);

    @TempDir
    Path results;
    private Store store;

    @BeforeEach
    void plan() {
        store = Store.open(results);
        store.plan(PLAN);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theSameAgain_datesTheSweepAnew_andTouchesNoRun() {
        List<Run> before = store.runs(PLAN.sweepId());
        List<Long> revisions = revisions();
        store.plan(Plans.later(PLAN, 500));
        assertEquals(revisions, revisions());
        assertEquals(before, store.runs(PLAN.sweepId()));
        assertEquals(PLAN.createdMs() + 500, store.sweep(PLAN.sweepId()).orElseThrow().plannedMs());
        assertTrue(store.runs(PLAN.sweepId()).stream().noneMatch(Run::superseded));
    }

    static Stream<PlannedRun> others() {
        return Stream.of(
                new PlannedRun(FIRST.runKey(), "another name", FIRST.configId(), FIRST.seed(), FIRST.version(),
                        FIRST.swept(), FIRST.settings(), FIRST.own(), FIRST.files(), FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), "data-2 1",
                        FIRST.swept(), FIRST.settings(), FIRST.own(), FIRST.files(), FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                        Map.of("learning_rate", "1e-1"), FIRST.settings(), FIRST.own(), FIRST.files(), FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                        FIRST.swept(), with(FIRST.settings(), "train.other", "1"), FIRST.own(), FIRST.files(),
                        FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                        FIRST.swept(), FIRST.settings(), Map.of("seed", "0"), FIRST.files(), FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                        FIRST.swept(), FIRST.settings(), FIRST.own(), Map.of("data.file", "/elsewhere.csv"),
                        FIRST.tags()),
                new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                        FIRST.swept(), FIRST.settings(), FIRST.own(), FIRST.files(), Map.of("course", "c")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aRunThatIsAnother_isWritten_andTakenBackByThePlanBefore(PlannedRun other) {
        List<PlannedRun> runs = new ArrayList<>(PLAN.runs());
        runs.set(0, other);
        store.plan(of(PLAN, 500, runs));
        assertHas(other);
        store.plan(Plans.later(PLAN, 900));
        assertHas(new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), FIRST.version(),
                FIRST.swept(), other.settings(), other.own(), with(other.files(), FIRST.files()), FIRST.tags()));
    }

    static Stream<SweepPlan> sweeps() {
        return Stream.of(
                sweep("Another question.", PLAN.metric(), PLAN.goal(), PLAN.file()),
                sweep(PLAN.description(), "val_loss", PLAN.goal(), PLAN.file()),
                sweep(PLAN.description(), PLAN.metric(), Goal.MINIMIZE, PLAN.file()),
                sweep(PLAN.description(), PLAN.metric(), PLAN.goal(), "elsewhere/lr.yaml"));
    }

    private static SweepPlan sweep(String description, String metric, Goal goal, String file) {
        return new SweepPlan(PLAN.sweepId(), PLAN.experiment(), PLAN.parent(), description, PLAN.tags(), metric, goal,
                PLAN.axes(), file, PLAN.createdMs() + 500, PLAN.runs());
    }

    /** A publisher looks again at what has another revision. */
    @ParameterizedTest
    @MethodSource("sweeps")
    void aSweepThatIsAnother_isAnotherOfEachRun(SweepPlan other) {
        List<Long> before = revisions();
        store.plan(other);
        List<Long> after = revisions();
        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i) > before.get(i));
        }
    }

    /** As where the clock is set back: which runs the newest plan has is not told by the date alone. */
    @Test
    void plansOfOneDate_areNoneOfThemTheSame() {
        List<PlannedRun> twice = List.of(PLAN.runs().get(0), PLAN.runs().get(1), PLAN.runs().get(0));
        store.plan(of(PLAN, 0, twice));
        store.plan(of(PLAN, 500, twice));
        assertEquals(List.of(2L), store.query((reads, sql) -> sql.list(
                "SELECT COUNT(*) FROM member WHERE planned_ms = 1500", row -> row.getLong(1))));
    }

    @Test
    void fewerRuns_leaveTheOthersBehind_andAllOfThemBringThemBack() {
        List<PlannedRun> fewer = PLAN.runs().subList(1, 3);
        store.plan(of(PLAN, 500, fewer));
        store.plan(of(PLAN, 600, fewer));
        assertEquals(List.of(PLAN.runs().get(1).runKey(), PLAN.runs().get(2).runKey(), FIRST.runKey()), keys());
        store.plan(Plans.later(PLAN, 900));
        assertEquals(PLAN.runs().stream().map(PlannedRun::runKey).toList(), keys());
    }

    @Test
    void whatAnotherSweepPlansToo_isWrittenEachTime() {
        PlannedRun other = new PlannedRun(FIRST.runKey(), FIRST.name(), FIRST.configId(), FIRST.seed(), "data-2 1",
                FIRST.swept(), FIRST.settings(), FIRST.own(), FIRST.files(), Map.of("course", "c"));
        store.plan(new SweepPlan(Plans.key("other"), "other", true, "", Map.of(), PLAN.metric(), PLAN.goal(),
                PLAN.axes(), PLAN.file(), 2_000, List.of(other)));
        assertHas(other);
        store.plan(Plans.later(PLAN, 3_000));
        assertHas(FIRST);
    }

    /** An earlier version of the program, say, which knows of no mark. */
    @Test
    void aPlanThatLeftNoMark_isReplaced() throws Exception {
        store.close();
        Files.delete(results.resolve(Store.DATABASE + ClosingDigest.SUFFIX));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + results.resolve(Store.DATABASE));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sweep SET planned_ms = 1500");
            assertEquals(3, statement.executeUpdate("UPDATE member SET planned_ms = 1500, name = 'another'"));
        }
        store = Store.open(results);
        store.plan(Plans.later(PLAN, 900));
        assertHas(FIRST);
    }

    @Test
    void tagsThatWereARunsOwn_areThePlansAgain() {
        Recording own = store.amend(FIRST.runKey());
        own.ownTags(Map.of("course", "own"));
        store.plan(Plans.later(PLAN, 500));
        assertEquals(Map.of("course", "own"), store.run(FIRST.runKey()).orElseThrow().tags());
        own.ownTags(Map.of());
        store.plan(Plans.later(PLAN, 900));
        assertHas(FIRST);
    }

    private static SweepPlan of(SweepPlan plan, long later, List<PlannedRun> runs) {
        return new SweepPlan(plan.sweepId(), plan.experiment(), plan.parent(), plan.description(), plan.tags(),
                plan.metric(), plan.goal(), plan.axes(), plan.file(), plan.createdMs() + later, runs);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        return with(map, Map.of(key, value));
    }

    private static Map<String, String> with(Map<String, String> map, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(map);
        both.putAll(more);
        return both;
    }

    private void assertHas(PlannedRun planned) {
        Run run = store.run(PLAN.sweepId(), planned.runKey()).orElseThrow();
        assertEquals(planned.name(), run.name());
        assertEquals(planned.swept(), run.swept());
        assertEquals(with(planned.settings(), planned.own()), run.params());
        assertEquals(planned.tags(), run.tags());
        assertEquals(planned.files(), store.files(PLAN.sweepId(), planned.runKey()));
        assertEquals(planned.version(), store.query((reads, sql) -> sql.first("SELECT version FROM run JOIN entry e "
                + "ON e.id = entry WHERE e.key = ?", row -> row.getString(1), planned.runKey())).orElseThrow());
    }

    private List<String> keys() {
        return store.runs(PLAN.sweepId()).stream().map(Run::runKey).toList();
    }

    private List<Long> revisions() {
        return store.query((reads, sql) -> sql.list("SELECT revision FROM entry WHERE kind = 'run' ORDER BY id",
                row -> row.getLong(1)));
    }
}
