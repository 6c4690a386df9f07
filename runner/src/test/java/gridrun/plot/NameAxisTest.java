package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameAxisTest {

    private static boolean isTurned(double share, List<String> names) {
        return new NameAxis("names", names, share).isVerticalTickLabels();
    }

    @Test
    void namesThatFit_stayUpright() {
        assertEquals(false, isTurned(0.5, List.of("binary_cross_entropy", "hinge")));
        assertEquals(0, NameAxis.height(List.of("binary_cross_entropy", "hinge"), 0.5));
        assertEquals(false, isTurned(1, IntStream.range(0, 12).mapToObj(Integer::toString).toList()));
    }

    @Test
    void namesThatDoNot_areTurned_andHaveTheirRoom() {
        List<String> layers = IntStream.rangeClosed(1, 13).mapToObj(i -> "dense_" + i).toList();
        assertEquals(true, isTurned(1, layers));
        assertTrue(NameAxis.height(layers, 1) > 40);
        assertEquals(true, isTurned(0.25, List.of("binary_cross_entropy", "hinge")));
    }
}
