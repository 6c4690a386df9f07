package gridrun.reference;

import static gridrun.dsl.Words.inMemory;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.Plan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each component of the reference has an example, and the example is a line of an experiment that can be planned. */
@Tag("slow")
class ExamplesTest {

    /** Points, real targets, images, sequences and sequences of ids: some data for any component. */
    private static final List<String> DATA = List.of("moons", "diabetes", "digits", "adding",
            "{type: associative_recall, pairs: 8, symbols: 16}");
    private static final String ROWS = "{type: csv, path: columns.csv}";

    @TempDir
    static Path directory;

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.copy(Path.of("../docs/tour/penguins.csv"), directory.resolve("penguins.csv"));
        Files.writeString(directory.resolve("houses.csv"), "rooms;price\n3;1,5\n4;2,5\n5;3,25\n3;1,75\n6;4,5\n");
        Files.writeString(directory.resolve("columns.csv"), IntStream.range(0, 10)
                .mapToObj(row -> IntStream.range(0, 64).mapToObj(column -> row * column % 7 + ".5")
                        .collect(Collectors.joining(",", "", row % 2 == 0 ? ",odd" : ",even")))
                .collect(Collectors.joining("\n", IntStream.range(0, 64).mapToObj(column -> "x" + column)
                        .collect(Collectors.joining(",", "", ",kind\n")), "\n")));
        byte[] labels = new byte[20];
        byte[] pixels = new byte[20 * 8 * 8];
        IntStream.range(0, 20).forEach(i -> labels[i] = (byte) (i % 2));
        Files.write(directory.resolve("kinds.idx"), idx(labels, 20));
        Files.write(directory.resolve("photos.idx"), idx(pixels, 20, 8, 8));
        // A file can name these data, for this program has them.
        inMemory(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 1}}, new int[] {0, 1, 1, 0, 1, 0});
    }

    private static byte[] idx(byte[] values, int... dimensions) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        file.put(new byte[] {0, 0, 8, (byte) dimensions.length});
        Arrays.stream(dimensions).forEach(file::putInt);
        return file.put(values).array();
    }

    @TestFactory
    Stream<DynamicTest> everyComponent_hasAnExampleThatCanBePlanned() {
        return Chapter.all().stream().filter(ExamplesTest::isOfComponents)
                .flatMap(chapter -> chapter.entries().stream().map(entry -> DynamicTest.dynamicTest(
                        chapter.name() + " " + entry.name(), () -> assertExamples(entry))));
    }

    private static boolean isOfComponents(Chapter chapter) {
        return !Chapter.MEASURED.containsKey(chapter.name())
                && !List.of(Chapter.TOP, "settings").contains(chapter.name());
    }

    private static void assertExamples(Chapter.Entry entry) throws IOException {
        assertFalse(entry.words().examples().isEmpty(), "no example");
        for (String example : entry.words().examples()) {
            assertTrue(example.contains(entry.name().replace("top_k", "top_3")), example);
            StringBuilder mistakes = new StringBuilder();
            boolean planned = false;
            List<String> own = example.endsWith("CSV file") ? List.of(ROWS) : DATA;
            for (String data : example.startsWith("data:") ? List.of("") : own) {
                planned |= canBePlanned(example, data, mistakes);
            }
            assertTrue(planned, mistakes::toString);
        }
    }

    private static boolean canBePlanned(String example, String data, StringBuilder mistakes) throws IOException {
        String text = "name: example\n" + (data.isEmpty() ? "" : "data: " + data + "\n") + example + "\n"
                + (example.startsWith("model:") ? "" : "model: {layers: [flatten, {dense: 4}]}\n");
        Path file = Files.writeString(directory.resolve("example.yaml"), text);
        Problems problems = new Problems();
        Experiment experiment = Experiment.read(file, Request.PLAIN, problems).orElse(null);
        mistakes.append(problems.isEmpty() ? "" : text + problems.render() + "\n");
        if (experiment == null) {
            return false;
        }
        return !Plan.of(experiment).toDo().isEmpty();
    }
}
