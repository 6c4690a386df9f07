package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.config.CanonicalJson;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import gridrun.config.YamlWriter;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back as the same, for every committed experiment and each of its configurations. */
@Tag("slow")
class RoundTripTest {

    private static final Path EXPERIMENTS = Path.of("..", "experiments");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Experiment read(Path file, boolean smoke) {
        Problems problems = new Problems();
        return Experiment.read(file, new Request(List.of(), smoke, true), problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static Experiment parse(Path file, String text) {
        Problems problems = new Problems();
        return Experiment.parse(file.toString(), text, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render() + text));
    }

    private static <T> T bind(Class<T> type, Tree tree, String path) {
        Problems problems = new Problems();
        return Schema.bind(type, tree, path, problems, Keys.SETTINGS)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void resolvedFile_isTheSameExperiment(Path file) {
        for (boolean smoke : new boolean[] {false, true}) {
            Experiment first = read(file, smoke);
            Experiment second = parse(file, first.resolved().text());
            assertEquals(first.runs().stream().map(RunSpec::configId).toList(),
                    second.runs().stream().map(RunSpec::configId).toList());
            assertEquals(first.runs().stream().map(RunSpec::name).toList(),
                    second.runs().stream().map(RunSpec::name).toList());
            assertEquals(first.runs().stream().map(RunSpec::swept).toList(),
                    second.runs().stream().map(RunSpec::swept).toList());
            assertEquals(first.axes(), second.axes());
            assertEquals(first.metric(), second.metric());
            assertEquals(first.expect(), second.expect());
            if (!smoke) {
                assertEquals(first.sweepId(), second.sweepId());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void configuration_writtenAndBound_isTheSame(Path file) {
        for (RunSpec run : read(file, false).runs()) {
            assertEquals(run.data(), bind(DatasetSpec.class, Schema.write(DatasetSpec.class, run.data()), "data"));
            assertEquals(run.model(), bind(ModelSpec.class, Schema.write(ModelSpec.class, run.model()), "model"));
            assertEquals(run.train(), bind(TrainSpec.class, Schema.write(TrainSpec.class, run.train()), "train"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void sweep_writtenAndBound_isTheSame(Path file) {
        Tree given = read(file, false).resolved().tree().get("sweep");
        SweepSpec sweep = bind(SweepSpec.class, given, "sweep");
        Tree written = Schema.write(SweepSpec.class, sweep);
        assertEquals(CanonicalJson.of(written),
                CanonicalJson.of(Schema.write(SweepSpec.class, bind(SweepSpec.class, written, "sweep"))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void tree_asYaml_readsBackAsTheSame(Path file) {
        Tree.Mapping tree = read(file, false).resolved().tree();
        Problems problems = new Problems();
        Tree again = new YamlReader(problems).map("t.yaml", YamlWriter.text(tree))
                .orElseThrow(() -> new AssertionError(problems.render()));
        assertEquals(CanonicalJson.of(tree), CanonicalJson.of(again));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fullNames_ofFullNames_andAFileOverItself_changeNothing(Path file) {
        Tree.Mapping named = Keys.SETTINGS.fullNames(new YamlReader(new Problems()).read(file).orElseThrow());
        assertEquals(named, Keys.SETTINGS.fullNames(named));
        assertEquals(CanonicalJson.of(named), CanonicalJson.of(Keys.SETTINGS.merge(named, named)));
    }
}
