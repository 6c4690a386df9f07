package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Check;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticDataTest {

    static Stream<DatasetSpec> specs() {
        return Stream.of(
                new Moons(101, 0.1, 0.2, 0, 0, null),
                new Circles(101, 0.1, 0.5, 0.2, 0, 0, null),
                new Spirals(101, 3, 1.5, 0.03, 0.2, 0, 0, null),
                new XOR(101, 0.3, 0.2, 0, 0, null),
                new Blobs(101, 4, 5, 1, 0.2, 0, 0, null),
                new NoisySine(101, 0.1, false, 0.2, 0, 0, null),
                new Shapes(101, 16, 6, 0.1, 0.2, 0, 0, null),
                new Adding(101, 20, false, 0.2, 0, 0, null),
                new AssociativeRecall(101, 5, 7, 0.2, 0, 0, null));
    }

    static Splits load(DatasetSpec spec, long seed) throws IOException {
        return spec.load(null, DataStreams.of(Rng.of(seed).split("data"), Rng.of(seed).split("split")));
    }

    /** All examples of a specification without a validation part. */
    private static Dataset whole(DatasetSpec spec) throws IOException {
        Splits splits = load(spec, 7);
        assertNull(splits.validation());
        return splits.train().data();
    }

    @Test
    @DisplayName("Every data set is here, or is bundled or reads files and has a test of its own")
    void specs_areComplete() {
        Set<Class<?>> tested = specs().map(Object::getClass).collect(Collectors.toCollection(HashSet::new));
        tested.addAll(List.of(Bundled.class, MNIST.class, Idx.class, CSV.class, InMemory.class, CustomDataset.class));
        assertEquals(Set.of(DatasetSpec.class.getPermittedSubclasses()), tested);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void load_matchesItsSignature(DatasetSpec spec) throws IOException {
        Splits splits = load(spec, 1);
        Signature signature = spec.signature();
        assertEquals(signature.train(), splits.train().data().size());
        assertEquals(signature.validation(), splits.validation().data().size());
        assertEquals(20, signature.validation());
        assertNull(splits.test());
        for (Splits.Part part : splits.parts()) {
            assertEquals(signature.input(), part.data().input());
            assertEquals(signature.task(), part.data().task());
            assertEquals(32, part.digest().length());
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    @DisplayName("The same seed gives the same content, another seed another")
    void load_twice_dependsOnTheSeedAlone(DatasetSpec spec) throws IOException {
        assertEquals(digests(load(spec, 3)), digests(load(spec, 3)));
        assertNotEquals(digests(load(spec, 3)), digests(load(spec, 4)));
    }

    @ParameterizedTest
    @MethodSource("specs")
    @DisplayName("Classes are balanced in the whole, and keep their shares in both parts")
    void load_keepsClassesBalanced(DatasetSpec spec) throws IOException {
        if (!spec.signature().task().isClassification()) {
            return;
        }
        for (Splits.Part part : load(spec, 1).parts()) {
            int[] counts = new int[spec.signature().task().classes()];
            for (int i = 0; i < part.data().size(); i++) {
                counts[part.data().label(i)]++;
            }
            double even = (double) part.data().size() / counts.length;
            for (int count : counts) {
                assertTrue(Math.abs(count - even) <= 2, part.role() + ": " + count + " of " + even);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "moons,       577f8e7927195caadf72da9ba1565649",
        "circles,     586bffbe9dabdb239befd542e2495a1e",
        "spirals,     7848b6d5e7680c9eeabe5fd7a750b1ac",
        "xor,         2fc3dbc73e014d08f0c81333fa42f3e7",
        "blobs,       65d9a5b425c906fc8685bcf20e7541f7",
        "noisy_sine,  01fea14fb931cc22371e87a52de88af6",
        "shapes,      6bc534f7839d0c7cd04501e026d1f0df",
        "adding,      d0bd7dcb9f244af32c0c1224b2e4dbeb",
        "associative_recall, c1c0472f99b1683737c5f1828b0e7818",
    })
    @DisplayName("The content is pinned: who changes it changes the generator's fingerprint too")
    void load_givesPinnedContent(String name, String digest) throws IOException {
        DatasetSpec spec = specs().filter(s -> s.fingerprint().startsWith(name)).findFirst().orElseThrow();
        assertEquals(name + "-1", spec.fingerprint());
        assertEquals(digest, load(spec, 1).train().digest());
    }

    @Test
    void moons_withoutNoise_lieOnTheirArcs() throws IOException {
        Dataset moons = whole(new Moons(50, 0, 0, 0, 0, null));
        for (int i = 0; i < moons.size(); i++) {
            double x = moons.inputs()[2 * i] - moons.label(i);
            double y = moons.inputs()[2 * i + 1] - 0.5 * moons.label(i);
            assertEquals(1, Math.hypot(x, y), 1e-6);
            assertTrue(moons.label(i) == 0 ? y > -1e-6 : y < 1e-6, "point " + i);
        }
        assertEquals(1, moons.inputs()[0], "the first point begins the upper arc");
        assertEquals(-1, moons.inputs()[2 * 48], 1e-6, "the last ends it");
    }

    @Test
    void circles_withoutNoise_haveTheirRadii() throws IOException {
        Dataset circles = whole(new Circles(40, 0, 0.25, 0, 0, 0, null));
        for (int i = 0; i < circles.size(); i++) {
            double radius = Math.hypot(circles.inputs()[2 * i], circles.inputs()[2 * i + 1]);
            assertEquals(circles.label(i) == 0 ? 1 : 0.25, radius, 1e-6);
        }
    }

    @Test
    void spirals_withoutNoise_windOutwards() throws IOException {
        Dataset spirals = whole(new Spirals(60, 3, 2, 0, 0, 0, 0, null));
        for (int i = 0; i < spirals.size(); i++) {
            double radius = Math.hypot(spirals.inputs()[2 * i], spirals.inputs()[2 * i + 1]);
            assertEquals(i / 3 / 19.0, radius, 1e-6);
        }
    }

    @Test
    void xor_withoutNoise_isTheExclusiveOr() throws IOException {
        Dataset xor = whole(new XOR(40, 0, 0, 0, 0, null));
        for (int i = 0; i < xor.size(); i++) {
            boolean differ = xor.inputs()[2 * i] != xor.inputs()[2 * i + 1];
            assertEquals(differ ? 1 : 0, xor.label(i));
            assertEquals(1, Math.abs(xor.inputs()[2 * i]));
        }
    }

    @Test
    @DisplayName("The noise has mean 0 and the standard deviation asked for, within five standard errors")
    void noise_hasItsStandardDeviation() throws IOException {
        int n = 20_000;
        double sigma = 0.25;
        Dataset noisy = whole(new Moons(n, sigma, 0, 0, 0, null));
        Dataset clean = whole(new Moons(n, 0, 0, 0, 0, null));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 2 * n; i++) {
            double error = noisy.inputs()[i] - clean.inputs()[i];
            sum += error;
            squares += error * error;
        }
        assertEquals(0, sum / (2 * n), 5 * sigma / Math.sqrt(2 * n));
        assertEquals(sigma, Math.sqrt(squares / (2 * n)), 5 * sigma / Math.sqrt(4 * n));
    }

    @Test
    void noisySine_isASineWithNoise() throws IOException {
        Dataset sine = whole(new NoisySine(20_000, 0.1, false, 0, 0, 0, null));
        double squares = 0;
        for (int i = 0; i < sine.size(); i++) {
            assertTrue(Math.abs(sine.inputs()[i]) <= (float) Math.PI);
            double error = sine.targets()[i] - Math.sin(sine.inputs()[i]);
            squares += error * error;
        }
        assertEquals(0.1, Math.sqrt(squares / sine.size()), 0.003);
    }

    @Test
    void adding_asksForTheSumOfTwoMarkedNumbers() throws IOException {
        Dataset adding = whole(new Adding(200, 31, false, 0, 0, 0, null));
        double error = 0;
        for (int i = 0; i < adding.size(); i++) {
            double sum = 0;
            int marks = 0;
            int early = 0;
            for (int step = 0; step < 31; step++) {
                float mark = adding.inputs()[(i * 31 + step) * 2 + 1];
                sum += mark * adding.inputs()[(i * 31 + step) * 2];
                marks += mark == 1 ? 1 : mark == 0 ? 0 : 99;
                early += mark == 1 && step < 15 ? 1 : 0;
            }
            assertEquals(2, marks, "sequence " + i);
            assertEquals(1, early, "sequence " + i);
            assertEquals(0.5 + sum / 4, adding.targets()[i], 1e-6);
            error += (adding.targets()[i] - 0.5) * (adding.targets()[i] - 0.5) / adding.size();
        }
        assertEquals(1 / 24.0, error, 0.01, "what always answering 0.5 leaves");
    }

    @Test
    @DisplayName("Sequences of some hundreds of steps are whole: marks reach both ends of both halves")
    void adding_long_marksAnyStep() throws IOException {
        int length = 400;
        Dataset adding = whole(new Adding(3000, length, false, 0, 0, 0, null));
        boolean[] marked = new boolean[length];
        for (int i = 0; i < adding.size(); i++) {
            for (int step = 0; step < length; step++) {
                marked[step] |= adding.inputs()[(i * length + step) * 2 + 1] == 1;
            }
        }
        for (int step : List.of(0, 199, 200, 399)) {
            assertTrue(marked[step], "step " + step);
        }
    }

    @Test
    @DisplayName("The question's key was shown once, beside the answer; ids are rows of the embedding the words name")
    void associativeRecall_asksForTheValueOfAKeyShown() throws IOException {
        int symbols = 6;
        int pairs = 4;
        Dataset recall = whole(new AssociativeRecall(600, pairs, symbols, 0, 0, 0, null));
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < recall.size(); i++) {
            int question = (int) recall.inputs()[i * (pairs + 1) + pairs] - symbols * symbols;
            assertTrue(question >= 0 && question < symbols, "question " + i);
            Set<Integer> keys = new HashSet<>();
            for (int pair = 0; pair < pairs; pair++) {
                int id = (int) recall.inputs()[i * (pairs + 1) + pair];
                assertTrue(id >= 0 && id < symbols * symbols && keys.add(id / symbols), "keys of " + i);
                if (id / symbols == question) {
                    assertEquals(recall.label(i), id % symbols, "answer of " + i);
                    places.add(pair);
                }
            }
            assertTrue(keys.contains(question), "sequence " + i);
        }
        assertEquals(Set.of(0, 1, 2, 3), places, "any pair is asked for");
    }

    @Test
    @DisplayName("Without noise a figure is within its image, and figures of a size differ in what they cover")
    void shapes_withoutNoise_areFigures() throws IOException {
        Dataset shapes = whole(new Shapes(600, 16, 6, 0, 0, 0, 0, null));
        double[] area = new double[6];
        for (int i = 0; i < shapes.size(); i++) {
            for (int pixel = 0; pixel < 256; pixel++) {
                float value = shapes.inputs()[i * 256 + pixel];
                assertTrue(value >= 0 && value <= 1, "image " + i);
                area[shapes.label(i)] += value / 100;
            }
        }
        double square = 16 * 16 * (0.35 * 0.35 + 0.2 * 0.2 / 12);
        assertEquals(Math.PI * square, area[0], 0.1 * area[0], "circle");
        assertEquals(1.7 * 1.7 * square, area[1], 0.1 * area[1], "square");
        assertEquals(1.9 * square, area[2], 0.1 * area[2], "triangle");
        assertEquals((2 * 1.2 - 0.36) * square, area[3], 0.1 * area[3], "cross");
        assertEquals(2 * square, area[4], 0.1 * area[4], "diamond");
        assertEquals(Math.PI * 0.64 * square, area[5], 0.1 * area[5], "ring");
        assertEquals(List.of("circle", "square", "triangle", "cross"),
                new Shapes(100, 16, 4, 0.1, 0.2, 0, 0, null).classNames());
    }

    @Test
    void invalidSettings_areNamed() {
        for (var invalid : List.<org.junit.jupiter.api.function.Executable>of(
                () -> new Moons(3, 0.1, 0.2, 0, 0, null),
                () -> new Blobs(5, 3, 2, 1, 0.2, 0, 0, null),
                () -> new AssociativeRecall(31, 8, 16, 0.2, 0, 0, null),
                () -> new AssociativeRecall(10_000_000, 200, 1000, 0.2, 0, 0, null),
                () -> new Adding(2_000_000, 400, false, 0.2, 0, 0, null),
                () -> new NoisySine(2_000_000_000, 0.1, false, 0.2, 0, 0, null))) {
            assertEquals("samples", assertThrows(Check.Invalid.class, invalid).component());
        }
        assertEquals("noise: -1 is not zero or a positive number",
                assertThrows(Check.Invalid.class, () -> new Moons(100, -1, 0.2, 0, 0, null)).getMessage());
        assertEquals("symbols: 16 is not at least 17, a key of its own for each of the pairs",
                assertThrows(Check.Invalid.class, () -> new AssociativeRecall(100, 17, 16, 0.2, 0, 0, null))
                        .getMessage());
        assertEquals("symbols",
                assertThrows(Check.Invalid.class, () -> new AssociativeRecall(100, 1, 1, 0.2, 0, 0, null)).component());
        assertEquals("pairs",
                assertThrows(Check.Invalid.class, () -> new AssociativeRecall(100, 0, 16, 0.2, 0, 0, null))
                        .component());
        assertEquals("factor",
                assertThrows(Check.Invalid.class, () -> new Circles(100, 0.1, 1, 0.2, 0, 0, null)).component());
        assertEquals("validation",
                assertThrows(Check.Invalid.class, () -> new XOR(100, 0.1, 1, 0, 0, null)).component());
        assertEquals("classes",
                assertThrows(Check.Invalid.class, () -> new Spirals(100, 1, 1, 0.1, 0.2, 0, 0, null)).component());
    }

    private static List<String> digests(Splits splits) {
        return splits.parts().stream().map(Splits.Part::digest).toList();
    }
}
