package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Default;
import gridrun.component.Version;
import gridrun.config.Problems;
import gridrun.data.CustomDataset;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.JavaFile;
import gridrun.dsl.Results;
import gridrun.experiment.Request;
import gridrun.experiment.RunSpec;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Zeros;
import gridrun.nn.CustomLayer;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.trained.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers and data sets that are not Gridrun's: the guide's, and wrong ones. */
@Tag("slow")
class CustomComponentsTest {

    private static final String HERE = "gridrun.example.CustomComponentsTest$";
    private static final Pattern GUIDE = Pattern.compile("(?s)```java\n([^`]*class OwnParts [^`]*)```");
    private static final String FILE = """
            name: own
            data: {type: OwnParts$Stripes, samples: 100}
            model: {layers: [{dense: 4}, {OwnParts$Gate: {stddev: 0.2}}]}
            train: {epochs: 2}
            """;

    @TempDir
    Path directory;

    interface Pass extends CustomLayer {

        @Override
        default Node trace(Graph graph, Node x) {
            return x;
        }
    }

    record Unversioned() implements Pass {
    }

    @Version("1")
    static final class NoRecord implements Pass {
    }

    @Version("1")
    record NoLayer() {
    }

    @Version("1")
    record StrangeSetting(Thread thread) implements Pass {
    }

    @Version("1")
    record WrongDefault(@Default("many") int count) implements Pass {
    }

    @Version("1")
    record Version1(String version) implements Pass {
    }

    @Version("1")
    record Broken() implements CustomLayer {

        @Override
        public Node trace(Graph graph, Node x) {
            throw new IllegalStateException("not today");
        }
    }

    @Version("3")
    record Fewer(int size) implements CustomDataset {

        @Override
        public Shape input() {
            return Shape.of(1);
        }

        @Override
        public Dataset.Task task() {
            return Dataset.Task.classification(2);
        }

        @Override
        public Dataset examples(Rng random) {
            return new Dataset(input(), new float[size - 1], task(), new float[size - 1]);
        }
    }

    /** Reads the guide's program, by which its classes are known here. */
    private gridrun.experiment.Experiment guide() throws IOException {
        String code = GUIDE.matcher(Files.readString(Path.of("..", "docs", "java.md"))).results().findFirst()
                .orElseThrow().group(1);
        Problems problems = new Problems();
        return JavaFile.read(Files.writeString(directory.resolve("OwnParts.java"), code), Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static gridrun.experiment.Experiment right(String yaml) {
        Problems problems = new Problems();
        return gridrun.experiment.Experiment.parse("own.yaml", yaml, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static String mistake(String yaml) {
        Problems problems = new Problems();
        assertTrue(gridrun.experiment.Experiment.parse("own.yaml", yaml, Request.PLAIN, problems).isEmpty(), yaml);
        assertEquals(1, problems.inOrder().size(), problems::render);
        return problems.inOrder().get(0).origin() + ": " + problems.inOrder().get(0).message();
    }

    private static String layer(String layer) {
        return "name: own\ndata: moons\nmodel: {layers: [" + layer + "]}\n";
    }

    @Test
    void settingsAndVersions_areParams() throws IOException {
        guide();
        gridrun.experiment.Experiment read = right(FILE);
        assertEquals("OwnParts$Stripes", read.runs().get(0).params().get("data"));
        assertEquals("1", read.runs().get(0).params().get("data.version"));
        assertEquals("0.2", read.runs().get(0).params().get("model.layers.1.Gate.stddev"));
    }

    @Test
    void identity_isThatOfSettingsAndVersion() throws IOException {
        guide();
        String whole = right(FILE).runs().get(0).configId();
        assertEquals(whole, right(FILE.replace("samples: 100", "samples: 100, stripes: 3")).runs().get(0).configId());
        assertEquals(whole, right(FILE.replace("samples: 100", "samples: 100, version: 1")).runs().get(0).configId());
        assertNotEquals(whole, right(FILE.replace("stddev: 0.2", "stddev: 0.3")).runs().get(0).configId());
        String code = Files.readString(directory.resolve("OwnParts.java"));
        Files.writeString(directory.resolve("OwnParts.java"), code.replace("Version(\"1\")", "Version(\"2\")"));
        Problems problems = new Problems();
        assertTrue(JavaFile.read(directory.resolve("OwnParts.java"), Request.PLAIN, problems).isPresent());
        assertNotEquals(whole, right(FILE).runs().get(0).configId());
        assertEquals("own.yaml:2:55: data.version: OwnParts$Stripes is version 2, not 1",
                mistake(FILE.replace("samples: 100", "samples: 100, version: 1")));
    }

    @Test
    void setting_isSweptByTheClassWithoutItsPackage() throws IOException {
        guide();
        gridrun.experiment.Experiment swept = right(FILE
                + """
                sweep: {parameters: {model.layers.1.Gate.stddev: [0.1, 0.2], data:
                    [{type: OwnParts$Stripes, stripes: 2}, OwnParts$Stripes]}}
                """);
        assertEquals(List.of("0.1", "0.1", "0.2", "0.2"), swept.runs().stream()
                .map(run -> run.params().get("model.layers.1.Gate.stddev")).toList());
    }

    @Test
    void settingOfData_isSwept_overridden_andInCases_byItsFullName() throws IOException {
        guide();
        String swept = FILE + """
                sweep:
                  parameters: {data.stripes: [2, 4]}
                  cases: {few: {data.samples: 50}, many: {data: {samples: 90}}}
                  exclude: [{data.stripes: 4, case: few}]
                smoke: {data.stripes: 3, seeds: 1}
                """;
        List<RunSpec> runs = right(swept).runs();
        assertEquals(List.of("data.stripes=2 case=few seed=0", "data.stripes=2 case=many seed=0",
                "data.stripes=4 case=many seed=0"), runs.stream().map(RunSpec::name).toList());
        assertEquals(List.of("2 50", "2 90", "4 90"), runs.stream()
                .map(run -> run.params().get("data.stripes") + " " + run.params().get("data.samples")).toList());
    }

    @Test
    void settingOfData_onTheCommandLine() throws IOException {
        guide();
        Problems problems = new Problems();
        assertEquals(List.of("data.stripes=2 seed=0", "data.stripes=4 seed=0"), gridrun.experiment.Experiment
                .parse("own.yaml", FILE, new Request(List.of("data.stripes=2,4"), false, true), problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().stream().map(RunSpec::name).toList());
    }

    @Test
    void settingOfData_inJava() {
        Experiment experiment = experiment("own").data(custom(new Ramp(60))).model(mlp(2))
                .over(at("data.size"), 40, 80);
        assertEquals(List.of("40", "80"), experiment.plan().jobs().stream()
                .map(job -> job.spec().params().get("data.size")).toList());
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class,
                experiment.over(at("data.sise"), 40, 80)::plan);
        assertEquals("unknown key 'sise' in data (" + HERE + "Ramp); did you mean 'size'?",
                invalid.problems().get(0).message());
    }

    @Test
    void mistakesOfAFile_areToldAsThoseOfEveryComponent() throws IOException {
        guide();
        assertEquals("own.yaml:3:47: unknown key 'deviation' in model.layers.1.Gate (OwnParts$Gate);"
                + " there are stddev", mistake(FILE.replace("stddev", "deviation")));
        assertEquals("own.yaml:3:55: model.layers.1.Gate.stddev: -1 is not a positive number",
                mistake(FILE.replace("0.2", "-1")));
        assertEquals("own.yaml:3:55: model.layers.1.Gate.stddev: expected a number, not 'much'",
                mistake(FILE.replace("0.2", "much")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "com.example.Gone | there is no class com.example.Gone on the class path;"
                + " name the jar or directory that has it by --class-path",
        "NoLayer | NAME is no CustomLayer; the class must implement gridrun.nn.CustomLayer",
        "NoRecord | NAME is no record; only a record's components can be settings",
        "Unversioned | NAME has no version, by which its results are told from those of a later one;"
                + " write @Version(\"1\") in front of the record (gridrun.component.Version)",
        "StrangeSetting | NAME has a setting 'thread' of a type that no file can give: java.lang.Thread",
        "WrongDefault | NAME has a setting 'count' with a @Default that is no int: many",
        "Version1 | NAME has a setting 'version', which is the name of something else; rename it",
        "Fewer | NAME is no CustomLayer; the class must implement gridrun.nn.CustomLayer"})
    void classThatIsNoLayer_isAMistakeOfTheFile(String name, String expected) {
        String type = name.contains(".") ? name : HERE + name;
        assertEquals("own.yaml:3:18: model.layers.0: " + expected.replace("NAME", type), mistake(layer(type)));
    }

    @Test
    void mistakeOfAClass_namesTheLineOfTheProgram() {
        Experiment experiment = experiment("own").data(moons()).model(sequential(custom(new Unversioned())));
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class, experiment::plan);
        assertTrue(invalid.getMessage().startsWith("CustomComponentsTest.java:"), invalid::getMessage);
        assertTrue(invalid.getMessage().contains("model.layers.0: " + HERE + "Unversioned has no version"),
                invalid::getMessage);
    }

    @Test
    void layerThatFails_isAMistakeOfTheExperiment() {
        String mistake = mistake(layer(HERE + "Broken"));
        assertTrue(mistake.contains("a layer of your own fails: java.lang.IllegalStateException: not today at "
                + HERE + "Broken.trace"), mistake);
    }

    @Version("1")
    record Nothing() implements CustomLayer {

        @Override
        public Node trace(Graph graph, Node x) {
            return null;
        }
    }

    @Version("1")
    record Nameless() implements Pass {

        @Override
        public Node trace(Graph graph, Node x) {
            return graph.affine(x, graph.kernel("W", Shape.of(x.shape().last(), 4), new Zeros()), null);
        }
    }

    @Test
    void layerThatReturnsNothing_isToldByItsClass() {
        assertEquals("own.yaml:3:8: model: " + HERE + "Nothing.trace returns null, not the layer's output",
                mistake(layer(HERE + "Nothing")));
        String repeated = "{repeat: {count: 2, layers: [" + HERE + "Nothing]}}";
        assertTrue(mistake(layer(repeated)).contains("Nothing.trace returns null"));
    }

    @Test
    void layerThatDoesNotNameItself_isAMistakeOfTheExperiment() {
        String mistake = mistake(layer("{dense: 4}, " + HERE + "Nameless"));
        assertTrue(mistake.endsWith("dense_1 has a parameter W already; a layer names itself with enter first"),
                mistake);
    }

    @Test
    void lambdaAsALayer_isToldAsSuch() {
        Pass layer = new Pass() {};
        CustomLayer lambda = (graph, x) -> layer.trace(graph, x);
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class,
                experiment("own").data(moons()).model(sequential(custom(lambda)))::plan);
        assertEquals("model.layers.0: a lambda is no record; only a record's components can be settings",
                invalid.problems().get(0).message());
    }

    /** A data set whose parts are as they are given. */
    @Version("1")
    record Parts(int size, double validation, int folds, double testShare) implements CustomDataset {

        @Override
        public Shape input() {
            return Shape.of(1);
        }

        @Override
        public Dataset.Task task() {
            return Dataset.Task.classification(2);
        }

        @Override
        public Dataset examples(Rng random) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "40 | 0.2 | -1 | 0 | data.folds: -1 is not 0 for none, or a whole number from 2 to 1,000",
        "40 | 0.2 | 1 | 0 | data.folds: 1 is not 0 for none, or a whole number from 2 to 1,000",
        "40 | -0.2 | 0 | 0 | data.validation: -0.2 is not a number from 0 up to, not with, 1",
        "40 | 1.5 | 0 | 0 | data.validation: 1.5 is not a number from 0 up to, not with, 1",
        "40 | .nan | 0 | 0 | data.validation: NaN is not a number from 0 up to, not with, 1",
        "40 | 0.2 | 0 | -0.5 | data.test_share: -0.5 is not a number from 0 up to, not with, 1",
        "-4 | 0.2 | 0 | 0 | data.size: -4 is not a positive whole number"})
    @DisplayName("Gridrun's own data sets check these when they are made")
    void dataSetOutOfBounds_isAMistakeOfTheFile(String size, String validation, String folds, String test,
            String expected) {
        String mistake = mistake("name: own\nmodel: {hidden: [2]}\ndata: {type: " + HERE + "Parts, size: " + size
                + ", validation: " + validation + ", folds: " + folds + ", test_share: " + test + "}\n");
        assertTrue(mistake.endsWith(expected), mistake);
    }

    @Test
    void dataSetThatMakesNothing_failsTheRunWithItsClass() {
        Results results = experiment("own").data(custom(new Parts(40, 0.2, 0, 0))).model(mlp(2))
                .run(options -> options.results(directory));
        String error = results.runs().get(0).error().orElseThrow();
        assertTrue(error.contains(HERE + "Parts makes no examples: null"), error);
    }

    @Test
    void examplesThatAreNotAsSaid_failTheRun() {
        Results results = experiment("own").data(custom(new Fewer(10))).model(mlp(2)).train(t -> t.epochs(1))
                .run(options -> options.results(directory));
        assertEquals("FAILED", results.runs().get(0).outcome().orElseThrow().name());
    }

    @Test
    void programsOwnParts_areTrained_saved_andSaidAsAFile() throws IOException {
        Experiment experiment = experiment("own").data(custom(new Ramp(60)))
                .model(sequential(dense(4), custom(new Doubled(2)))).train(t -> t.epochs(2));
        Results results = experiment.run(options -> options.results(directory));
        Model model = results.best().model();
        assertEquals(model.predict(0.3).toString(),
                Model.load(results.best().runs().get(0).directory()).predict(0.3).toString());
        String yaml = experiment.toYaml();
        assertTrue(yaml.contains("type: \"" + HERE + "Ramp\"") && !yaml.contains("version"), yaml);
        assertEquals(experiment.plan().jobs().get(0).spec().configId(), right(yaml).runs().get(0).configId());
    }

    @Version("1")
    record Doubled(@Default("1") int times) implements CustomLayer {

        @Override
        public Node trace(Graph graph, Node x) {
            graph.enter("doubled");
            Node y = x;
            for (int i = 0; i < times; i++) {
                y = graph.add(y, y);
            }
            return graph.output(y);
        }
    }

    @Version("1")
    record Ramp(int size) implements CustomDataset {

        @Override
        public Shape input() {
            return Shape.of(1);
        }

        @Override
        public Dataset.Task task() {
            return Dataset.Task.classification(2);
        }

        @Override
        public Dataset examples(Rng random) {
            float[] inputs = new float[size];
            float[] classes = new float[size];
            for (int i = 0; i < size; i++) {
                inputs[i] = (float) i / size;
                classes[i] = 2 * i < size ? 0 : 1;
            }
            return new Dataset(input(), inputs, task(), classes);
        }
    }
}
