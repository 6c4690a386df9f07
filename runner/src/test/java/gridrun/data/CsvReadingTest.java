package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReadingTest {

    @TempDir
    Path directory;
    private CsvFiles files;

    @BeforeEach
    void makeFiles() {
        files = new CsvFiles(directory);
    }

    private float[] inputs(String content, String settings) {
        return files.load(content, ", validation: 0, standardize: false" + settings).train().data().inputs();
    }

    @Test
    @DisplayName("Whatever the offset of a column, the same numbers are trained on, but for their last bit")
    void standardizedInputs_doNotDependOnAnOffset() {
        float[] near = files.load(CsvFiles.rows("t,y", 3600, i -> i + "," + i / 7.0), "").train().data().inputs();
        float[] far = files.load(CsvFiles.rows("t,y", 3600, i -> 1_700_000_000L + i + "," + i / 7.0), "")
                .train().data().inputs();
        assertArrayEquals(near, far, 1e-6f);
    }

    @ParameterizedTest
    @CsvSource({"20240101", "9007199254740993", "20240101000000000001"})
    @DisplayName("Classes that are whole numbers are told apart by their digits, and have the names of the file")
    void largeWholeNumbers_areClassesOfTheirOwn(BigInteger first) {
        List<String> labels = List.of(0, 1, 2, 3).stream()
                .map(i -> first.add(BigInteger.valueOf(i)).toString()).toList();
        DatasetSpec spec = files.csv(CsvFiles.rows("x,y", 20, i -> i + "," + labels.get(i % 4)), "");
        assertEquals(labels, spec.classNames());
        files.write("more.csv", "x,y\n1," + labels.get(3) + ".0\n");
        assertEquals(3, spec.read(new FurtherRows(directory.resolve("more.csv"), true,
                note -> {}), PreparationTest.of(spec)).label(0));
    }

    @Test
    void wholeNumbersWrittenDifferently_areOneClass() {
        assertEquals(List.of("-1", "0", "1000"),
                files.csv("x,y\n1,1e3\n2,1000.0\n3,-0\n4,0\n5,-1\n6,1000\n", "").classNames());
    }

    @Test
    void largeRealTarget_isReal() {
        String content = CsvFiles.rows("x,y", 40, i -> i + "," + (1_700_000_000 + 50 * (i % 8) / 8.0));
        assertFalse(files.csv(content, "").signature().task().isClassification());
        Dataset train = files.load(content, "").train().data();
        double mean = 0;
        for (float target : train.targets()) {
            mean += target / train.size();
        }
        assertEquals(0, mean, 1e-6);
        assertEquals(1_700_000_000 + 50 * 3.5 / 8, train.scaling().center(), 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "oops 1 2 3|3|numbers", "1 2 oops 3|3|numbers", "1 2 3 oops|3|numbers", "a 1 b c|4|categories",
        "a b c 1|4|categories", "1A 10 1B 11|2|numbers",
    })
    @DisplayName("What a column is taken for does not depend on the order of its rows")
    void kind_isThatOfMostValues(String values, int numbers, String kind) {
        String[] each = values.split(" ");
        String content = CsvFiles.rows("c,y", each.length, i -> each[i] + "," + i % 2);
        if (kind.equals("categories")) {
            assertEquals(Shape.of(numbers), files.csv(content, "").signature().input());
        } else {
            String errors = files.errors(content, "");
            assertTrue(errors.contains("is no number"), errors);
            assertEquals(Shape.of(4), files.csv(content, ", categorical: [c]").signature().input());
        }
    }

    @Test
    void decimalCommas_areRecognisedAndRead() {
        String content = "weight;height;score\n61,2;168,9;77,89\n70;171;80,5\n65,25;160;79\n";
        String errors = files.errors(content, ", delimiter: ';'");
        assertTrue(errors.contains("d.csv:2: column 1 (weight): '61,2' is a number with decimals behind a ',': "
                + "write data.decimal: ','"), errors);
        String whole = files.errors("w;y\n61;a\n62;b\n63,5;a\n", ", delimiter: ';'");
        assertTrue(whole.contains("d.csv:4: column 1 (w): '63,5' is a number with decimals behind a ','"), whole);
        String settings = ", delimiter: ';', decimal: ','";
        assertArrayEquals(new float[] {61.2f, 168.9f, 70, 171, 65.25f, 160}, inputs(content, settings));
        assertFalse(files.csv(content, settings).signature().task().isClassification());
        String points = files.errors("w;y\n61.5;a\n62;b\n", settings);
        assertTrue(points.contains("'61.5' is a number with decimals behind a '.': write data.decimal: '.'"), points);
    }

    @Test
    void textsThatMeanMissing_areASetting() {
        String content = CsvFiles.rows("x,y", 9, i -> i + "," + List.of("NA", "EU", "AS").get(i % 3));
        assertTrue(files.errors(content, "").contains("'NA' is no target; data.missing: drop leaves the row out; "
                + "where it "
                + "is a value of its own, data.missing_values: [''] takes empty fields alone"),
                files.errors(content, ""));
        assertEquals(List.of("AS", "EU", "NA"), files.csv(content, ", missing_values: ['']").classNames());
        String dashes = "x,y\n-,0\n1,1\n3,0\n";
        assertTrue(files.errors(dashes, "").contains("if '-' means a missing value, list it under "
                + "data.missing_values"));
        assertArrayEquals(new float[] {2, 1, 3}, inputs(dashes, ", missing: mean, missing_values: ['-']"));
        assertArrayEquals(new float[] {2, 1, 3}, inputs(dashes.replace("-", "None"), ", missing: mean"),
                "in the first row as in any other");
    }

    @Test
    void delimiterAtTheEndOfRows_beginsNoColumn() {
        for (String content : List.of("x;y;\n1;a;\n2;b;\n", "x;y\n1;a;\n2;b;\n")) {
            DatasetSpec spec = files.csv(content, ", delimiter: ';', missing: drop");
            assertEquals(List.of("a", "b"), spec.classNames());
            assertEquals(List.of("rows end with a delimiter, behind which there is no column"),
                    spec.description().warnings().subList(0, 1));
        }
        assertEquals(Shape.of(2), files.csv("x;y;\n1;a;0.5\n2;b;1.5\n", ", delimiter: ';', target: y")
                .signature().input(), "a column without a name");
    }

    @Test
    void whereNoRowIsLeft_isSaidWhy() {
        String errors = files.errors("x,note,y\n1,,a\n2,,b\n,,a\n", ", missing: drop");
        assertTrue(errors.contains("d.csv: no row is left: 3 rows left out, which lack values (note 3, x 1), "
                + "as data.missing: drop says"), errors);
    }

    @Test
    void anotherDelimiter_isNamed() {
        assertTrue(files.errors("x\ty\n1\ta\n", "").contains("its fields may be separated by tabs: write "
                + "data.delimiter: \"\\t\""));
        String commas = files.errors("x;y\n1,5;2,5\n", "");
        assertTrue(commas.contains("separated by ';': write data.delimiter: ';'"), commas);
    }

    @Test
    void rowsToBePredicted_areToldOtherThings() {
        DatasetSpec spec = files.csv("x,y\n1,a\n2,b\n", ", missing: drop");
        Path rows = files.write("rows.csv", "x\nNA\n");
        String message = assertThrows(UnreadableFile.class, () -> spec.read(new FurtherRows(
                rows, false, note -> {}), PreparationTest.of(spec))).getMessage();
        assertTrue(message.contains("rows.csv:2: column 1 (x): 'NA' stands for a missing value, and every row wants an "
                + "answer: fill it"), message);
        assertFalse(message.contains("drop"), message);
        Path others = files.write("rows.csv", "x;z\n1;2\n");
        String column = assertThrows(UnreadableFile.class, () -> spec.read(new FurtherRows(
                others, false, note -> {}), PreparationTest.of(spec))).getMessage();
        assertTrue(
                column.endsWith("rows.csv has no column 'x'; there is x;z; its fields may be separated by ';': those "
                        + "of the training data are by ','"),
                column);
        Path row = files.write("rows.csv", "x\n1;2,5\n");
        String fields = assertThrows(UnreadableFile.class, () -> spec.read(new FurtherRows(
                row, false, note -> {}), PreparationTest.of(spec))).getMessage();
        assertTrue(fields.endsWith("rows.csv:2: the row has 2 fields, not 1 as the first; its fields may be separated "
                + "by ';': those of the training data are by ','"), fields);
        Path twice = files.write("rows.csv", "1,1\n2,3\n");
        String names = assertThrows(UnreadableFile.class, () -> spec.read(new FurtherRows(
                twice, false, note -> {}), PreparationTest.of(spec))).getMessage();
        assertTrue(names.endsWith("two columns have the name '1'; is this a row of values? The first row gives the "
                + "columns' names, as in the training data"), names);
    }
}
