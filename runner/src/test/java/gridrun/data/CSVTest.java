package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.FilePath;
import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CSVTest {

    @TempDir
    Path directory;

    private CsvFiles files;

    @BeforeEach
    void makeFiles() {
        files = new CsvFiles(directory);
    }

    private Path file(String name, String content) {
        return files.write(name, content);
    }

    private DatasetSpec csv(String content, String settings) {
        return files.csv(content, settings);
    }

    private static Splits load(DatasetSpec spec) throws IOException {
        return spec.load(null, DataStreams.of(Rng.of(1), Rng.of(2)));
    }

    private static Dataset whole(DatasetSpec spec) throws IOException {
        return load(spec).train().data();
    }

    private static FurtherRows further(Path file, boolean targets) {
        return new FurtherRows(file, targets, note -> {});
    }

    private String errors(String content, String settings) {
        return files.errors(content, settings);
    }

    @Test
    void load_ofNumbersAndCategories_makesOneHotColumns() throws IOException {
        DatasetSpec spec = csv("""
                age,colour,size,kind
                1,red,10,cat
                2,"blue, dark",20,dog
                3,red,30,"a ""big"" fish"
                """, ", standardize: false, validation: 0");
        assertEquals(new Signature(Shape.of(4), Task.classification(3), 3, 0, 0), spec.signature());
        assertArrayEquals(new float[] {1, 0, 1, 10, 2, 1, 0, 20, 3, 0, 1, 30}, whole(spec).inputs());
        assertEquals(List.of("a \"big\" fish", "cat", "dog"), spec.classNames());
        assertArrayEquals(new float[] {1, 2, 0}, whole(spec).targets());
        assertEquals(List.of("age", "colour=blue, dark", "colour=red", "size"), spec.featureNames());
    }

    @Test
    void load_withCodes_numbersCategoriesInOrder() throws IOException {
        DatasetSpec spec = csv("colour,y\nred,0.5\nblue,1.5\n10,2.5\n9,3.5\n",
                ", encoding: codes, validation: 0, categorical: [colour], standardize_targets: false");
        assertArrayEquals(new float[] {3, 2, 1, 0}, whole(spec).inputs(), "numbers by value, then texts");
        assertEquals(Task.regression(1), spec.signature().task());
        assertArrayEquals(new float[] {0.5f, 1.5f, 2.5f, 3.5f}, whole(spec).targets());
    }

    @Test
    @DisplayName("Mean and deviation are those of the training part alone, and serve the other parts too")
    void load_standardized_isFittedOnTheTrainingPart() throws IOException {
        String rows = IntStream.range(0, 40).mapToObj(i -> i * i + ",3," + i / 10.0)
                .collect(Collectors.joining("\n", "x,constant,y\n", "\n"));
        DatasetSpec spec = csv(rows, ", validation: 0.25, standardize_targets: false");
        Splits splits = load(spec);
        Dataset train = splits.train().data();
        double mean = IntStream.range(0, 30).mapToDouble(i -> train.inputs()[2 * i]).average().orElseThrow();
        double squares = IntStream.range(0, 30).mapToDouble(i -> train.inputs()[2 * i] * train.inputs()[2 * i]).sum();
        assertEquals(0, mean, 1e-6);
        assertEquals(1, squares / 30, 1e-5);
        assertEquals(0, train.inputs()[1], "a constant is only centred");
        double[] raw =
                IntStream.range(0, 30).mapToDouble(i -> Math.pow(Math.round(train.targets()[i] * 10), 2)).toArray();
        double centre = IntStream.range(0, 30).mapToDouble(i -> raw[i]).average().orElseThrow();
        double scale = Math.sqrt(IntStream.range(0, 30).mapToDouble(i -> Math.pow(raw[i] - centre, 2)).sum() / 30);
        Dataset held = splits.validation().data();
        for (int i = 0; i < held.size(); i++) {
            double x = Math.pow(Math.round(held.targets()[i] * 10), 2);
            assertEquals((x - centre) / scale, held.inputs()[2 * i], 1e-4);
        }
    }

    @Test
    void load_categoryThatTheTrainingPartLacks_isAllZeros() throws IOException {
        String rows = IntStream.range(0, 20).mapToObj(i -> "c" + i + "," + i / 7.0)
                .collect(Collectors.joining("\n", "c,y\n", "\n"));
        Splits splits = load(csv(rows, ", validation: 0.2"));
        for (float value : splits.validation().data().inputs()) {
            assertEquals(0, value);
        }
        assertEquals(Shape.of(20), splits.train().data().input());
        for (float value : load(csv(rows, ", validation: 0.2, encoding: codes")).validation().data().inputs()) {
            assertEquals(-1, value);
        }
    }

    @Test
    void missingValues_followTheirPolicy() throws IOException {
        String content = "x,c,y\n1,a,0.5\n,b,1.5\n5,NA,2.5\n3,a,3.5\n";
        DatasetSpec drop = csv(content, ", missing: drop, validation: 0, standardize: false");
        assertEquals(2, drop.signature().train());
        assertArrayEquals(new float[] {1, 1, 3, 1}, whole(drop).inputs());
        DatasetSpec mean = csv(content, ", missing: mean, validation: 0, standardize: false");
        assertArrayEquals(new float[] {1, 1, 0, 3, 0, 1, 5, 0, 0, 3, 1, 0}, whole(mean).inputs());
        assertTrue(errors(content, "").contains("data.path: d.csv:3: column 1 (x): '' stands for a missing value; "
                + "data.missing: mean fills it, drop leaves rows out"));
    }

    @ParameterizedTest
    @DisplayName("examples stay the same whatever is made of them; which rows are left out says which they are")
    @CsvSource(delimiter = '|', value = {
        "''|true", "', standardize: false'|true", "', encoding: codes'|true", "', standardize_targets: false'|true",
        "', ignore: [c]'|true", "', categorical: [x]'|true", "', missing: drop'|true",
        "', missing_values: [z], missing: drop'|false", "', missing_values: [b], missing: drop'|false",
        "', target: x'|false",
    })
    void examples_areThoseOfTheUsualPreparation(String settings, boolean isSame) throws IOException {
        String content = CsvFiles.rows("x,c,y", 40, i -> i % 7 + "," + "ab".charAt(i % 2) + "," + i / 8.0);
        Splits usual = load(csv(content, ""));
        Splits splits = load(csv(content, settings));
        assertEquals(usual.train().digest(), usual.train().examples());
        assertEquals(isSame, usual.train().examples().equals(splits.train().examples()));
        assertEquals(isSame, usual.validation().examples().equals(splits.validation().examples()));
    }

    @Test
    @DisplayName("where rows are left out, the columns that are read decide which")
    void examples_whereRowsAreLeftOut() throws IOException {
        String content = CsvFiles.rows("x,c,y", 40, i -> i + "," + (i == 3 ? "NA" : "a") + "," + i / 8.0);
        Splits dropped = load(csv(content, ", missing: drop"));
        assertEquals(dropped.train().examples(), load(csv(content, ", missing: drop, standardize: false")).train()
                .examples());
        assertNotEquals(dropped.train().examples(), load(csv(content, ", missing: drop, ignore: [c]")).train()
                .examples());
        assertEquals(load(csv(content, ", missing: mean")).train().examples(),
                load(csv(content, ", missing: drop, ignore: [c]")).train().examples());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 2 1 2|classes", "1.0 2 1 2|classes", "a b a 1|classes", "1.5 2 1 2|real",
        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20|real",
    })
    void targetType_isInferred(String values, String type) throws IOException {
        String rows = List.of(values.split(" ")).stream().map(v -> "1.5," + v + "\n")
                .collect(Collectors.joining("", "x,y\n", ""));
        assertEquals(type.equals("classes"), csv(rows, "").signature().task().isClassification());
        if (!values.contains("a")) {
            assertFalse(csv(rows, ", target_type: real").signature().task().isClassification());
        }
        assertTrue(csv(rows, ", target_type: classes").signature().task().isClassification());
    }

    @Test
    void target_isFoundByNameOrNumber_andColumnsAreLeftOut() throws IOException {
        String content = "id;kind;x\n7;a;1\n8;b;2\n";
        String semicolon = ", delimiter: ';', validation: 0, standardize: false, ignore: [id]";
        assertArrayEquals(new float[] {1, 2}, whole(csv(content, semicolon + ", target: kind")).inputs());
        assertArrayEquals(new float[] {1, 2}, whole(csv(content, semicolon + ", target: 2")).inputs());
        DatasetSpec headless = csv("7,a,1\n8,b,2\n", ", header: false, target: 2, validation: 0, standardize: false");
        assertArrayEquals(new float[] {7, 1, 8, 2}, whole(headless).inputs());
    }

    @Test
    void testFile_isReadByNames_withTheTrainingPartsScale() throws IOException {
        file("t.csv", "y,c,x\nno,unknown,1\nyes,a,3\n");
        Splits splits = load(csv("x,c,y\n1,a,yes\n3,b,no\n", ", test: t.csv, validation: 0"));
        assertArrayEquals(new float[] {-1, 0, 0, 1, 1, 0}, splits.test().data().inputs());
        assertArrayEquals(new float[] {0, 1}, splits.test().data().targets());
        file("t.csv", "y,c,x\nperhaps,a,1\n");
        assertTrue(errors("x,c,y\n1,a,yes\n3,b,no\n", ", test: t.csv")
                .contains("data.test: t.csv:2: column 1 (y): 'perhaps' is not one of the classes of the training "
                        + "data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "x,y\\n1,2.5\\noops,3.5\\n||data.path: d.csv:3: column 1 (x): 'oops' is no number, as others in this column "
                + "are; if 'oops' means",
        "x,y\\n1,2.5\\n2\\n||data.path: d.csv:3: the row has 1 fields, not 2 as the first",
        "x,x\\n1,2\\n||data.path: d.csv:1: two columns have the name 'x'",
        "x,y\\n||data.path: d.csv has no rows of values",
        "x,kind\\n1,a\\n2,b\\n|, target: kin|data.target: d.csv has no column 'kin'; there are x, kind; did you "
                + "mean 'kind'?",
        "x,kind\\n1,a\\n2,a\\n||data.target: d.csv has only the class 'a' in column 'kind'",
        "x,y\\n1,2.5\\n2,NA\\n||data.path: d.csv:3: column 2 (y): 'NA' is no target; data.missing: drop leaves the "
                + "row out",
        "x,y\\n1,2.5\\n2,b\\n||data.path: d.csv:3: column 2 (y): 'b' is no number, as the other targets are; if 'b' "
                + "means a missing value, list it under data.missing_values; data.target_type: classes makes",
        "y\\n1\\n2\\n||data.path: d.csv has no column beside the target 'y' to learn from",
        "x,y\\n1,2\\n|, delimiter: ab|data.delimiter: 'ab' is not one character",
        "x,y\\n1e999,2\\n2,3\\n|, categorical: [z]|data.categorical: d.csv has no column 'z'",
        "x,y\\n\"1,2\\n||data.path: d.csv, after line 1: ",
        "x,y\\n1,\"2\\n3\"\\n4,\"2\\n||data.path: d.csv, after line 3: ",
        "x,y\\n1,a\\n2,b\\n|, target_type: real|data.path: d.csv:2: column 2 (y): 'a' is no number (2 such texts), and "
                + "data.target_type: real takes numbers; classes makes classes of all values",
        "x;y\\n1;a\\n|, target: y|data.target: d.csv has no column 'y'; there is x;y; its fields may be separated by "
                + "';': write data.delimiter: ';'",
        "1.5,yes\\n2,no\\n|, target: kind|data.target: d.csv has no column 'kind'; there are 1.5, yes; if the first "
                + "row holds values, write data.header: false",
        "x,y\\n1,a\\n|, target: y, delimiter: ';'|its fields may be separated by ',': write data.delimiter: ','",
    })
    @DisplayName("What is wrong with a file is told at planning, with its place, at the setting that it belongs to")
    void mistakes_areToldAtPlanning(String content, String settings, String message) throws IOException {
        String errors = errors(content.replace("\\n", "\n"), settings == null ? "" : settings);
        assertTrue(errors.contains(message), errors);
        assertTrue(errors.startsWith("experiment.yaml:2:"), errors);
    }

    @Test
    void aFileThatIsNotThere_isToldAtPlanning() throws IOException {
        assertTrue(errors("", ", test: absent.csv").contains("data.path: d.csv is empty"));
        assertTrue(errors("x,y\n1,1.5\n2,2.5\n", ", test: absent.csv").contains("data.test: there is no file "
                + "absent.csv"));
        Files.write(directory.resolve("t.csv"), new byte[] {'x', ',', 'y', '\n', (byte) 0xE4, ',', '1', '\n'});
        assertTrue(errors("x,y\n1,1.5\n2,2.5\n", ", test: t.csv").contains("t.csv:2: the byte 0xE4 is no text in "
                + "UTF-8; it looks like Windows-1252"));
    }

    @Test
    @DisplayName("A run's identity holds the path as it is written, and the content instead of the place")
    void identity_isThatOfTheContent() throws IOException {
        csv("x,y\n1,1.5\n2,2.5\n", "");
        RunSpec here = files.run("");
        assertTrue(here.yaml("t").contains("path: d.csv\n"), here.yaml("t"));
        assertEquals("d.csv", here.params().get("data.path"));
        String fingerprint = here.data().fingerprint();
        Path there = Files.createDirectories(directory.resolve("there"));
        Files.copy(directory.resolve("d.csv"), there.resolve("d.csv"));
        Files.copy(directory.resolve("experiment.yaml"), there.resolve("experiment.yaml"));
        RunSpec elsewhere = Experiment.read(there.resolve("experiment.yaml"), List.of(), false, new Problems())
                .orElseThrow().runs().get(0);
        assertEquals(here.configId(), elsewhere.configId());
        assertEquals(fingerprint, elsewhere.data().fingerprint());
        Files.writeString(there.resolve("d.csv"), "x,y\n1,1.5\n2,2.75\n");
        assertNotEquals(fingerprint, elsewhere.data().fingerprint(), "the file has changed since");
    }

    @Test
    @DisplayName("Of classes a configuration is the one it was before targets had a scale; of real targets the scale "
            + "is part")
    void identity_holdsTheScaleOfRealTargetsAlone() {
        csv("x,y\n1,a\n2,b\n", "");
        String ofClasses = files.run("").configId();
        assertEquals("e86cbe48ea15be8339240ded3697c5f9382df506e708640ee8dbc8b12b46938a", ofClasses);
        assertEquals(ofClasses,
                files.run(", decimal: '.', missing_values: ['', NA, N/A, NaN, 'null', None, '?']").configId());
        assertNotEquals(ofClasses, files.run(", missing_values: ['']").configId());
        csv("x,y\n1,1.5\n2,2.5\n", "");
        String ofValues = files.run("").configId();
        assertNotEquals(ofClasses, ofValues);
        assertEquals("true", files.run("").params().get("data.standardize_targets"));
        assertEquals(ofValues, files.run(", standardize_targets: true").configId());
        assertNotEquals(ofValues, files.run(", standardize_targets: false").configId());
        assertTrue(errors("x,y\n1,a\n2,b\n", ", standardize_targets: false").contains(
                "data.standardize_targets: the target 'y' has classes; only real targets have a scale"));
    }

    @Test
    @DisplayName("A hundred thousand rows, quoted line breaks and a byte order mark")
    void manyRows_areRead() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF\"x\",\"c\",y\r\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(i % 2 == 0 ? ",\"two\nlines\"," : ",one,").append(i % 3).append("\r\n");
        }
        Path path = directory.resolve("big.csv");
        Files.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
        CSV spec = new CSV(new FilePath("big.csv", path), null, null, null, null, true, ",", ".", List.of(), List.of(),
                CSV.Encoding.ONE_HOT, false, CSV.Missing.ERROR, List.of(""), 0, 0);
        assertEquals(100_000, spec.signature().train());
        assertEquals(List.of("x", "c=one", "c=two\nlines"), spec.featureNames());
        assertEquals(99_999, whole(spec).inputs()[3 * 99_999]);
    }

    @Test
    @DisplayName("Further rows are prepared as the training part was, with or without their targets")
    void read_preparesAsInTraining() throws IOException {
        DatasetSpec spec = csv("x,c,y\n1,a,yes\n3,b,no\n", ", validation: 0");
        Path rows = file("rows.csv", "c,x\nb,2\nz,3\n");
        assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0},
                spec.read(further(rows, false), PreparationTest.of(spec)).inputs());
        UnreadableFile error =
                assertThrows(UnreadableFile.class,
                        () -> spec.read(further(rows, true), PreparationTest.of(spec)));
        assertTrue(error.getMessage().contains("rows.csv has no column 'y'; there are c, x"), error.getMessage());
    }

    @Test
    void read_ofPlainNumbers_takesThemAsTheyAre() throws IOException {
        DatasetSpec moons = new Moons(100, 0.1, 0.2, 0, 0, null);
        Path rows = file("rows.csv", "1,2,0\n3,4,1\n");
        Dataset data = moons.read(further(rows, true), PreparationTest.of(moons));
        assertArrayEquals(new float[] {1, 2, 3, 4}, data.inputs());
        assertArrayEquals(new float[] {0, 1}, data.targets());
        Path wrong = file("wrong.csv", "a,b,class\n1,2,7\n");
        UnreadableFile error = assertThrows(UnreadableFile.class,
                () -> moons.read(further(wrong, true), PreparationTest.of(moons)));
        assertTrue(error.getMessage().endsWith("wrong.csv:2: column 3 (class): '7' is not one of the classes 0, 1"),
                error.getMessage());
    }
}
