package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import gridrun.random.Rng;
import gridrun.random.RunSeeds;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {

    /** Examples whose input is their own number; a third of them is of class 1. */
    private static UnsplitData numbered(int size) {
        double[] targets = IntStream.range(0, size).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        return new UnsplitData(Shape.of(1), Dataset.Task.classification(2), targets, "", null).with(examples -> {
            float[] inputs = new float[examples.length];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = examples[i];
            }
            return inputs;
        });
    }

    private static Splits split(int size, double share, long seed) {
        return Splits.of(numbered(size), null, new Moons(100, 0, share, 0, 0, null),
                DataStreams.of(Rng.of(0), Rng.of(seed)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 99, 1000})
    @DisplayName("The parts are disjoint and together complete, with inputs and targets still in step")
    void of_isDisjointAndComplete(int size) {
        Splits splits = split(size, 0.3, 1);
        BitSet seen = new BitSet();
        for (Splits.Part part : splits.parts()) {
            for (int i = 0; i < part.data().size(); i++) {
                int number = (int) part.data().inputs()[i];
                assertEquals(false, seen.get(number), "twice: " + number);
                seen.set(number);
                assertEquals(number % 3 == 0 ? 1 : 0, part.data().label(i));
            }
        }
        assertEquals(size, seen.cardinality());
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.2, 200", "10, 0.25, 2", "2, 0.01, 1", "3, 0.99, 2", "5, 0, 0"})
    void count_isTheNearestThatLeavesNeitherPartEmpty(int examples, double share, int expected) {
        assertEquals(expected, Stratified.count(examples, share));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "30 30 1|12|6 6 0", "1 30 30|12|0 6 6", "2 2 2|4|2 1 1", "900 100|200|180 20", "1 1 1|2|1 1 0", "0 3 1|1|0 1 0",
        "1 1 98|20|0 0 20",
    })
    @DisplayName("Of each class one example at least is left to learn, as long as there are others to hold out")
    void quotas_leaveAnExampleOfEachClass(String sizes, int total, String expected) {
        assertEquals(expected, IntStream.of(Stratified.quotas(
                Stream.of(sizes.split(" ")).mapToInt(Integer::parseInt).toArray(), total))
                .mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    }

    @Test
    @DisplayName("Real targets are scaled by the training part alone, and all parts are on that scale")
    void of_scalesRealTargets() throws IOException {
        Splits raw = loader().load(new Adding(500, 20, false, 0.3, 0, 0, null), RunSeeds.of(1), 0);
        Splits scaled = loader().load(new Adding(500, 20, true, 0.3, 0, 0, null), RunSeeds.of(1), 0);
        assertEquals(Scaling.NONE, raw.train().data().scaling());
        Scaling scaling = scaled.train().data().scaling();
        double[] targets = IntStream.range(0, raw.train().data().size())
                .mapToDouble(i -> raw.train().data().targets()[i]).toArray();
        assertEquals(Scaling.standard(targets).center(), scaling.center(), 1e-7);
        assertEquals(Scaling.standard(targets).scale(), scaling.scale(), 1e-7);
        assertEquals(scaling, scaled.validation().data().scaling());
        for (int i = 0; i < raw.validation().data().size(); i++) {
            assertEquals(raw.validation().data().targets()[i],
                    scaling.unscaled(scaled.validation().data().targets()[i]), 1e-6);
        }
        assertArrayEquals(raw.train().data().inputs(), scaled.train().data().inputs());
        assertNotEquals(raw.train().digest(), scaled.train().digest());
        assertEquals(scaled.train().digest(), raw.train().examples());
        assertEquals(scaled.train().digest(), scaled.train().examples());
    }

    @Test
    void of_isStratified() {
        Dataset held = split(900, 0.2, 5).validation().data();
        long ofClass1 = IntStream.range(0, held.size()).filter(i -> held.label(i) == 1).count();
        assertEquals(180, held.size());
        assertEquals(60, ofClass1);
    }

    @Test
    void of_anotherStream_picksOthers() {
        assertEquals(split(99, 0.3, 1).validation().digest(), split(99, 0.3, 1).validation().digest());
        assertNotEquals(split(99, 0.3, 1).validation().digest(), split(99, 0.3, 2).validation().digest());
    }

    @Test
    @DisplayName("The split depends on its own stream alone, the data on theirs")
    void load_keepsStreamsApart() throws IOException {
        Moons moons = new Moons(60, 0, 0.25, 0, 0, null);
        Splits one = moons.load(null, DataStreams.of(Rng.of(1), Rng.of(9)));
        Splits two = moons.load(null, DataStreams.of(Rng.of(2), Rng.of(9)));
        Splits three = new Moons(60, 0.5, 0.25, 0, 0, null).load(null, DataStreams.of(Rng.of(1), Rng.of(9)));
        assertArrayEquals(one.train().data().inputs(), two.train().data().inputs(), "no noise: the same data");
        assertArrayEquals(one.validation().data().targets(), three.validation().data().targets());
    }

    @Test
    @DisplayName("With data.seed only the split follows the run's seed")
    void load_withDataSeed_keepsData() throws IOException {
        DataLoader loader = loader();
        Splits one = loader.load(new Moons(60, 0.5, 0, 0, 0, 3L), RunSeeds.of(1), 0);
        Splits two = loader.load(new Moons(60, 0.5, 0, 0, 0, 3L), RunSeeds.of(2), 0);
        Splits three = loader.load(new Moons(60, 0.5, 0, 0, 0, null), RunSeeds.of(3), 0);
        assertArrayEquals(one.train().data().inputs(), two.train().data().inputs());
        assertArrayEquals(one.train().data().inputs(), three.train().data().inputs());
        assertNotEquals(loader.load(new Moons(60, 0.5, 0.5, 0, 0, 3L), RunSeeds.of(1), 0).train().digest(),
                loader.load(new Moons(60, 0.5, 0.5, 0, 0, 3L), RunSeeds.of(2), 0).train().digest());
    }

    @Test
    void load_again_sharesTheSplits() throws IOException {
        DataLoader loader = loader();
        Splits first = loader.load(new Moons(60, 0.5, 0.2, 0, 0, null), RunSeeds.of(1), 0);
        assertSame(first, loader.load(new Moons(60, 0.5, 0.2, 0, 0, null), RunSeeds.of(1), 0));
        assertNotSame(first, loader.load(new Moons(60, 0.5, 0.2, 0, 0, null), RunSeeds.of(2), 0));
        assertNotSame(first, loader.load(new Moons(60, 0.4, 0.2, 0, 0, null), RunSeeds.of(1), 0));
    }

    @Test
    void locate_prefersTheCommandLineThenTheEnvironmentThenTheCache() {
        Map<String, String> both = Map.of("GRIDRUN_DATA_DIR", "named", "XDG_CACHE_HOME", "cache");
        assertEquals(Path.of("given"), DataDirectory.locate(Path.of("given"), both));
        assertEquals(Path.of("named"), DataDirectory.locate(null, both));
        assertEquals(Path.of("cache", "gridrun", "data"),
                DataDirectory.locate(null, Map.of("XDG_CACHE_HOME", "cache")));
        assertEquals(Path.of(System.getProperty("user.home"), ".cache", "gridrun", "data"),
                DataDirectory.locate(null, Map.of("XDG_CACHE_HOME", "")));
    }

    @Test
    @DisplayName("Schema and profile are the JSON that MLflow shows for a data set")
    void part_describesItself() throws IOException {
        Splits.Part moons = loader().load(new Moons(60, 0.5, 0, 0, 0, null), RunSeeds.of(0), 0).train();
        String tensor = "'[{~type~: ~tensor~, ~tensor-spec~: {~dtype~: ~float32~, ~shape~: [-1%s]}}]'";
        String schema = "{'mlflow_tensorspec': {'features': %s, 'targets': %s}}"
                .formatted(tensor.formatted(", 2"), tensor.formatted(""));
        assertEquals(schema.replace("'", "\"").replace("~", "\\\""), moons.schema());
        assertEquals("{\"num_rows\": 60, \"input_shape\": [2], \"classes\": 2}", moons.profile());
        assertEquals("{\"num_rows\": 60, \"input_shape\": [1]}",
                loader().load(new NoisySine(60, 0.5, true, 0, 0, 0, null), RunSeeds.of(0), 0).train().profile());
    }

    private static DataLoader loader() {
        return new DataLoader(new DataDirectory(Path.of("absent"), new Download(message -> {})));
    }
}
