package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.Layers;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import gridrun.report.Objective;
import gridrun.report.Runs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueTick;
import org.junit.jupiter.api.Test;

class ScaleTest {

    /** A run of four epochs whose rate begins with this and shrinks by a factor. */
    private static Compared<Curves> rates(double first, double factor) {
        int[] epochs = {1, 2, 3, 4};
        return Runs.compared(Double.toString(first), new Curves(Map.of(
                "val_loss", new Series(epochs, new double[] {4, 3, 2, 1}),
                "learning_rate", new Series(epochs,
                        IntStream.of(epochs).mapToDouble(epoch -> first * Math.pow(factor, epoch - 1)).toArray()))));
    }

    private static Picture picture(List<Compared<Curves>> configurations) {
        return Plots.pictureOfSweep("rates", new Objective("val_loss", Goal.MINIMIZE), configurations);
    }

    private static Panel rates(Picture picture) {
        return picture.panels().get(picture.panels().size() - 1);
    }

    @Test
    void ratesOfSeveralSizes_areApart() {
        Scale scale = Scale.of(rates(picture(List.of(rates(0.001, 0.9), rates(0.01, 0.9)))));
        assertTrue(scale.isLog());
        assertTrue(scale.low() > 0.0005 && scale.high() < 0.012, scale.toString());
    }

    @Test
    void aRateThatShrinksToNothing_hasItsShape() {
        assertFalse(Scale.of(rates(picture(List.of(rates(0.01, 0.1), rates(0.02, 0.1))))).isLog());
    }

    @Test
    void ratesThatShrinkToNothing_doNotSqueezeTheirPeaks_andAWordSaysSo() {
        for (double factor : new double[] {1e-9, 0}) {
            Picture picture = picture(List.of(rates(0.001, factor), rates(0.01, 0.9)));
            Scale scale = Scale.of(rates(picture));
            assertTrue(scale.isLog());
            assertTrue(scale.low() > 1e-7, scale.toString());
            assertTrue(picture.note().contains("learning rate: 0.001 (beyond the edge)"), picture.note());
            Trace.of(rates(picture), scale).forEach(trace -> assertTrue(
                    Arrays.stream(trace.y()).allMatch(Double::isFinite), Arrays.toString(trace.y())));
        }
    }

    @Test
    void theNumberOfZero_hasRoom() {
        Panel panel = LayerPlots.pictureOfRun("zeros", Layers.parse("""
                epoch,layer,gradient_norm
                1,dense_1,0
                1,dense_2,0.04
                1,output,10
                """)).panels().get(0);
        Scale scale = Scale.of(panel);
        List<ValueTick> ticks = new ReadableLogAxis("gradient norm", scale).refreshTicksVertical(null, null, null);
        assertEquals(List.of("0", "0.1", "0.3", "1", "3", "10"), ticks.stream().map(ValueTick::getText).toList());
    }
}
