package gridrun.data;

import static gridrun.data.CsvFiles.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDescriptionTest {

    @TempDir
    Path directory;
    private CsvFiles files;

    @BeforeEach
    void makeFiles() {
        files = new CsvFiles(directory);
    }

    private String examples(String content, String settings) {
        return files.csv(content, settings).description().examples().replace(directory + "/", "");
    }

    private List<String> warnings(String content, String settings) {
        return files.csv(content, settings).description().warnings().stream()
                .map(warning -> warning.replace(directory + "/", "")).toList();
    }

    @Test
    @DisplayName("The plan says what columns and target were taken for")
    void content_saysWhatWasTakenForWhat() {
        String head = IntStream.range(0, 9).mapToObj(i -> "n" + i).collect(Collectors.joining(",")) + ",sex,score";
        assertEquals("11 inputs: 9 numbers, sex (2 values); target score: real, 25 to 346, standardized",
                files.csv(rows(head, 40, i -> IntStream.range(0, 9).mapToObj(c -> (i * (c + 3)) % 17 + "")
                        .collect(Collectors.joining(",")) + (i % 2 == 0 ? ",m," : ",f,")
                        + (i == 0 ? 25 : i == 1 ? 346 : 100 + i)), "").description().content());
        assertEquals("1 input: 1 number; target y: 3 classes, 3 (10), 4 (10), 10 (10); data.target_type: real takes "
                + "them as numbers",
                files.csv(rows("x,y", 30, i -> i + "," + List.of(3, 4, 10).get(i % 3)), "")
                        .description().content());
        assertEquals("1 input: 1 number; target y: 12 classes of 1 to 19 rows", files.csv(rows("x,y", 30,
                i -> i + ",c" + (i < 11 ? i : 99)), "").description().content());
        assertEquals("1 input: 1 number; target y: 10 classes of 3 rows", files.csv(rows("x,y", 30,
                i -> i + ",c" + i % 10), "").description().content());
        assertEquals("1 input: 1 number; target rings: 10 classes of 3 rows; data.target_type: real takes them as "
                + "numbers", files.csv(rows("x,rings", 30, i -> i + "," + i % 10), "").description().content());
        assertEquals("2 inputs: 2 numbers; target y: real, 3.5 to 32.5, standardized; 3 missing values filled (age 2, "
                + "pay 1)",
                files.csv(rows("age,pay,y", 30, i -> (i < 2 ? "" : i) + "," + (i == 9 ? "" : i * i) + "," + (i + 3.5)),
                        ", missing: mean").description().content());
    }

    @Test
    void examples_saysWhatWasLeftOut() {
        files.write("t.csv", "x,y\n1,a\n2,b\n");
        assertEquals("8 rows of d.csv: 6 to train, 2 to validate, 2 to test of t.csv; 2 rows left out, which lack "
                + "values "
                + "(x 1, y 1)",
                examples(rows("x,y", 10, i -> (i == 3 ? "" : i) + "," + (i == 5 ? "?" : "ab".charAt(i % 2))),
                        ", missing: drop, test: t.csv"));
    }

    @Test
    void warnings_ofInputs() {
        assertEquals(List.of(
                "column name has another text in nearly every row, of which each becomes an input: data.ignore: [name]",
                "column price has numbers with signs or separators, which were taken for categories: write plain "
                        + "numbers into the file, or data.ignore: [price]",
                "column tags has lists in a field, of which each was taken for a category: write a column for each "
                        + "member, or data.ignore: [tags]",
                "column id has the rows' numbers, one more in each: if they say nothing of the target, write "
                        + "data.ignore: [id]",
                "columns one, two are the same in every row: data.ignore: [one, two]"),
                warnings(rows("id,name,price,tags,one,two,y", 40, i -> "%d,name%d,$%d,%s,7,x,%s".formatted(i, i, i % 4,
                        List.of("a|b", "a", "b", "a|c", "c", "b|c").get(i % 6), "ab".charAt(i % 2))), ""));
    }

    @Test
    void warnings_ofHeaders() {
        assertEquals(List.of("the first row was taken for names, which are numbers (1.5, 2.5): if it holds values, "
                + "write data.header: false"), warnings("1.5,2.5\n2,3.5\n3,4.5\n", ""));
        assertEquals(
                List.of("the first row was taken for names, which are values of their columns (2.3, -0.6, yes): if "
                        + "it holds values, write data.header: false"),
                warnings(rows("2.3,-0.6,yes", 20, i -> i + ".5,-" + i * i + "," + (i % 2 == 0 ? "yes" : "no")), ""));
        assertEquals(List.of(), warnings(rows("2019,2020,kind", 20, i -> i + ".5,-" + i * i + ","
                + (i % 2 == 0 ? "yes" : "no")), ""), "years are names, too");
        assertEquals(List.of(), warnings(rows("age,yes", 20, i -> i + ".5," + (i % 2 == 0 ? "yes" : "no")), ""));
        assertEquals(List.of(), warnings(rows("0,1,2", 3, i -> i * i + ",2." + i + "," + i % 2), ", validation: 0"),
                "columns counted");
        assertEquals(List.of("nothing of the first row stands in another one; if it holds names, write data.header: "
                + "true"),
                warnings(rows("colour,kind", 12, i -> List.of("red", "blue").get(i % 2) + "," + "ab".charAt(i % 2)),
                        ", header: false, validation: 0"));
    }

    @Test
    void warnings_ofTargets() {
        assertEquals(List.of("the class lonely stands in one row only, so the validation part has none of it"),
                warnings(rows("x,y", 20, i -> i * i + "," + (i == 0 ? "lonely" : "ab".charAt(i % 2))), ""));
        assertEquals(List.of("the class c stands in one row only, so the validation part has none of it",
                "all rows of the classes a, b are held out for validation and never learnt: write a smaller "
                        + "data.validation"),
                warnings("x,y\n1,a\n2,b\n3,b\n4,c\n", ", validation: 0.75"));
        assertEquals(List.of("the target y has 30 classes in 30 rows: data.target names the column to learn"),
                warnings(rows("x,y", 30, i -> i * i + ",name" + i), ""));
        assertEquals(List.of("the target y has lists in a field, separated by ';', of which each was taken for a "
                + "class"), warnings(
                        rows("x,y", 30, i -> i * i + "," + List.of("a;b", "a", "b", "a;c", "c", "b;c")
                                .get(i % 6)),
                        ""));
    }

    @Test
    void warnings_ofWhatFloat32Loses() {
        String content = rows("t,y", 30, i -> 1_700_000_000 + i * i + "," + (1_700_000_000.25 + i));
        assertEquals(List.of(), warnings(content, ""));
        assertEquals(List.of(
                "column t is so far from 0 that float32 rounds differences away: write data.standardize: true",
                "the target y is so far from 0 that float32 rounds differences away: write "
                        + "data.standardize_targets: true"),
                warnings(content, ", standardize: false, standardize_targets: false"));
    }

    @Test
    @DisplayName("Categories that are not learnt are told: in one row alone, in a test file, in rows to be answered")
    void warnings_ofUnknownCategories() {
        files.write("t.csv", "c,y\nz,a\nz,b\nu,a\n");
        String content = rows("c,y", 20, i -> (i == 0 ? "once" : "uv".charAt(i % 2)) + "," + "ab".charAt(i % 2));
        assertEquals(List.of("c=once stands in one row only; where that is held out, it was never "
                + "learnt and is all zeros", "t.csv: 2 rows have values of c that d.csv lacks, taken as all zeros"),
                warnings(content, ", test: t.csv"));
        List<String> notes = new ArrayList<>();
        DatasetSpec spec = files.csv(content, ", missing: drop");
        spec.read(new FurtherRows(files.write("more.csv", "c,y\nnew,a\n,b\nu,b\n"), true,
                notes::add), PreparationTest.of(spec));
        assertEquals(List.of("more.csv: 1 row left out, which lacks values (c 1)",
                "more.csv: 1 row has a value of c that the training data lack, taken as all zeros"),
                notes.stream().map(note -> note.replace(directory + "/", "")).toList());
    }

    @Test
    @DisplayName("What a row leaves out is told apart from what was never learnt")
    void warnings_ofMissingCategories() {
        List<String> notes = new ArrayList<>();
        DatasetSpec spec = files.csv(rows("c,z,y", 20, i -> "uv".charAt(i % 2) + ",1," + "ab".charAt(i % 2)),
                ", missing: mean");
        spec.read(new FurtherRows(files.write("more.csv", "c,z,y\nnew,1,a\n,,b\n,2,b\nu,3,b\n"), true, notes::add),
                PreparationTest.of(spec));
        assertEquals(List.of("more.csv: 1 row has a value of c that the training data lack, taken as all zeros",
                "more.csv: 2 rows lack c, taken as all zeros"),
                notes.stream().map(note -> note.replace(directory + "/", "")).toList());
    }
}
