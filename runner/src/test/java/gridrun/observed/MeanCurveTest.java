package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.observed.Curves.Series;
import gridrun.observed.MeanCurve.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeanCurveTest {

    private static Curves losses(double... values) {
        return new Curves(Map.of("loss", new Series(IntStream.rangeClosed(1, values.length).toArray(), values)));
    }

    @Test
    @DisplayName("The mean is one of all runs: it ends where the first one does, and the others go on alone from there")
    void ofRunsThatEndOneByOne_endsWithTheFirst() {
        MeanCurve curve = MeanCurve.of("loss", List.of(losses(1, 2, 3, 4, 5), losses(3, 4, 5), losses(5, 9)));
        assertArrayEquals(new double[] {1, 2}, curve.x());
        assertArrayEquals(new double[] {3, 5}, curve.mean());
        assertArrayEquals(new double[] {2, Math.sqrt(13)}, curve.std(), 1e-12);
        assertEquals(2, curve.singles().size());
        assertArrayEquals(new double[] {2, 3, 4, 5}, curve.singles().get(0).x());
        assertArrayEquals(new double[] {2, 3, 4, 5}, curve.singles().get(0).y());
        assertArrayEquals(new double[] {4, 5}, curve.singles().get(1).y());
        assertEquals(List.of(), curve.ends());
    }

    @Test
    void ofRunsThatLackANumber_hasAGap_andTellsIt() {
        MeanCurve curve = MeanCurve.of("loss", List.of(losses(1, Double.NaN, 2), losses(3, 8, 4)));
        assertArrayEquals(new double[] {2, Double.NaN, 3}, curve.mean());
        assertEquals(1, curve.unseen());
        assertEquals(6, curve.measured());
        assertTrue(MeanCurve.of("absent", List.of(losses(1))).isEmpty());
    }

    @Test
    @DisplayName("A run whose last numbers are not finite ended before them, and that is told by its end")
    void ofRunsThatDiverged_hasTheirEnds() {
        MeanCurve curve = MeanCurve.of("loss", List.of(
                losses(1, 50, Double.POSITIVE_INFINITY, Double.NaN), losses(3, 4, 1e30, Double.NaN)));
        assertEquals(List.of(new Point(2, 50), new Point(3, 1e30)), curve.ends());
        assertArrayEquals(new double[] {1, 2}, curve.x());
        assertEquals(0, curve.unseen());
        MeanCurve never = MeanCurve.of("loss", List.of(losses(Double.NaN)));
        assertTrue(never.isEmpty());
        assertEquals(1, never.measured());
        assertEquals(List.of(new Point(2, 1e20)), MeanCurve.of("loss", List.of(losses(1, 1e20))).diverged().ends());
    }

    @Test
    void isSameAs_toTheLastBit() {
        MeanCurve curve = MeanCurve.of("loss", List.of(losses(1, 2), losses(3, 4, 5)));
        assertTrue(curve.isSameAs(MeanCurve.of("loss", List.of(losses(1, 2), losses(3, 4, 5)))));
        assertFalse(curve.isSameAs(MeanCurve.of("loss", List.of(losses(1, 2), losses(3, 4, 6)))));
        assertFalse(curve.isSameAs(MeanCurve.of("loss", List.of(losses(1, 2), losses(3, Math.nextUp(4), 5)))));
    }
}
