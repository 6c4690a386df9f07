package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.component.Check;
import gridrun.random.Rng;
import gridrun.random.RunSeeds;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is held out of what is learnt: test parts and folds. */
class HeldOutTest {

    @TempDir
    private Path directory;
    private CsvFiles files;

    @BeforeEach
    void makeFiles() {
        files = new CsvFiles(directory);
    }

    private static final DataLoader LOADER =
            new DataLoader(new DataDirectory(Path.of("absent"), new Download(message -> {})));

    private static Splits load(DatasetSpec spec, long seed, int fold) throws IOException {
        return LOADER.load(spec, RunSeeds.of(seed), fold);
    }

    private static String digest(Splits.Part part) {
        return part.digest();
    }

    static Stream<DatasetSpec> tested() {
        return Stream.of(new Iris(true, 0.2, 0.2, 0), new Diabetes(true, true, 0.25, 0.1, 0),
                new Moons(100, 0.1, 0.2, 0.3, 0, null), new Shapes(60, 8, 3, 0, 0.2, 0.2, 0, 4L),
                new Adding(50, 10, true, 0.2, 0.2, 0, null));
    }

    @ParameterizedTest
    @MethodSource("tested")
    void testShare_matchesTheSignature(DatasetSpec spec) throws IOException {
        Splits splits = load(spec, 1, 0);
        Signature signature = spec.signature();
        assertEquals(List.of(signature.train(), signature.validation(), signature.test()),
                splits.parts().stream().map(part -> part.data().size()).toList());
    }

    @Test
    @DisplayName("The test part of real data is the same whatever the seed, so that no seed's validation part has it")
    void testShare_ofFiles_isOfNoSeed() throws IOException {
        Iris iris = new Iris(true, 0.2, 0.2, 0);
        Partition one = Partition.of(labels(iris), iris, DataStreams.of(iris, RunSeeds.of(1), 0));
        Partition two = Partition.of(labels(iris), iris, DataStreams.of(iris, RunSeeds.of(2), 0));
        assertArrayEquals(one.test(), two.test());
        assertNotEquals(Arrays.toString(one.validation()), Arrays.toString(two.validation()));
        assertEquals(30, one.test().length);
        assertEquals(24, one.validation().length);
        assertArrayEquals(new int[] {10, 10, 10}, counts(labels(iris), one.test(), 3));
        assertEquals(150, union(one).cardinality());
    }

    @Test
    @DisplayName("Other shares for validation, or folds, move no example into or out of the test part")
    void testShare_isDrawnBeforeEverythingElse() {
        Wine shared = new Wine(true, 0.5, 0.3, 0);
        Wine folded = new Wine(true, 0.2, 0.3, 4);
        int[] expected = Partition.of(labels(shared), shared, DataStreams.of(shared, RunSeeds.of(7), 0)).test();
        for (int fold = 1; fold <= 4; fold++) {
            assertArrayEquals(expected,
                    Partition.of(labels(folded), folded, DataStreams.of(folded, RunSeeds.of(3), fold)).test());
        }
    }

    @Test
    void testShare_ofSyntheticData_followsTheirSeed() throws IOException {
        Moons follows = new Moons(100, 0.1, 0.2, 0.2, 0, null);
        Moons fixed = new Moons(100, 0.1, 0.2, 0.2, 0, 5L);
        assertNotEquals(digest(load(follows, 1, 0).test()), digest(load(follows, 2, 0).test()));
        assertEquals(digest(load(fixed, 1, 0).test()), digest(load(fixed, 2, 0).test()));
    }

    static Stream<Arguments> fresh() {
        return Stream.of(
                Arguments.of(new Moons(40, 0.1, 0.2, 500, 0, 1L), new Moons(40, 0.1, 0.2, 0, 0, 1L)),
                Arguments.of(new Blobs(30, 3, 2, 1, 0.2, 500, 0, 1L), new Blobs(30, 3, 2, 1, 0.2, 0, 0, 1L)),
                Arguments.of(new AssociativeRecall(64, 4, 8, 0.2, 500, 0, 1L),
                        new AssociativeRecall(64, 4, 8, 0.2, 0, 0, 1L)),
                Arguments.of(new NoisySine(40, 0.1, true, 0.2, 500, 0, 1L),
                        new NoisySine(40, 0.1, true, 0.2, 0, 0, 1L)));
    }

    @ParameterizedTest
    @MethodSource("fresh")
    @DisplayName("A number of fresh examples comes beside the samples, which stay what they are")
    void testCount_isFresh(DatasetSpec spec, DatasetSpec without) throws IOException {
        Splits splits = load(spec, 1, 0);
        assertEquals(500, splits.test().data().size());
        assertEquals(500, spec.signature().test());
        Splits expected = load(without, 1, 0);
        assertNull(expected.test());
        assertEquals(digest(expected.train()), digest(splits.train()));
        assertEquals(digest(expected.validation()), digest(splits.validation()));
    }

    @Test
    @DisplayName("Fresh examples come from the same clouds: their means are those of the samples")
    void testCount_ofBlobs_hasTheSameCentres() throws IOException {
        Splits splits = load(new Blobs(3000, 3, 2, 0.5, 0, 3000, 0, 1L), 1, 0);
        for (int label = 0; label < 3; label++) {
            assertEquals(mean(splits.train().data(), label), mean(splits.test().data(), label), 0.1);
        }
    }

    private static double mean(Dataset data, int label) {
        return IntStream.range(0, data.size()).filter(i -> data.label(i) == label)
                .mapToDouble(i -> data.inputs()[2 * i]).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1.5", "-0.1", "1", "3"})
    void test_thatIsNeitherShareNorNumber_isRefused(double test) {
        assertThrows(Check.Invalid.class, () -> new Moons(100, 0.1, 0.2, test, 0, null));
    }

    @ParameterizedTest
    @CsvSource({"iris, 5", "wine, 4", "breast_cancer, 10", "digits, 3"})
    @DisplayName("Folds hold every example once, and of each class as many as scikit-learn's StratifiedKFold")
    void folds_holdEachExampleOnce(String name, int folds) throws IOException {
        Bundled spec = switch (name) {
            case "iris" -> new Iris(true, 0.2, 0, folds);
            case "wine" -> new Wine(true, 0.2, 0, folds);
            case "breast_cancer" -> new BreastCancer(true, 0.2, 0, folds);
            default -> new Digits(0.2, 0, folds);
        };
        int[] labels = labels(spec);
        BitSet seen = new BitSet();
        StringBuilder counts = new StringBuilder(name + " " + folds + ":");
        for (int fold = 1; fold <= folds; fold++) {
            Partition partition = Partition.of(labels, spec, DataStreams.of(spec, RunSeeds.of(3), fold));
            for (int example : partition.validation()) {
                assertEquals(false, seen.get(example), "twice: " + example);
                seen.set(example);
            }
            assertEquals(labels.length, union(partition).cardinality());
            assertEquals(labels.length, partition.train().length + partition.validation().length);
            counts.append(" ").append(Arrays.toString(counts(labels, partition.validation(),
                    spec.classNames().size())).replace(" ", ""));
        }
        assertEquals(labels.length, seen.cardinality());
        try (var golden = HeldOutTest.class.getResourceAsStream("folds.txt")) {
            assertEquals(List.of(counts.toString()), new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith(name + " ")).toList());
        }
    }

    @Test
    @DisplayName("Means and deviations, categories and the targets' scale are those of each fold's training part alone")
    void folds_fitToTheirTrainingPart() throws IOException {
        String content = CsvFiles.rows("x,c,y", 40, i -> i * i + "," + (i == 7 ? "rare" : "ab".charAt(i % 2)) + ","
                + (i + 0.5));
        DatasetSpec spec = files.csv(content, ", target_type: real, folds: 4, test: 0.25");
        DatasetSpec raw = files.csv(content,
                ", target_type: real, folds: 4, test: 0.25, standardize: false, standardize_targets: false");
        boolean rareIsHeldOut = false;
        for (int fold = 1; fold <= 4; fold++) {
            Splits splits = load(spec, 1, fold);
            Splits unscaled = load(raw, 1, fold);
            Dataset train = unscaled.train().data();
            Scaling inputs = Scaling.standard(column(train, 0));
            Scaling targets = Scaling.standard(IntStream.range(0, train.size()).mapToDouble(i -> train.targets()[i])
                    .toArray());
            assertEquals(targets, splits.train().data().scaling());
            boolean knowsRare = Arrays.stream(column(train, 3)).sum() > 0;
            for (int part = 0; part < 3; part++) {
                Dataset scaled = splits.parts().get(part).data();
                Dataset whole = unscaled.parts().get(part).data();
                assertEquals(targets, scaled.scaling());
                assertArrayEquals(Arrays.stream(column(whole, 0)).map(inputs::scaled).toArray(), column(scaled, 0),
                        1e-5);
                assertEquals(0, knowsRare ? 0 : Arrays.stream(column(scaled, 3)).sum());
            }
            rareIsHeldOut |= !knowsRare;
        }
        assertEquals(true, rareIsHeldOut);
    }

    private static double[] column(Dataset data, int column) {
        int width = data.input().size();
        return IntStream.range(0, data.size()).mapToDouble(i -> data.inputs()[i * width + column]).toArray();
    }

    @Test
    void csvTest_isAShareOrAFile() throws IOException {
        String content = CsvFiles.rows("x,y", 20, i -> i + "," + "ab".charAt(i % 2));
        files.write("t.csv", "x,y\n1,a\n");
        assertEquals(4, files.csv(content, ", test: 0.2").signature().test());
        assertEquals(1, files.csv(content, ", test: t.csv").signature().test());
        assertEquals(4, load(files.csv(content, ", test: 0.2"), 1, 0).test().data().size());
    }

    private static int[] labels(Bundled spec) {
        return Arrays.stream(spec.table().targets()).mapToInt(target -> (int) target).toArray();
    }

    private static int[] counts(int[] labels, int[] examples, int classes) {
        int[] counts = new int[classes];
        Arrays.stream(examples).forEach(i -> counts[labels[i]]++);
        return counts;
    }

    private static BitSet union(Partition partition) {
        BitSet all = new BitSet();
        Stream.of(partition.train(), partition.validation(), partition.test())
                .forEach(part -> Arrays.stream(part).forEach(all::set));
        return all;
    }
}
