package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludeTest {

    private static final String FILE = """
            name: t
            data: moons
            model: {hidden: [4]}
            train: {epochs: 7, optimizer: sgd}
            sweep:
              parameters: {learning_rate: [0.1, 0.2], batch_size: [8, 16]}
              cases: {plain: , deep: {hidden: [4, 4]}, wide: {hidden: [9]}}
              exclude:
                - {case: [deep, wide], learning_rate: 2e-1}
                - {train.batch_size: 16, case: plain}
            smoke: {epochs: 1}
            """;

    private static Experiment read(String text, boolean smoke, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("t.yaml", text, List.of(overrides), smoke, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static List<String> names(String text, String... overrides) {
        return read(text, false, overrides).runs().stream().map(run -> run.name().replace(" seed=0", "")).toList();
    }

    private static String errors(String text, String... overrides) {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(overrides), false, problems).isEmpty());
        return problems.render();
    }

    @Test
    void cellsWithTheValues_areLeftOut_ofAListAnyOfThem() {
        assertEquals(6, read(FILE, false).excluded());
        assertEquals(List.of("learning_rate=0.1 batch_size=8 case=plain", "learning_rate=0.1 batch_size=8 case=deep",
                "learning_rate=0.1 batch_size=8 case=wide", "learning_rate=0.1 batch_size=16 case=deep",
                "learning_rate=0.1 batch_size=16 case=wide", "learning_rate=0.2 batch_size=8 case=plain"), names(FILE));
    }

    @Test
    void exclusions_changeNoIdentity() {
        Experiment all = read(FILE.replaceAll("(?s)  exclude:.*smoke", "smoke"), false);
        Experiment some = read(FILE, false);
        assertEquals(all.sweepId(), some.sweepId());
        assertTrue(all.runs().stream().map(RunSpec::configId).toList()
                .containsAll(some.runs().stream().map(RunSpec::configId).toList()));
    }

    @Test
    void cellThatCannotBe_canBeExcluded() {
        String file = "name: t\ndata: moons\nmodel: {hidden: [4]}\nsweep:\n  parameters:\n"
                + "    optimizer: [adam, {type: sgd, momentum: 0.9}, {type: sgd, momentum: 0}]\n"
                + "    train.optimizer.nesterov: [true, false]\n";
        assertTrue(errors(file).contains("unknown key 'nesterov' in train.optimizer (adam)"));
        assertEquals(List.of("optimizer={type: sgd, momentum: 0.9} nesterov=true",
                "optimizer={type: sgd, momentum: 0.9} nesterov=false"),
                names(file + "  exclude: [{optimizer: adam}, {optimizer: {type: sgd}}]\n"));
    }

    @Test
    void listValuedAndZippedAxes_areExcludedByWholeValues() {
        String file = "name: t\ndata: moons\nmodel: {hidden: [4]}\nsweep:\n  parameters: {hidden: [[4], [8, 8]]}\n"
                + "  zip: {activation: [relu, tanh], init: [he_normal, glorot_normal]}\n  exclude: [{%s}]\n";
        assertEquals(List.of("hidden=[4] activation=tanh init=glorot_normal",
                "hidden=[8, 8] activation=relu init=he_normal", "hidden=[8, 8] activation=tanh init=glorot_normal"),
                names(file.formatted("hidden: [4], init: kaiming_normal")));
        assertEquals(List.of("hidden=[4] activation=relu init=he_normal",
                "hidden=[8, 8] activation=relu init=he_normal"),
                names(file.formatted("hidden: [[4], [8, 8]], activation: tanh")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        learning_rate=0.2         | batch_size=8 case=plain
        learning_rate=0.5         | batch_size=8 case=plain, batch_size=8 case=deep, batch_size=8 case=wide, batch_size=16 case=deep, batch_size=16 case=wide
        case=deep batch_size=8    | learning_rate=0.1
        case=plain                | learning_rate=0.1 batch_size=8, learning_rate=0.2 batch_size=8
        learning_rate=0.2,0.3 batch_size=8 | learning_rate=0.2 case=plain, learning_rate=0.3 case=plain, learning_rate=0.3 case=deep, learning_rate=0.3 case=wide
        learning_rate=0.2 batch_size=16 ~sweep.exclude | case=plain, case=deep, case=wide
        """)
    void override_keepsTheExclusionsThatHold(String overrides, String expected) {
        String[] given = overrides.split(" ");
        Experiment experiment = read(FILE, false, given);
        if (!experiment.isSingle()) {
            assertEquals(List.of(expected.split(", ")), names(FILE, given).stream()
                    .map(name -> name.equals("t") ? expected : name).toList());
        }
        Experiment again = read(experiment.resolved().text(), false);
        assertEquals(experiment.runs().stream().map(RunSpec::configId).toList(),
                again.runs().stream().map(RunSpec::configId).toList());
        assertEquals(experiment.sweepId(), again.sweepId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning_rate=0.2 batch_size=16", "learning_rate=0.2 batch_size=8 case=deep"})
    void overrides_thatLeaveNothing_areRefused(String overrides) {
        String shown = errors(FILE, overrides.split(" "));
        assertTrue(shown.contains("t.yaml:9:5: sweep.exclude leaves out all that varies; ~sweep.exclude takes it in"),
                shown);
        assertFalse(read(FILE, false, (overrides + " ~sweep.exclude").split(" ")).runs().isEmpty());
    }

    @Test
    void withoutTheSweep_nothingIsExcluded() {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", FILE, new Request(List.of(), false, false), problems).isPresent(),
                problems::render);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        case: plain}              | case: palin}          | 10:36: sweep.exclude: case is never palin; it is plain, deep, wide; did you mean 'plain'?
        learning_rate: 2e-1       | learning_rate: 0.3    | 9:43: sweep.exclude: learning_rate is never 0.3; it is 0.1, 0.2
        learning_rate: 2e-1       | epochs: 7             | 9:28: sweep.exclude: epochs does not vary; what varies is learning_rate, batch_size, case
        learning_rate: 2e-1       | learning_rat: 0.1     | 9:28: unknown parameter 'learning_rat'; did you mean 'learning_rate' (train.learning_rate)?
        - {train.batch_size: 16, case: plain} | - {}      | sweep.exclude: an exclusion without an axis
        - {train.batch_size: 16, case: plain} | - plain   | 10:7: sweep.exclude.1: expected a map of settings, not 'plain'
        - {train.batch_size: 16, case: plain} | - {case: [plain, deep, wide]} | 9:5: sweep.exclude leaves out all that varies
        """)
    void mistake_isTold(String from, String to, String message) {
        assertTrue(FILE.contains(from), from);
        String shown = errors(FILE.replace(from, to));
        assertTrue(shown.contains(message), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @Test
    void exclusionOfNoCell_isTold() {
        String file = "name: t\ndata: moons\nmodel: {hidden: [4]}\nsweep:\n"
                + "  zip: {activation: [relu, tanh], init: [he_normal, glorot_normal]}\n"
                + "  exclude: [{activation: relu, init: glorot_normal}]\n";
        assertEquals("""
                t.yaml:6:14: sweep.exclude: no cell has activation=relu and init=glorot_normal, so nothing is left out
                    6 |   exclude: [{activation: relu, init: glorot_normal}]
                      |              ^^^^^^^^^^
                1 error, nothing was run.
                """, errors(file));
        assertTrue(errors(FILE, "sweep.exclude=[{case: palin}]").contains("case is never palin"));
    }
}
