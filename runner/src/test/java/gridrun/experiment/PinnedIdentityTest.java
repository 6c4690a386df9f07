package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gridrun.config.Problems;
import gridrun.metric.AUC;
import gridrun.metric.MacroF1;
import gridrun.random.RunSeeds;
import gridrun.train.Numerics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results that people have stay theirs: no change of Gridrun changes an identity of a committed experiment unnoticed.
 *
 * <p>A line of {@code identities.txt} is an experiment, what is identified, and its hash: the sweep, each configuration
 * in the order of the plan, and the first run.
 */
class PinnedIdentityTest {

    private static final Path EXPERIMENTS = Path.of("..", "experiments");

    private static Map<String, List<String>> pinned() throws IOException {
        Map<String, List<String>> pinned = new LinkedHashMap<>();
        try (var lines = PinnedIdentityTest.class.getResourceAsStream("identities.txt")) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .forEach(line -> pinned.computeIfAbsent(line.split(" ")[0], name -> new ArrayList<>()).add(line));
        }
        return pinned;
    }

    static Set<String> names() throws IOException {
        return pinned().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("New settings change no identity")
    void identities_ofACommittedExperiment_arePinned(String name) throws IOException {
        assertEquals(String.join("\n", pinned().get(name)), String.join("\n", identities(name)));
    }

    private static List<String> identities(String name) {
        Problems problems = new Problems();
        Experiment experiment = Experiment.read(EXPERIMENTS.resolve(name + ".yaml"), Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        List<String> lines = new ArrayList<>();
        lines.add(name + " sweep " + experiment.sweepId());
        experiment.runs().stream().map(RunSpec::configId).distinct().forEach(id -> lines.add(name + " config " + id));
        RunSpec first = experiment.runs().get(0);
        lines.add(name + " run_key "
                + RunKey.of(first.configId(), first.seeds(), 0, first.data().fingerprint(), Numerics.VERSION,
                        List.of()));
        return lines;
    }

    @Test
    void everyCommittedExperiment_isPinned() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            assertEquals(new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml")).map(file -> file.replace(".yaml", "")).toList()),
                    new TreeSet<>(names()));
        }
    }

    @Test
    @DisplayName("What is measured is no part of a configuration, and part of a run's result")
    void configId_withMetrics_isTheSame_andTheRunKeyAnother() {
        assertEquals(configId(), first("metrics=[auc, macro_f1]").configId());
        assertEquals(List.of(new AUC(), new MacroF1()), first("metrics=[auc, macro_f1]").train().metrics());
        String usual = RunKey.of("c", RunSeeds.of(0), 0, "data", 1, List.of());
        String asked = RunKey.of("c", RunSeeds.of(0), 0, "data", 1, List.of(new AUC(), new MacroF1()));
        assertNotEquals(usual, asked);
        assertEquals(asked, RunKey.of("c", RunSeeds.of(0), 0, "data", 1, List.of(new MacroF1(), new AUC())));
    }

    @Test
    @DisplayName("A setting that came later is part of an identity where it is not at its default")
    void configId_withALaterSetting_isAnother() {
        assertEquals(configId(), configId("drop_last=false"));
        assertNotEquals(configId(), configId("drop_last=true"));
    }

    private static String configId(String... overrides) {
        RunSpec run = first(overrides);
        assertEquals(overrides.length == 0 ? "false" : overrides[0].replace("drop_last=", ""),
                run.params().get("train.drop_last"));
        return run.configId();
    }

    private static RunSpec first(String... overrides) {
        return Experiment.read(Path.of("..", "experiments", "lr-sweep.yaml"), List.of(overrides), false, new Problems())
                .orElseThrow().runs().get(0);
    }
}
