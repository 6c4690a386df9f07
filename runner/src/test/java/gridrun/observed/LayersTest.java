package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.plot.LayerPlots;
import gridrun.plot.Plots;
import gridrun.plot.PlotsUnavailable;
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
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;
    private static final int LIGHT = 0x9ECAE1;
    private static final int DARK = 0x08306B;

    @BeforeAll
    static void fonts() {
        String problem = null;
        try {
            Plots.run("probe", new Curves(Map.of()), null).png();
        } catch (PlotsUnavailable e) {
            problem = e.getMessage();
        }
        assumeTrue(problem == null, problem);
    }

    @Test
    @DisplayName("layers are in the network's order, also where the first observation lacks some")
    void at_isInTheOrderOfTheNetwork() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String layer : List.of("dense_1", "attention_1", "output")) {
            metrics.put("gradient_norm/" + layer, 1.0);
        }
        for (String layer : List.of("reshape_1", "dense_1", "positional_1", "attention_1", "output")) {
            metrics.put("activation_std/" + layer, 1.0);
        }
        assertEquals(List.of("reshape_1", "dense_1", "positional_1", "attention_1", "output"),
                new Layers(Layers.at(1, metrics)).names());
        metrics.put("share/positional_1", 1.0);
        metrics.put("share/between", 1.0);
        assertEquals(List.of("reshape_1", "dense_1", "positional_1", "between", "attention_1", "output"),
                new Layers(Layers.at(1, metrics)).names());
    }

    /** Gradients that shrink by a factor from layer to layer towards the input. */
    private static Layers network(int depth, int epochs, double factor) {
        List<Layers.Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Map<String, Double> metrics = new LinkedHashMap<>(Map.of("loss", 1.0));
            for (int layer = 1; layer <= depth; layer++) {
                metrics.put("gradient_norm/dense_" + layer, Math.pow(factor, depth - layer + 1) / epoch);
            }
            metrics.put("gradient_norm/output", 1.0 / epoch);
            points.addAll(Layers.at(epoch, metrics));
        }
        return new Layers(points);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long count(BufferedImage image, int colour) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight() - 100, null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xFFFFFF) == colour).count();
    }

    @Test
    void csv_hasALineAnEpochAndLayer_andIsReadAgain() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", 0.5);
        metrics.put("gradient_norm/dense_1", 1e-9);
        metrics.put("gradient_norm/output", Double.NaN);
        metrics.put("dead_units/dense_1", 0.25);
        Layers layers = new Layers(Layers.at(3, metrics));
        String csv = "epoch,layer,gradient_norm,dead_units\n3,dense_1,1e-9,0.25\n3,output,nan,\n";
        assertEquals(csv, layers.csv());
        assertEquals(layers, Layers.parse(csv));
    }

    @Test
    void names_ofNetworksOfDifferentDepth_endWithTheOutput() {
        assertEquals(List.of("dense_1", "dense_2", "dense_3", "output"),
                Layers.names(List.of(network(1, 1, 1), network(3, 1, 1))));
    }

    @Test
    void ends_areTheFirstAndTheLastEpoch() {
        Layers network = network(2, 5, 0.5);
        assertEquals(6, network.ends().points().size());
        assertEquals(network.in(5), network.ends().in(5));
        assertEquals(Map.of("gradient_norm", 0.2), network.in(5).get("output"));
        assertTrue(network.ends().in(3).isEmpty());
        assertEquals(0, new Layers(List.of()).ends().lastEpoch());
    }

    @Test
    void run_drawsACurveForTheFirstAndTheLastEpoch() throws IOException, PlotsUnavailable {
        BufferedImage image = image(LayerPlots.run("deep", network(5, 2, 0.1)).png());
        assertTrue(count(image, LIGHT) > 1000, "epoch 1");
        assertTrue(count(image, DARK) > 1000, "epoch 2");
    }

    @Test
    void sweep_drawsACurveAConfiguration() throws IOException, PlotsUnavailable {
        List<Compared<Layers>> configurations = List.of(
                Runs.compared("activation=relu", network(30, 3, 0.9), network(30, 3, 0.8)),
                Runs.compared("activation=sigmoid", network(4, 2, 0.2), new Layers(List.of())));
        for (byte[] png : List.of(LayerPlots.firstEpoch("s", configurations).png(),
                LayerPlots.lastEpoch("s", configurations).png())) {
            assertTrue(count(image(png), BLUE) > 1000 && count(image(png), VERMILION) > 100);
        }
    }

    @Test
    @DisplayName("What is hard to draw is drawn: no gradient at all, one layer, no number")
    void run_ofOddLayers_draws() throws IOException, PlotsUnavailable {
        assertEquals(1600, image(LayerPlots.run("none", network(3, 1, 0)).png()).getWidth());
        assertEquals(1600, image(LayerPlots.run("one", network(0, 1, 1)).png()).getWidth());
        assertEquals(1600, image(LayerPlots.run("nan", network(3, 1, Double.NaN)).png()).getWidth());
    }

    @Test
    void networksOfAsManyLayers_shareTheirPlaces() {
        Layers lstm = layers("lstm_1", "output");
        Layers gru = layers("gru_1", "output");
        assertTrue(Layers.haveTheSamePlaces(List.of(lstm, gru, lstm)));
        assertEquals(List.of("lstm_1, gru_1", "output"), Layers.places(List.of(lstm, gru, lstm)));
        assertFalse(Layers.haveTheSamePlaces(List.of(lstm, lstm)), "the same names say where they are");
        assertFalse(Layers.haveTheSamePlaces(List.of(lstm, layers("gru_1", "gru_2", "output"))));
    }

    private static Layers layers(String... names) {
        return new Layers(Stream.of(names)
                .map(name -> new Layers.Point(1, name, Map.of("gradient_norm", 1.0))).toList());
    }
}
