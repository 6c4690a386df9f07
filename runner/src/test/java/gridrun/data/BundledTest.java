package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.component.Check;
import gridrun.component.Names;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledTest {

    static Stream<Bundled> specs() {
        return Stream.of(new Iris(true, 0.2, 0, 0), new Wine(true, 0.2, 0, 0), new BreastCancer(true, 0.2, 0, 0),
                new Digits(0.2, 0, 0),
                new Diabetes(true, true, 0.2, 0, 0));
    }

    @Test
    void specs_areAllThatAreBundled() {
        assertEquals(Set.of(Bundled.class.getPermittedSubclasses()),
                specs().map(Object::getClass).collect(Collectors.toSet()));
    }

    /** What bundled.py wrote of scikit-learn's. */
    private static List<String> golden() throws IOException {
        try (var stream = BundledTest.class.getResourceAsStream("bundled.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    @DisplayName("Values and order are scikit-learn's, to the bit of float64")
    void table_isThatOfScikitLearn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Bundled spec : specs().toList()) {
            BundledTable table = spec.table();
            ByteBuffer bytes = ByteBuffer.allocate(8 * (table.inputs().length + table.targets().length))
                    .order(ByteOrder.LITTLE_ENDIAN);
            Arrays.stream(table.inputs()).forEach(bytes::putDouble);
            Arrays.stream(table.targets()).forEach(bytes::putDouble);
            found.add("%s %d %d %s".formatted(Names.of(spec.getClass()), table.targets().length, table.width(),
                    Sha256.digest().bytes(bytes.array()).hex()));
        }
        assertEquals(golden(), found);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void load_matchesItsSignature(Bundled spec) {
        Splits splits = load(spec, 1);
        Signature signature = spec.signature();
        assertEquals(signature.train(), splits.train().data().size());
        assertEquals(signature.validation(), splits.validation().data().size());
        assertEquals(signature.input(), splits.train().data().input());
        assertEquals(signature.task(), splits.train().data().task());
        assertEquals(signature.task().classes(), spec.classNames().size());
        assertEquals(signature.input().size(), spec.featureNames().size());
    }

    @Test
    void names_areTheFieldsOwn() {
        assertEquals(List.of("setosa", "versicolor", "virginica"), new Iris(true, 0.2, 0, 0).classNames());
        assertEquals(List.of("malignant", "benign"), new BreastCancer(true, 0.2, 0, 0).classNames());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), new Digits(0.2, 0, 0).classNames());
        assertEquals(List.of(), new Diabetes(true, true, 0.2, 0, 0).classNames());
        assertEquals("sepal length (cm)", new Iris(false, 0.2, 0, 0).featureNames().get(0));
        assertEquals("alcohol (standardized)", new Wine(true, 0.2, 0, 0).featureNames().get(0));
        assertEquals(Shape.of(8, 8, 1), new Digits(0.2, 0, 0).signature().input());
    }

    @Test
    @DisplayName("Means and deviations are those of the training part alone")
    void load_standardizesByTheTrainingPart() {
        Splits splits = load(new Wine(true, 0.3, 0, 0), 5);
        double[] training = feature(splits.train().data(), 2);
        assertEquals(0, Arrays.stream(training).average().orElseThrow(), 1e-6);
        assertEquals(1, Scaling.standard(training).scale(), 1e-6);
        Splits raw = load(new Wine(false, 0.3, 0, 0), 5);
        Scaling fitted = Scaling.standard(feature(raw.train().data(), 2));
        double[] expected = Arrays.stream(feature(raw.validation().data(), 2)).map(fitted::scaled).toArray();
        assertArrayEquals(expected, feature(splits.validation().data(), 2), 1e-5);
    }

    private static double[] feature(Dataset data, int feature) {
        int width = data.input().size();
        return IntStream.range(0, data.size()).mapToDouble(i -> data.inputs()[i * width + feature]).toArray();
    }

    @Test
    void digits_areGreyFromZeroToOne() {
        float[] pixels = load(new Digits(0, 0, 0), 1).train().data().inputs();
        assertArrayEquals(new float[] {0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0}, Arrays.copyOf(pixels, 8));
    }

    @Test
    @DisplayName("Rows of the user's are prepared as the training part was")
    void read_scalesAsTheTrainingPart(@TempDir Path directory) throws IOException {
        Iris iris = new Iris(true, 0, 0, 0);
        Path file = Files.writeString(directory.resolve("rows.csv"), "5.1,3.5,1.4,0.2,setosa\n4.9,3,1.4,0.2,setosa\n");
        Dataset rows =
                iris.read(new FurtherRows(file, true, note -> {}), load(iris, 1).preparation());
        assertArrayEquals(Arrays.copyOf(load(iris, 1).train().data().inputs(), 8), rows.inputs());
        assertArrayEquals(new float[] {0, 0}, rows.targets());
    }

    @Test
    void validation_outOfRange_isRefused() {
        assertThrows(Check.Invalid.class, () -> new Iris(true, 1, 0, 0));
        assertThrows(Check.Invalid.class, () -> new Digits(-0.1, 0, 0));
    }

    private static Splits load(Bundled spec, long seed) {
        return spec.load(null, DataStreams.of(Rng.of(seed).split("data"), Rng.of(seed).split("split")));
    }
}
