package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.random.Rng;
import gridrun.task.Scaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fitted to a training part, as a file. */
class PreparationTest {

    @TempDir
    private Path directory;

    /** What a data set's training part fits. */
    static Preparation of(DatasetSpec spec) {
        try {
            return spec.load(null, DataStreams.of(Rng.of(1), Rng.of(2))).preparation();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertReadsBack(Preparation fitted) {
        Preparation back = Preparation.ofText("preprocessing.yaml", fitted.text());
        assertEquals(fitted, back);
        assertEquals(fitted.text(), back.text());
    }

    @Test
    @DisplayName("The file reads back to the bit: numbers of all digits, names of all kinds, missing values")
    void text_readsBackToTheBit() {
        CsvFiles files = new CsvFiles(directory);
        String awkward = "x,c,\"a: b, 'q' # é\",y\n1e-300,null,true,0.1\n0.1,~,no,0.2\n7,\"a \"\"b\"\"\",0x1F,0.3\n"
                + "1700000000.123456,yes,[],0.7\n";
        assertReadsBack(of(files.csv(awkward, ", validation: 0, missing_values: ['']")));
        assertReadsBack(of(files.csv(awkward, ", validation: 0.25, missing_values: [''], encoding: codes")));
        assertReadsBack(of(files.csv("x,c,y\n1,u,a\n,v,b\n3,,null\n", ", validation: 0, missing: mean, "
                + "missing_values: [''], standardize: false")));
        List.of(new Iris(true, 0.2, 0, 0), new Digits(0.2, 0, 0), new Diabetes(true, true, 0.2, 0, 0),
                new Moons(100, 0.1, 0.2, 0, 0, null)).forEach(spec -> assertReadsBack(of(spec)));
    }

    @Test
    void ofText_ofDamage_saysWhatIsWrong() {
        String text = of(new Iris(true, 0.2, 0, 0)).text();
        assertTells("columns: 4 inputs is not 5, as the input [5] has", text.replace("input: [4]", "input: [5]"));
        assertTells("'classes' is missing", text.replaceFirst("classes: .*\n", ""));
        assertTells("expected a number, not 'one'", text.replaceFirst("mean: [0-9.]+", "mean: one"));
    }

    private static void assertTells(String message, String text) {
        String told = assertThrows(IllegalArgumentException.class,
                () -> Preparation.ofText("preprocessing.yaml", text)).getMessage();
        assertTrue(told.contains(message), told);
    }

    @Test
    @DisplayName("A category that the training part lacks is all zeros, or -1; what is missing is the mean")
    void encode_ofWhatWasNotLearnt() {
        List<Boolean> learnt = List.of(true, false, true);
        List<String> names = List.of("a", "b", "c");
        Preparation fitted = new Preparation(List.of(5), List.of(), 1, Scaling.NONE, "y",
                List.of(new FittedColumn.OneHot("h", names, learnt),
                        new FittedColumn.Codes("k", names, List.of(0, -1, 1)),
                        new FittedColumn.Numbers("x", 3, 1, 2)));
        assertArrayEquals(new float[] {0, 0, 1, 1, 1}, fitted.encode(new double[] {2, 2, Double.NaN}));
        assertArrayEquals(new float[] {0, 0, 0, -1, 0}, fitted.encode(new double[] {1, 1, 1}));
        assertArrayEquals(new float[] {0, 0, 0, -1, 4}, fitted.encode(new double[] {Double.NaN, Double.NaN, 9}));
    }
}
