package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.observed.Profile.Row;
import gridrun.plot.Plots;
import gridrun.plot.PlotsUnavailable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;

    /** 10 steps of 100 µs; the ceiling is 10 GFLOP/s. */
    private static Profile profile(Double ceiling) {
        return new Profile("lr=0.1 seed=0", List.of(
                new Row("rest", "", "", 10, 20e-6, 0),
                new Row("data", "gather", "", 10, 80e-6, 0),
                new Row("optimizer", "adam", "", 10, 100e-6, 100_000),
                new Row("dense_1", "matmul", "forward", 10, 200e-6, 1_000_000),
                new Row("dense_1", "matmul", "backward", 20, 600e-6, 3_000_000)), 10, 4, 1, ceiling);
    }

    @Test
    void table_isSortedByTime_andAddsUp() {
        assertEquals("""
                layer      operation  pass     µs  % step  GFLOP/s  % ceil  kFLOP  calls
                dense_1    matmul     bwd    60.0    60.0      5.0    50.0  300.0      2
                dense_1    matmul     fwd    20.0    20.0      5.0    50.0  100.0      1
                optimizer  adam              10.0    10.0      1.0    10.0   10.0      1
                data       gather             8.0     8.0                              1
                rest                          2.0     2.0                              1
                step                        100.0   100.0      4.1    41.0  410.0      6
                """, profile(1e10).table(80, true));
    }

    @Test
    void table_ofANarrowTerminal_leavesOutCallsThenFlops_andAsciiHasNoGreek() {
        String narrow = profile(1e10).table(70, false);
        assertTrue(narrow.startsWith("layer      operation  pass     us  % step  GFLOP/s  % ceil  kFLOP\n"), narrow);
        assertFalse(profile(1e10).table(60, true).contains("kFLOP"));
    }

    @Test
    void table_ofManyOperations_tellsSmallOnesTogether() {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rows.add(new Row("dense_" + i, "matmul", "forward", 1, i * 1e-6, 10));
        }
        List<String> lines = new Profile("deep", rows, 1, 0, 2, null).table(80, true).lines().toList();
        assertEquals(1 + 20 + 1 + 1, lines.size());
        assertTrue(lines.get(1).startsWith("dense_40"), lines.get(1));
        assertTrue(lines.get(21).matches("20 others  +210\\.0 +25\\.6 .*"), lines.get(21));
    }

    @Test
    void headline_saysWhatWasMeasuredAndHow() {
        assertEquals("""
                lr=0.1 seed=0: 100.0 µs a step, the mean of 10 steps on 1 thread; ceiling 10 GFLOP/s
                left out: the first 4 steps, while Java still compiled
                timed for 0.0010 s alone: a longer run's code is compiled better
                """, profile(1e10).headline());
        Profile unknown = new Profile("r", List.of(new Row("a", "b", "forward", 1, 2, 1)), 1, 0, 2, null);
        assertEquals("r: 2000000 µs a step, the mean of 1 step on 2 threads; ceiling unknown\n", unknown.headline());
    }

    @Test
    void csv_isInTheOrderOfTheNetwork_withUnitsInItsHead() {
        List<String> lines = profile(1e10).csv().lines().toList();
        assertEquals(
                "layer,operation,pass,calls,time_s,time_us_per_step,flop,gflop_per_s,share_of_step,share_of_ceiling,"
                        + "ceiling_gflop_per_s,steps,steps_left_out,threads",
                lines.get(0));
        assertEquals("data,gather,,10,0.00008,8,0,,0.08,,10,10,4,1", lines.get(1));
        assertEquals("dense_1,matmul,backward,20,0.0006,60,3000000,5,0.6,0.5,10,10,4,1", lines.get(3));
        assertTrue(lines.get(5).startsWith("rest,"), lines.get(5));
        assertTrue(profile(null).csv().contains("dense_1,matmul,backward,20,0.0006,60,3000000,5,0.6,,,10,4,1"));
    }

    @Test
    void comparison_hasALineForEach() {
        assertEquals("""
                run            µs a step  % ceil  longest operation
                lr=0.1 seed=0      100.0    41.0  dense_1 matmul bwd, 60 %
                lr=0.1 seed=0      100.0          dense_1 matmul bwd, 60 %
                """, Profile.comparison(List.of(profile(1e10), profile(null)), 80, true));
    }

    @Test
    void png_hasABarForEachOperation_withBothPasses() throws IOException {
        byte[] png;
        try {
            png = Plots.profile("timed: lr=0.1 seed=0", profile(1e10)).png();
        } catch (PlotsUnavailable e) {
            assumeTrue(false, e.getMessage());
            return;
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1600, image.getWidth());
        int forward = 0, backward = 0;
        for (int x = 200; x < 1600; x++) {
            boolean blue = false, vermilion = false;
            for (int y = 100; y < image.getHeight() - 120; y++) {
                blue |= (image.getRGB(x, y) & 0xFFFFFF) == BLUE;
                vermilion |= (image.getRGB(x, y) & 0xFFFFFF) == VERMILION;
            }
            forward += blue ? 1 : 0;
            backward += vermilion ? 1 : 0;
        }
        assertEquals(3.0, backward / (double) forward, 0.1, "three times as long");
    }
}
