package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Malformed;
import gridrun.experiment.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake that a file can have is told in the same words where Java has it, with the line of Java. */
class WrongTwinsTest {

    private static final String HERE = "WrongTwinsTest.java";

    /** Why Java cannot have a mistake: they are of YAML's syntax, where Java's compiler tells those of Java's. */
    private static final Map<String, String> ONLY_IN_FILES = Map.of(
            "key twice", "what is said later replaces what was said before",
            "tab that indents", "javac reads Java by its braces",
            "text that is no YAML", "javac tells what is no Java",
            "tag of a value", "a value has its type",
            "second document", "a class has one method define()",
            "merge key", "maps are merged by extending()",
            "anchor in itself", "a phrase is immutable and cannot contain itself",
            "key that is no text", "keys are methods, or names that are Strings");

    @TempDir
    Path directory;

    /** The right file without what it varies. */
    private static Experiment plain(String name) {
        return experiment(name).description("Convergence speed against stability.")
                .data(moons().samples(1000).noise(0.2).validation(0.2))
                .model(mlp(64, 32).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd()).learningRate(0.01).batchSize(32).epochs(200)
                        .earlyStopping(s -> s.monitor("val_loss").patience(20).restoreBest(true)))
                .maximize("val_accuracy").seeds(5)
                .smoke(set(EPOCHS, 2), set(at("data.samples"), 200), seeds(1));
    }

    private static Experiment plain() {
        return plain("lr-sweep");
    }

    private static Experiment right() {
        return plain().over(LEARNING_RATE, 0.001, 0.01, 0.05, 0.1);
    }

    private static Map<String, Experiment> twins() {
        Map<String, Experiment> twins = new TreeMap<>();
        twins.put("unknown key", right().set(at("train.epoch"), 200));
        twins.put("unknown word", right().set(at("sweep.metric.goal"), "max"));
        twins.put("value of another type", right().set(at("train.epochs"), "many"));
        twins.put("whole number too large", right().set(at("train.epochs"), 9_999_999_999L));
        twins.put("value out of bounds", right().train(t -> t.epochs(-3)));
        twins.put("text that means nothing here", right().train(t -> t.batchSize("half")));
        twins.put("missing setting", experiment("lr-sweep").data(moons()));
        twins.put("missing type", right().set(at("data"), Map.of("samples", 1000, "noise", 0.2)));
        twins.put("axis without values", plain().over(LEARNING_RATE));
        twins.put("axis that is no list", plain().set(at("sweep.parameters.learning_rate"), 0.1));
        twins.put("value twice", plain().over(LEARNING_RATE, 0.1, 0.1));
        twins.put("wrong value of an axis", plain().over(at("learning_rate"), 0.1, "fast"));
        twins.put("incomplete range", plain().over(LEARNING_RATE, range(0, 1)));
        twins.put("range out of bounds", plain().over(LEARNING_RATE, range(0, 1).log().count(3)));
        twins.put("axis of lists without lists", plain().over(at("hidden"), 64, 32));
        twins.put("no axis", plain().over(at("seed"), 1, 2));
        twins.put("seeds out of bounds", right().seeds(0));
        twins.put("seed twice", right().seeds(1, 2, 1));
        twins.put("too many runs", right().seeds(90_000));
        twins.put("unknown metric", right().maximize("val_acuracy"));
        twins.put("metric that is not measured", right().maximize("val_macro_f1"));
        twins.put("metric that does not suit", right().maximize("val_rmse"));
        twins.put("configuration twice", plain().over(at("metrics"), List.of("auc"), List.of("recall")));
        twins.put("no name", plain("../lr").over(LEARNING_RATE, 0.001, 0.01));
        twins.put("unknown parameter", right().smoke(set(at("epoch"), 2)));
        twins.put("settings that exclude each other", right().set(at("model.layers"), List.of()));
        twins.put("settings that contradict each other", right().train(t -> t.optimizer(sgd().nesterov(true))));
        twins.put("layer that does not fit", right().model(sequential(conv2d(4))));
        twins.put("metric that does not suit the loss", right().train(t -> t.loss(hinge()).metrics(logLoss())));
        twins.put("part that is too small", right().data(moons().samples(4).test(0.75)));
        twins.put("class that is not there", right().set(at("data"), "com.example.Gone"));
        twins.put("base that is not there", right().extending("absent.yaml"));
        twins.put("axis twice", right().over(at("train.learning_rate"), 0.2));
        twins.put("setting that is not there", plain().over(at("model.layers.0.dense.units"), 3, 4));
        twins.put("zip of unequal lengths", right().zip(over(ACTIVATION, relu(), tanh()), over(INIT, zeros())));
        twins.put("name that is no case's", right().inCase("a=b", set(EPOCHS, 3)));
        twins.put("case that is no map", right().set(at("sweep.cases.a"), 5));
        twins.put("exclusion of what does not vary", right().exclude(where(EPOCHS, 7)));
        twins.put("exclusion of a value that is none", right().exclude(where(LEARNING_RATE, 0.3)));
        twins.put("exclusion of nothing", right().exclude());
        twins.put("exclusion of everything", right().exclude(where(LEARNING_RATE, 0.001, 0.01, 0.05, 0.1)));
        twins.put("baseline that is not there", right().baseline(where(LEARNING_RATE, 0.2)));
        twins.put("seeds without a purpose", right().seeds(separateSeeds()));
        twins.put("race of one", plain().seeds(race(5, 9)));
        twins.put("race out of bounds", right().seeds(race(5, 4)));
        twins.put("text that is no expectation", right().expect("best.loss"));
        twins.put("expectation of an unknown figure", right().expect("best.val_acuracy > 0.5"));
        twins.put("expectation of an unknown configuration",
                right().expect("learning_rate=0.2 > learning_rate=0.1"));
        twins.put("key that is no tag's", right().tag("a=b", "c"));
        twins.put("text of two lines", right().title("two\nlines"));
        twins.put("address that is none", right().tracking("no address"));
        return twins;
    }

    private static Map<String, List<Malformed>> kinds() throws IOException {
        return Malformed.all().stream().collect(Collectors.groupingBy(Malformed::kind));
    }

    private static List<String> messages(List<Problem> problems) {
        return problems.stream().map(Problem::message).sorted().toList();
    }

    private static List<String> messages(Malformed file) {
        Problems problems = new Problems();
        assertTrue(gridrun.experiment.Experiment.parse("lr.yaml", file.text(), Request.PLAIN, problems).isEmpty());
        return messages(problems.inOrder());
    }

    @Test
    void everyKindOfMistake_hasATwin_orAReason() throws IOException {
        Set<String> told = new TreeSet<>(twins().keySet());
        told.addAll(ONLY_IN_FILES.keySet());
        assertEquals(new TreeSet<>(kinds().keySet()), told);
        assertTrue(twins().keySet().stream().noneMatch(ONLY_IN_FILES::containsKey));
    }

    @TestFactory
    List<DynamicTest> mistake_inJava_isToldAsInAFile() throws IOException {
        Map<String, List<Malformed>> files = kinds();
        return twins().entrySet().stream().map(twin -> DynamicTest.dynamicTest(twin.getKey(), () -> {
            InvalidExperiment invalid = assertThrows(InvalidExperiment.class, twin.getValue()::plan);
            Set<List<String>> expected = files.get(twin.getKey()).stream().map(WrongTwinsTest::messages)
                    .collect(Collectors.toSet());
            assertTrue(expected.contains(messages(invalid.problems())), () -> invalid + " and not as " + expected);
            for (Problem problem : invalid.problems()) {
                assertEquals(HERE, problem.origin().source());
                assertFalse(problem.origin().text().isBlank(), () -> "the line of " + problem);
            }
        })).toList();
    }

    /** What the command line and the environment bring in is checked in files of both kinds alike. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"learning_rate=abc", "lr=3", "epochs", "hidden=[64", "learning_rate=",
        "tracking=sqlite:///x", "name=a,b", "model.layers.0.dense.units=3", "hidden=64,32", "~nothing"})
    void mistakeOfTheCommandLine_isToldAsOfAFile(String override) throws IOException {
        assertSameMistakes("", "", new Request(List.of(override), false, true));
    }

    @Test
    void mistakesOfWhatElseIsRead_areToldAsOfAFile() throws IOException {
        Request request = new Request(List.of(), false, true, Map.of("SHA", "abc"));
        assertSameMistakes("tags: {a: \"${}\"}", ".tag(\"a\", \"${}\")", request);
        assertSameMistakes("tags: {a: \"${GONE}\"}", ".tag(\"a\", \"${GONE}\")", request);
        Files.writeString(directory.resolve("t.csv"), "x,y\n1,a\n?,b\n");
        assertSameMistakes("data: {type: csv, path: t.csv, target: z}", ".data(csv(\"t.csv\").target(\"z\"))", request);
        assertSameMistakes("data: {type: csv, path: t.csv, target: y}", ".data(csv(\"t.csv\").target(\"y\"))", request);
        assertSameMistakes("data: {type: csv, path: absent.csv}", ".data(csv(\"absent.csv\"))", request);
        Files.writeString(directory.resolve("Base.java"), "class Base {\n}\n");
        assertSameMistakes("extends: Base.java", ".extending(\"Base.java\")", request);
    }

    private void assertSameMistakes(String yaml, String java, Request request) throws IOException {
        String data = yaml.startsWith("data:") ? "" : "data: moons\n";
        Path file = Files.writeString(directory.resolve("wrong.yaml"),
                "name: wrong\nmodel: {hidden: [8]}\n" + data + yaml + "\n");
        Path twin = java("experiment(\"wrong\").data(moons()).model(mlp(8))" + java);
        Problems expected = new Problems();
        assertTrue(JavaFile.read(file, request, expected).isEmpty());
        Problems told = new Problems();
        assertTrue(JavaFile.read(twin, request, told).isEmpty());
        assertEquals(messages(expected.inOrder()), messages(told.inOrder()));
    }

    private Path java(String experiment) throws IOException {
        return Files.writeString(directory.resolve("Wrong.java"), """
                import static gridrun.dsl.Words.*;
                class Wrong {
                    static gridrun.dsl.Experiment define() {
                        return %s;
                    }
                }
                """.formatted(experiment));
    }

    /** Said by its word and not by its name, a mistake is found before anything runs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        data(moons().centers(3))                    | cannot find symbol, symbol: method centers(int), location: class Moons
        data(csv())                                 | no suitable method found for csv(no arguments)
        data(relu())                                | incompatible types: ReLU cannot be converted to DatasetSpec
        model(mlp("64"))                            | method mlp in class Words cannot be applied to given types: varargs mismatch; String cannot be converted to int
        model(mlp(8).activation("rleu"))            | incompatible types: String cannot be converted to Activation
        train(t -> t.epochs("many"))                | incompatible types: String cannot be converted to int
        train(t -> t.epochs(9999999999))            | integer number too large
        train(t -> t.optimizer(sgd().beta1(0.5)))   | cannot find symbol, symbol: method beta1(double), location: class SGD
        over(LEARNING_RATE, "fast")                 | no suitable method found for over(Key<Number>,String)
        over(LEARNING_RAT, 0.1)                     | cannot find symbol, symbol: variable LEARNING_RAT
        metric("loss", m -> m.goal("max"))          | incompatible types: String cannot be converted to Goal
        """)
    void mistakeInAWord_doesNotCompile(String words, String message) throws IOException {
        Path file = java("experiment(\"wrong\")." + words);
        Problems problems = new Problems();
        assertTrue(JavaFile.read(file, Request.PLAIN, problems).isEmpty());
        assertEquals(1, problems.count(), problems::render);
        assertEquals(4, problems.inOrder().get(0).origin().line());
        assertTrue(problems.inOrder().get(0).message().contains(message), problems::render);
    }
}
