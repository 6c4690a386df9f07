package gridrun.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.7e9, 1e15, -1e12})
    @DisplayName("However far from 0 values are, what tells them apart is the same")
    void standard_isTheSameWhereverTheValuesAre(double offset) {
        double[] values = IntStream.range(0, 4097).mapToDouble(i -> offset + i).toArray();
        Scaling scaling = Scaling.standard(values);
        assertEquals(offset + 2048, scaling.center());
        double deviation = Math.sqrt((4097.0 * 4097 - 1) / 12);
        assertEquals(deviation, scaling.scale(), 1e-9);
        for (int i = 0; i < values.length; i++) {
            assertEquals((i - 2048) / deviation, scaling.scaled(values[i]), 1e-12);
        }
    }

    @Test
    @DisplayName("Squares of the largest numbers are no numbers, their deviation is; equal ones are centred alone")
    void standard_ofExtremes() {
        assertEquals(1e300, Scaling.standard(new double[] {-1e300, 1e300}).scale(), 1e287);
        assertEquals(new Scaling(7, 1), Scaling.standard(new double[] {7, 7, 7}));
        assertEquals(new Scaling(0.1, 1), Scaling.standard(new double[] {0.1, 0.1, 0.1}));
        assertEquals(Scaling.NONE, Scaling.standard(new double[0]));
    }

    @Test
    void unscaled_bringsBack() {
        Scaling scaling = Scaling.standard(new double[] {25, 346});
        assertEquals(1, scaling.scaled(346));
        assertEquals(25, scaling.unscaled(-1));
    }

    @Test
    @DisplayName("0 is 0 again after it was learned in single precision, and small targets beside it stay")
    void unscaled_zeroIsZero() {
        Scaling scaling = Scaling.standard(new double[] {0, 12.7, 99.3, 1234.5});
        assertEquals(0, scaling.unscaled((float) scaling.scaled(0)), 0);
        assertEquals(0.01, scaling.unscaled((float) scaling.scaled(0.01)), 1e-4);
        assertEquals(-1e-300, Scaling.NONE.unscaled(-1e-300));
    }
}
