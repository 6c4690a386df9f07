package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.plot.PlotsUnavailable;
import gridrun.plot.TimePlots;
import gridrun.report.Compared;
import gridrun.report.Runs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GradientsOverTimeTest {

    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;
    private static final int LIGHT = 0x9ECAE1;
    private static final int DARK = 0x08306B;

    /** Gradients that shrink by a factor from step to step towards the first. */
    private static GradientsOverTime network(int steps, int epochs, double factor, String... layers) {
        List<GradientsOverTime.Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (String layer : layers) {
                for (int step = 1; step <= steps; step++) {
                    points.add(new GradientsOverTime.Point(epoch, layer, step, Math.pow(factor, steps - step) / epoch));
                }
            }
        }
        return new GradientsOverTime(points);
    }

    private interface Drawing {

        byte[] png() throws PlotsUnavailable;
    }

    /** The picture; the test ends here where this machine draws none. */
    private static BufferedImage draw(Drawing drawing) throws IOException {
        try {
            return ImageIO.read(new ByteArrayInputStream(drawing.png()));
        } catch (PlotsUnavailable e) {
            assumeTrue(false, e.getMessage());
            throw new AssertionError(e);
        }
    }

    private static long count(BufferedImage image, int colour) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight() - 100, null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xFFFFFF) == colour).count();
    }

    @Test
    void csv_hasALineAStep_andIsReadAgain() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", 0.5);
        metrics.put("gradient_norm/gru_1", 2.0);
        metrics.put("gradient_norm_over_time/gru_1/1", 1e-9);
        metrics.put("gradient_norm_over_time/gru_1/2", Double.NaN);
        GradientsOverTime gradients = new GradientsOverTime(GradientsOverTime.at(3, metrics));
        String csv = "epoch,layer,step,norm\n3,gru_1,1,1e-9\n3,gru_1,2,nan\n";
        assertEquals(csv, gradients.csv());
        assertEquals(gradients, GradientsOverTime.parse(csv));
        assertEquals(List.of(), GradientsOverTime.parse("").points());
        assertEquals(List.of("gru_1"), new Layers(Layers.at(3, metrics)).names(), "single steps are no layers");
    }

    @Test
    void ends_areTheFirstAndTheLastEpoch() {
        GradientsOverTime network = network(4, 5, 0.5, "a", "b");
        assertEquals(2 * 2 * 4, network.ends().points().size());
        assertEquals(network.of("b", 5), network.ends().of("b", 5));
        assertEquals(0, new GradientsOverTime(List.of()).ends().lastEpoch());
    }

    @Test
    void run_drawsAPanelALayer_andACurveForTheFirstAndTheLastEpoch() throws IOException {
        BufferedImage one = draw(() -> TimePlots.run("one", network(30, 2, 0.8, "lstm_1")).png());
        BufferedImage three =
                draw(() -> TimePlots.run("three", network(30, 2, 0.8, "lstm_1", "lstm_2", "lstm_3")).png());
        assertTrue(count(one, LIGHT) > 1000, "epoch 1");
        assertTrue(count(one, DARK) > 1000, "epoch 2");
        assertTrue(three.getHeight() > one.getHeight());
    }

    @Test
    @DisplayName("Layers of other names and sequences of other lengths compare; a network without recurrent layers is "
            + "left out")
    void sweep_drawsACurveAConfiguration() throws IOException {
        List<Compared<GradientsOverTime>> configurations = List.of(
                Runs.compared("case=lstm", network(30, 3, 0.9, "lstm_1"), network(30, 3, 0.8, "lstm_1")),
                Runs.compared("case=gru", network(10, 2, 0.2, "gru_1", "gru_2")),
                Runs.compared("case=attention", new GradientsOverTime(List.of())));
        BufferedImage image = draw(() -> TimePlots.sweep("s", configurations).png());
        assertTrue(count(image, BLUE) > 1000 && count(image, VERMILION) > 1000);
    }

    @Test
    @DisplayName("What is hard to draw is drawn: no gradient at all, one step, no number")
    void run_ofOddSequences_draws() throws IOException {
        assertEquals(1600, draw(() -> TimePlots.run("none", network(3, 1, 0, "a")).png()).getWidth());
        assertEquals(1600, draw(() -> TimePlots.run("one", network(1, 1, 1, "a")).png()).getWidth());
        assertEquals(1600, draw(() -> TimePlots.run("nan", network(3, 1, Double.NaN, "a")).png()).getWidth());
    }
}
