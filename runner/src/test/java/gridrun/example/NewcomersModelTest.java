package gridrun.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's program that asks a net. */
class NewcomersModelTest {

    @TempDir
    Path results;

    @Test
    void aNetOnOnesOwnArrays_isAsked() {
        double[][] points = IntStream.range(0, 200).mapToObj(i -> new double[] {i % 10, i / 10 % 10})
                .toArray(double[][]::new);
        String[] sides = Arrays.stream(points).map(point -> point[0] > point[1] ? "below" : "above")
                .toArray(String[]::new);
        assertEquals("below", NewcomersModel.ask(points, sides, results).label());
    }
}
