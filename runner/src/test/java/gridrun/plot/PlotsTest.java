package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.metric.Goal;
import gridrun.observed.Boundary;
import gridrun.observed.Confusion;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.report.Compared;
import gridrun.report.Objective;
import gridrun.report.Runs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotsTest {

    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;
    private static final int GREEN = 0x009E73;

    @BeforeAll
    static void fonts() {
        String problem = null;
        try {
            Plots.run("probe", curves(1, 1), null).png();
        } catch (PlotsUnavailable e) {
            problem = e.getMessage();
        }
        assumeTrue(problem == null, problem);
    }

    /** Loss and accuracy of so many epochs, falling and rising. */
    private static Curves curves(int epochs, double rate) {
        int[] steps = new int[epochs];
        double[] loss = new double[epochs];
        double[] accuracy = new double[epochs];
        for (int i = 0; i < epochs; i++) {
            steps[i] = i + 1;
            loss[i] = Math.exp(-rate * i) + 0.01;
            accuracy[i] = 1 - loss[i] / 2;
        }
        Map<String, Series> metrics = new LinkedHashMap<>();
        metrics.put("loss", new Series(steps, loss));
        metrics.put("val_loss", new Series(steps, Arrays.stream(loss).map(l -> 1.3 * l).toArray()));
        metrics.put("accuracy", new Series(steps, accuracy));
        metrics.put("val_accuracy", new Series(steps, Arrays.stream(accuracy).map(a -> 0.9 * a).toArray()));
        return new Curves(metrics);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long count(BufferedImage image, int colour, int left, int top, int right, int bottom) {
        int[] pixels = image.getRGB(left, top, right - left, bottom - top, null, 0, right - left);
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xFFFFFF) == colour).count();
    }

    private static boolean isBlank(BufferedImage image, int left, int top, int right, int bottom) {
        return count(image, 0xFFFFFF, left, top, right, bottom) == (long) (right - left) * (bottom - top);
    }

    @Test
    void run_drawsBothCurvesAndNamesTheAxes() throws IOException, PlotsUnavailable {
        BufferedImage image = image(Plots.run("rates: learning_rate=0.05 seed=3", curves(100, 0.05), 40).png());
        assertEquals(800, image.getWidth());
        for (int panel = 0; panel < 2; panel++) {
            int top = 40 + panel * 200;
            assertTrue(count(image, BLUE, 100, top, 800, top + 180) > 250, "validation, panel " + panel);
            assertTrue(count(image, VERMILION, 100, top, 800, top + 180) > 250, "training, panel " + panel);
            assertTrue(!isBlank(image, 20, top, 50, top + 180), "the vertical axis is named, panel " + panel);
        }
        assertTrue(!isBlank(image, 10, 10, 250, 35), "a title");
        int bottom = image.getHeight();
        assertTrue(!isBlank(image, 375, bottom - 55, 475, bottom - 30), "the horizontal axis is named");
        assertTrue(count(image, BLUE, 0, bottom - 30, 800, bottom) > 20, "a legend below");
        assertTrue(isBlank(image, 0, 0, 800, 5), "a margin");
    }

    @Test
    @DisplayName("A learning rate that changes has a panel of its own, also where there is no validation")
    void run_withSchedule_drawsTheLearningRate() throws IOException, PlotsUnavailable {
        int[] epochs = {1, 2, 3};
        Series loss = new Series(epochs, new double[] {3, 2, 1});
        Curves falling =
                new Curves(Map.of("loss", loss, "learning_rate", new Series(epochs, new double[] {0.3, 0.2, 0.1})));
        Curves constant =
                new Curves(Map.of("loss", loss, "learning_rate", new Series(epochs, new double[] {0.3, 0.3, 0.3})));
        assertTrue(count(image(Plots.run("t", falling, 3).png()), GREEN, 100, 250, 800, 450) > 125);
        assertEquals(0, count(image(Plots.run("t", constant, 3).png()), GREEN, 0, 0, 800, 400));
    }

    @Test
    void run_twice_givesEqualBytes() throws PlotsUnavailable {
        assertArrayEquals(Plots.run("t", curves(50, 0.05), 40).png(), Plots.run("t", curves(50, 0.05), 40).png());
    }

    @Test
    @DisplayName("Curves that are hard to draw are drawn: one epoch, infinities, a huge range, no metric at all")
    void run_ofOddCurves_draws() throws IOException, PlotsUnavailable {
        int[] three = {1, 2, 3};
        for (Curves odd : List.of(
                curves(1, 1),
                new Curves(Map.of("loss", new Series(three, new double[] {1, Double.POSITIVE_INFINITY, Double.NaN}))),
                new Curves(Map.of("loss", new Series(three, new double[] {1e-300, 1, 1e300}))),
                new Curves(Map.of("loss", new Series(three, new double[] {0, 0, 0}))),
                new Curves(Map.of("loss", new Series(three, new double[] {-1, 5, 1e300}))))) {
            assertTrue(count(image(Plots.run("odd", odd, 1).png()), VERMILION, 100, 0, 800, 500) > 15,
                    Arrays.toString(odd.metrics().get("loss").values()));
        }
        assertEquals(800, image(Plots.run("none", new Curves(Map.of()), null).png()).getWidth());
    }

    @Test
    void sweep_givesEachConfigurationItsColourAndItsBand() throws IOException, PlotsUnavailable {
        List<Compared<Curves>> configurations = List.of(
                Runs.compared("learning_rate=0.1", curves(100, 0.1), curves(100, 0.2)),
                Runs.compared("learning_rate=0.01", curves(100, 0.01), curves(100, 0.02)),
                Runs.compared("learning_rate=0.001", curves(100, 0.001)));
        Objective accuracy = new Objective("val_accuracy", Goal.MAXIMIZE);
        BufferedImage image = image(Plots.sweep("lr-sweep", accuracy, configurations).png());
        for (int colour : new int[] {BLUE, VERMILION, GREEN}) {
            assertTrue(count(image, colour, 200, 120, 1600, 560) > 1000, Integer.toHexString(colour));
        }
        int band = 0xD6E8F3;
        assertTrue(count(image, band, 200, 120, 1600, 480) > 500, "the first configuration's band");
    }

    @Test
    void sweep_ofManyConfigurations_drawsTheBestOnes() throws IOException, PlotsUnavailable {
        List<Compared<Curves>> configurations = IntStream.range(0, 30)
                .mapToObj(i -> Runs.compared("hidden=[256, 128, 64] learning_rate=" + i, curves(20, 0.01 * i)))
                .toList();
        BufferedImage image =
                image(Plots.sweep("wide", new Objective("val_loss", Goal.MINIMIZE), configurations).png());
        assertTrue(count(image, BLUE, 200, 120, 1600, 400) > 300, "the legend leaves room for the curves");
    }

    @Test
    @DisplayName("Without Java's desktop module there is one clear line, and no crash")
    void run_withoutDesktopModule_saysWhatToInstall() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "--limit-modules", "java.base",
                "-cp", System.getProperty("java.class.path"), Headless.class.getName())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.startsWith("no plots: this Java cannot draw text (java.lang.NoClassDefFoundError"), output);
        assertTrue(output.contains("install fontconfig"), output);
        assertEquals(1, output.lines().count(), output);
    }

    /** A program that cannot draw. */
    static final class Headless {

        private Headless() {
        }

        public static void main(String[] args) {
            try {
                Plots.run("title", new Curves(Map.of("loss", new Series(new int[] {1}, new double[] {1}))), null).png();
            } catch (PlotsUnavailable e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** A plane whose left half is class 0 for certain and whose right half is class 1. */
    private static Boundary halves() {
        return halves(0, 1);
    }

    /** The same of other figures than probabilities. */
    private static Boundary halves(double least, double most) {
        Boundary.Points points = new Boundary.Points(new float[] {-1, -1, 1, 1}, new int[] {0, 1});
        return Boundary.of(List.of("width", "height"), List.of("left", "right"), 50, points, points, grid -> {
            double[] probabilities = new double[grid.length];
            for (int i = 0; i < grid.length; i += 2) {
                probabilities[i] = grid[i] < 0 ? most : least;
                probabilities[i + 1] = grid[i] < 0 ? least : most;
            }
            return probabilities;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4.9, 1e9})
    @DisplayName("Margins of a hinge loss are as certain from 1 on as a probability of 1")
    void boundary_ofMargins_isAsCertainAsAProbability(double margin) throws Exception {
        BufferedImage margins = image(Plots.boundary("halves", halves(-margin, margin)).png());
        BufferedImage probabilities = image(Plots.boundary("halves", halves()).png());
        for (int x : new int[] {probabilities.getWidth() / 3, probabilities.getWidth() * 4 / 5}) {
            assertEquals(probabilities.getRGB(x, 120), margins.getRGB(x, 120));
        }
    }

    @Test
    @DisplayName("The regions have their classes' colours, and equal networks give equal bytes")
    void boundary_showsTheRegions() throws Exception {
        byte[] png = Plots.boundary("halves", halves()).png();
        assertArrayEquals(png, Plots.boundary("halves", halves()).png());
        BufferedImage image = image(png);
        int left = image.getRGB(image.getWidth() / 3, image.getHeight() / 2);
        int right = image.getRGB(image.getWidth() * 4 / 5, image.getHeight() / 2);
        assertTrue((left & 0xFF) > (left >> 16 & 0xFF) + 40, "blue is at the left: " + Integer.toHexString(left));
        assertTrue((right >> 16 & 0xFF) > (right & 0xFF) + 40, "vermilion at the right: " + Integer.toHexString(right));
    }

    /** A plane that a slanted line divides, with as many examples as a small run has. */
    private static Boundary slope(double steepness) {
        float[] coordinates = new float[200];
        int[] labels = new int[100];
        for (int i = 0; i < 100; i++) {
            coordinates[2 * i] = i * 37 % 100 / 50f - 1;
            coordinates[2 * i + 1] = i * 61 % 100 / 50f - 1;
            labels[i] = coordinates[2 * i] > coordinates[2 * i + 1] ? 1 : 0;
        }
        Boundary.Points points = new Boundary.Points(coordinates, labels);
        return Boundary.of(List.of("x1", "x2"), List.of("0", "1"), 100, points, null, grid -> {
            double[] probabilities = new double[grid.length];
            for (int i = 0; i < grid.length; i += 2) {
                probabilities[i + 1] = 1 / (1 + StrictMath.exp(-steepness * (grid[i] - grid[i + 1])));
                probabilities[i] = 1 - probabilities[i + 1];
            }
            return probabilities;
        });
    }

    @Test
    void boundary_ofAHundredExamples_isSmall() throws Exception {
        byte[] png = Plots.boundary("tiny-runs: learning_rate=0.1 seed=3", slope(3)).png();
        assertTrue(png.length < 8_000, png.length + " bytes");
    }

    @Test
    @DisplayName("A line is between two classes, and none at the edges of the plane")
    void boundary_betweenClasses_isALine() throws Exception {
        BufferedImage image = image(Plots.boundary("halves", halves()).png());
        int[] dark = IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, image.getHeight() / 2) & 0xFFFFFF) == 0x333333)
                .filter(x -> x > 64).toArray();
        assertEquals(2, dark.length, Arrays.toString(dark));
        assertEquals(64 + (400 - 64 - 16) / 2, dark[1]);
    }

    @Test
    void boundary_ofMoreClassesThanAPaletteHas_isDrawn() throws Exception {
        List<String> classes = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        Boundary.Points points = new Boundary.Points(new float[] {-1, -1, 1, 1}, new int[] {0, 299});
        BufferedImage image = image(Plots.boundary("many", Boundary.of(List.of("x1", "x2"), classes, 24, points, points,
                grid -> {
                    double[] probabilities = new double[grid.length / 2 * 300];
                    for (int i = 0; i < grid.length / 2; i++) {
                        probabilities[i * 300 + i % 300] = 1;
                    }
                    return probabilities;
                })).png());
        assertEquals(400, image.getWidth());
    }

    @Test
    @DisplayName("Pictures that are drawn side by side are those that are drawn alone")
    void boundary_drawnByManyThreads_hasTheSameBytes() throws Exception {
        List<Boundary> planes = List.of(halves(), slope(1), slope(9));
        List<byte[]> alone = new ArrayList<>();
        for (Boundary plane : planes) {
            alone.add(Plots.boundary("plane", plane).png());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<byte[]>> drawn = IntStream.range(0, 60)
                .mapToObj(i -> threads.submit(() -> Plots.boundary("plane", planes.get(i % 3)).png())).toList();
        for (int i = 0; i < drawn.size(); i++) {
            assertArrayEquals(alone.get(i % 3), drawn.get(i).get());
        }
        threads.shutdown();
    }

    @Test
    void boundary_betweenRowsOfTheGrid_isLinear() {
        Boundary boundary = slope(1);
        double[][] rows = new double[3][2 * boundary.side()];
        for (int i = 0; i < rows.length; i++) {
            boundary.row(i / 2.0 / (boundary.side() - 1), rows[i]);
        }
        assertTrue(rows[2][1] < rows[0][1], "the second class is less likely further up");
        for (int i = 0; i < rows[1].length; i++) {
            assertEquals((rows[0][i] + rows[2][i]) / 2, rows[1][i], 1e-12);
        }
        assertEquals(-1.16, halves().low()[0], 1e-9);
    }

    @Test
    void confusion_ofAnyNumberOfClasses_isAPicture() throws Exception {
        for (int classes : new int[] {2, 10, 30, 100}) {
            List<String> names = IntStream.range(0, classes).mapToObj(i -> "class number " + i).toList();
            int[] labels = IntStream.range(0, classes).toArray();
            Confusion confusion = Confusion.of("validation", names, labels, labels);
            byte[] png = Plots.confusion("a long title of a run that has many axes, of which each has a value", List.of(
                    confusion, confusion)).png();
            BufferedImage image = image(png);
            assertTrue(image.getWidth() == 800 && image.getHeight() < 600, image.toString());
            assertTrue(count(image, BLUE, 0, 0, image.getWidth(), image.getHeight()) > classes * 4,
                    classes + " cells on the diagonal are full");
        }
    }
}
