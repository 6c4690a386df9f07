package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.component.Check;
import gridrun.random.RunSeeds;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MNISTTest {

    /** The real files, where they are at hand: they are not part of the project, and no test downloads them. */
    private static DataLoader realFiles() {
        Stream<Path> candidates = Stream.of(System.getenv("GRIDRUN_DATA_DIR"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull).map(Path::of);
        Path found = candidates
                .filter(path -> Files.exists(path.resolve("mnist/train-images-idx3-ubyte"))
                        || Files.exists(path.resolve("mnist/train-images-idx3-ubyte.gz")))
                .findFirst().orElse(null);
        assumeTrue(found != null, "skipped: no MNIST files; name their directory in GRIDRUN_DATA_DIR");
        assertNotNull(found);
        return new DataLoader(new DataDirectory(found, new Download(message -> {})));
    }

    @Test
    void signature_needsNoFiles() {
        assertEquals(new Signature(Shape.of(28, 28, 1), Dataset.Task.classification(10), 54_000, 6_000, 10_000),
                new MNIST(null, 0.1, 0).signature());
        assertEquals(new Signature(Shape.of(28, 28, 1), Dataset.Task.classification(10), 160, 40, 200),
                new MNIST(200, 0.2, 0).signature());
        assertEquals(64, new MNIST(null, 0.1, 0).fingerprint().length());
    }

    @Test
    void limit_belowAFewOfEachClass_isInvalid() {
        assertEquals("limit", assertThrows(Check.Invalid.class, () -> new MNIST(5, 0.1, 0)).component());
    }

    @Test
    void load_ofTheRealFiles_givesTheKnownDigits() throws IOException {
        Splits mnist = realFiles().load(new MNIST(null, 0, 0), RunSeeds.of(0), 0);
        Dataset train = mnist.train().data();
        Dataset test = mnist.test().data();
        assertNull(mnist.validation());
        assertEquals(60_000, train.size());
        assertEquals(10_000, test.size());
        assertArrayEquals(new int[] {5, 0, 4, 1, 9}, labels(train, 5));
        assertArrayEquals(new int[] {7, 2, 1, 0, 4}, labels(test, 5));
        int[] counts = new int[10];
        for (int i = 0; i < train.size(); i++) {
            counts[train.label(i)]++;
        }
        assertArrayEquals(new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}, counts);
        double sum = 0;
        float largest = 0;
        for (float pixel : train.inputs()) {
            sum += pixel;
            largest = Math.max(largest, pixel);
        }
        assertEquals(1f, largest);
        assertEquals(0.1307, sum / train.inputs().length, 5e-5, "the mean that is published");
    }

    @Test
    void load_withALimit_usesTheFirstOfBothParts() throws IOException {
        DataLoader loader = realFiles();
        Splits few = loader.load(new MNIST(100, 0.2, 0), RunSeeds.of(0), 0);
        assertEquals(80, few.train().data().size());
        assertEquals(20, few.validation().data().size());
        assertEquals(100, few.test().data().size());
        assertArrayEquals(new int[] {7, 2, 1, 0, 4}, labels(few.test().data(), 5));
    }

    @Test
    void prepare_withoutFilesAndNetwork_isAClearError() {
        // An address that refuses at once stands for no network; the real one is never asked by a test.
        KnownFile file = new KnownFile("mnist/train-images-idx3-ubyte", "", java.net.URI.create("http://127.0.0.1:1/"));
        DataDirectory empty = new DataDirectory(Path.of("target", "no-data"), new Download(message -> {}));
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> empty.fetch(file));
        assertTrue(error.getMessage().startsWith(
                Path.of("target", "no-data", "mnist", "train-images-idx3-ubyte") + " is missing"), error.getMessage());
    }

    private static int[] labels(Dataset data, int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = data.label(i);
        }
        return labels;
    }
}
