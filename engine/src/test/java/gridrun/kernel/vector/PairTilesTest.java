package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tiles of six rows are in use depends on the JDK and the processor: here they are on any. */
class PairTilesTest {

    private static final int ROWS = 6;
    private static final int COLUMNS = 2 * LANES;

    private static float[] numbers(int count, int seed) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(1.7 * i + seed) * (1 + i % 5);
        }
        return numbers;
    }

    private static Tile tile(int k, int rowStep, int step) {
        Tile tile = new Tile();
        tile.k = k;
        tile.a = numbers(3 + ROWS * rowStep + k * step, 1);
        tile.ai = 3;
        tile.rowStep = rowStep;
        tile.step = step;
        tile.ldb = COLUMNS + 5;
        tile.b = numbers(2 + (k + 1) * tile.ldb, 2);
        tile.bi = 2;
        tile.lds = COLUMNS + 1;
        tile.s = numbers(1 + ROWS * tile.lds, 3);
        tile.si = 1;
        tile.ldc = COLUMNS + 3;
        tile.c = new float[4 + ROWS * tile.ldc];
        tile.ci = 4;
        return tile;
    }

    @ParameterizedTest
    @CsvSource({"0, 9, 1", "1, 9, 1", "37, 40, 1", "37, 1, 11", "64, 1040, 1"})
    void tile6x2_whereverAIs_hasTheBitsOfChainsInOrder(int k, int rowStep, int step) {
        Tile tile = tile(k, rowStep, step);
        float[] expected = new float[tile.c.length];
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < COLUMNS; j++) {
                float sum = tile.s[tile.si + r * tile.lds + j];
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(tile.a[tile.ai + r * rowStep + p * step], tile.b[tile.bi + p * tile.ldb + j], sum);
                }
                expected[tile.ci + r * tile.ldc + j] = sum;
            }
        }
        PairTiles.tile6x2(tile);
        assertArrayEquals(expected, tile.c);
    }
}
