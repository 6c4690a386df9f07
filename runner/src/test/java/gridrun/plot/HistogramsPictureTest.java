package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.observed.Histograms;
import gridrun.observed.Histograms.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistogramsPictureTest {

    @BeforeEach
    void onlyWhereOneCanDraw() {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
    }

    private static String drawn(int hidden) throws PlotsUnavailable {
        Stream<String> layers = Stream.concat(
                IntStream.rangeClosed(1, hidden).mapToObj(i -> "dense_" + i), Stream.of("output"));
        List<Point> points = layers.map(layer -> new Point(1, "activation_histogram", layer, 0, 1,
                new double[] {0.5, 0.5})).toList();
        return new String(Plots.histograms("deep", new Histograms(points)).svg(), StandardCharsets.UTF_8);
    }

    @Test
    void ofManyLayers_theFirstAndTheLastAreShown_andHowMany() throws PlotsUnavailable {
        String svg = drawn(12);
        assertTrue(svg.contains(">dense_1<") && svg.contains(">output<"), "the output's gradients are the first");
        assertTrue(svg.contains("10 of 13 layers"));
    }

    @Test
    void ofFewLayers_allAreShown() throws PlotsUnavailable {
        String svg = drawn(9);
        assertTrue(svg.contains(">dense_9<") && svg.contains(">output<"));
        assertFalse(svg.contains(" layers, "));
    }
}
