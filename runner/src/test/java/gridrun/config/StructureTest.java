package gridrun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gridrun.activation.ReLU;
import gridrun.init.GlorotUniform;
import gridrun.nn.MLP;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {

    private record Point(double x, double y) {
    }

    private record Place(double x, double y) {
    }

    @Test
    void of_records_isEqualWhereTheyAre() {
        assertEquals(Structure.of(new Point(0, Double.NaN)), Structure.of(new Point(0, Double.NaN)));
        assertNotEquals(Structure.of(new Point(0, 1)), Structure.of(new Point(-0.0, 1)));
        assertNotEquals(Structure.of(new Point(0, 1)), Structure.of(new Place(0, 1)));
    }

    @Test
    void of_recordInRecord_isListInList() {
        assertEquals(Arrays.asList(MLP.class, List.of(3, 2), List.of(ReLU.class), List.of(GlorotUniform.class), 0.0,
                null), Structure.of(new MLP(List.of(3, 2), new ReLU(), new GlorotUniform(), 0, null)));
        assertEquals(List.of(List.of(List.of(ReLU.class)), 7L), Structure.of(List.of(new ReLU()), 7L));
    }

    @Test
    void distinct_equalRecords_areTakenOnce() {
        List<Point> points = List.of(new Point(1, 2), new Point(0, 0), new Point(1, 2));

        assertEquals(points.subList(0, 2), Structure.distinct(points));
    }
}
