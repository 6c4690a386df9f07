package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.Layers;
import gridrun.observed.MeanCurve;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What pictures are made of: nothing vanishes without a word, and nothing is drawn that cannot be. */
class PictureTest {

    private static final Objective ACCURACY = new Objective("val_accuracy", Goal.MAXIMIZE);

    private static Curves curves(int epochs, IntToDoubleFunction accuracy, IntToDoubleFunction loss) {
        int[] steps = IntStream.rangeClosed(1, epochs).toArray();
        Map<String, Series> metrics = new LinkedHashMap<>();
        metrics.put("val_accuracy", new Series(steps, IntStream.of(steps).mapToDouble(accuracy).toArray()));
        metrics.put("val_loss", new Series(steps, IntStream.of(steps).mapToDouble(loss).toArray()));
        return new Curves(metrics);
    }

    private static List<Trace> traces(Panel panel) {
        return Trace.of(panel, Scale.of(panel));
    }

    private static List<String> legend(Picture picture) {
        return IntStream.range(0, picture.panels().get(0).lines().size())
                .mapToObj(line -> Remarks.legend(line, picture.panels())).toList();
    }

    @Test
    @DisplayName("Zeros have a place of their own below a logarithmic axis, and their line does not run to the others")
    void zerosOnALogAxis_areDrawnAt0() {
        Layers layers = Layers.parse("""
                epoch,layer,activation_std
                1,dense_1,0
                1,dense_2,0
                1,output,1e-10
                2,dense_1,0
                2,dense_2,0
                2,output,1e-12
                """);
        Picture picture = LayerPlots.pictureOfRun("zeros", layers);
        Panel panel = picture.panels().get(0);
        Scale scale = Scale.of(panel);
        assertTrue(scale.isLog());
        assertTrue(scale.low() < scale.zero() && scale.zero() < 1e-12 && scale.high() > 1e-10);
        List<Trace> traces = traces(panel);
        assertEquals(4, traces.size(), "at 0 and above, in either epoch");
        assertArrayEquals(new double[] {scale.zero(), scale.zero()}, traces.get(0).y());
        assertArrayEquals(new double[] {1e-10}, traces.get(1).y());
    }

    @Test
    @DisplayName("One positive figure among zeros, which no logarithmic axis has a range for, is drawn on a linear one")
    void onePositiveFigure_isLinear() {
        Panel panel = LayerPlots.pictureOfRun("zeros", Layers.parse("""
                epoch,layer,activation_std
                1,dense_1,0
                1,output,1e-10
                """)).panels().get(0);
        Scale scale = Scale.of(panel);
        assertFalse(scale.isLog());
        assertTrue(scale.low() < 0 && scale.low() > -1e-11 && scale.high() > 1e-10 && scale.high() < 1.2e-10);
    }

    @Test
    void linesDoNotRunAcrossLayersThatANetworkDoesNotHave() {
        Layers deep = Layers.parse("epoch,layer,gradient_norm\n1,dense_1,1\n1,dense_2,2\n1,dense_3,3\n1,output,4\n");
        Layers shallow = Layers.parse("epoch,layer,gradient_norm\n1,dense_1,1\n1,output,2\n");
        Picture picture = LayerPlots.pictureOfSweep("depths", "first", List.of(
                Runs.compared("deep", deep), Runs.compared("shallow", shallow)), Layers::firstEpoch);
        List<double[]> places = traces(picture.panels().get(0)).stream().map(Trace::x).toList();
        assertEquals(3, places.size());
        assertArrayEquals(new double[] {0, 1, 2, 3}, places.get(0));
        assertArrayEquals(new double[] {0}, places.get(1));
        assertArrayEquals(new double[] {3}, places.get(2));
    }

    @Test
    @DisplayName("A line runs over a layer that the network has and of which there is no such figure")
    void linesRunOverLayersWithoutAFigure() {
        Picture picture = LayerPlots.pictureOfRun("mixed", Layers.parse("""
                epoch,layer,activation_std,dead_units
                1,dense_1,1,0.5
                1,dropout_1,2,
                1,dense_2,3,0.25
                """));
        Trace dead = traces(picture.panels().get(1)).get(0);
        assertArrayEquals(new double[] {0, 2}, dead.x());
    }

    @Test
    void bandsAndAxesStayWithinTheMetricsRange() {
        Picture picture = Plots.pictureOfSweep("bounds", ACCURACY, List.of(Runs.compared("a",
                curves(5, epoch -> 1, epoch -> 0.001), curves(5, epoch -> 0.2, epoch -> 0.5))));
        for (Panel panel : picture.panels()) {
            Trace trace = traces(panel).get(0);
            assertTrue(DoubleStream.of(trace.low()).allMatch(low -> low >= 0), panel.metric());
            assertTrue(Scale.of(panel).low() > -0.05, panel.metric());
        }
        Trace accuracy = traces(picture.panels().get(0)).get(0);
        assertArrayEquals(new double[] {1, 1, 1, 1, 1}, accuracy.high(), "0.6 ± 0.57 is no accuracy of 1.17");
        assertEquals(0.6 - 0.8 / Math.sqrt(2), accuracy.low()[0], 1e-12);
        assertTrue(Scale.of(picture.panels().get(0)).high() < 1.03);
        for (String share : List.of("val_accuracy", "test_macro_f1", "dead_units")) {
            assertEquals(new Bounds(0, 1), Bounds.of(share), share);
        }
        assertEquals(1, Bounds.of("val_r2").high());
        assertEquals(Double.NEGATIVE_INFINITY, Bounds.of("activation_mean").low());
    }

    @Test
    @DisplayName("Where early stopping ends runs one by one, nothing jumps: the note says how they go on")
    void runsThatEndOneByOne_goOnAsThinLines() {
        Picture picture = Plots.pictureOfSweep("stopped", ACCURACY, List.of(Runs.compared("a",
                curves(151, epoch -> 0.9, epoch -> 0.04), curves(157, epoch -> 0.9, epoch -> 0.16),
                curves(200, epoch -> 0.9, epoch -> 0.07))));
        List<Trace> loss = traces(picture.panels().get(1));
        assertEquals(List.of(Trace.Kind.MEAN, Trace.Kind.SINGLE, Trace.Kind.SINGLE),
                loss.stream().map(Trace::kind).toList());
        assertEquals(151, loss.get(0).x()[150]);
        assertEquals(1, DoubleStream.of(loss.get(0).y()).map(y -> Math.rint(1e9 * y)).distinct().count());
        assertEquals(157, loss.get(1).x()[6]);
        assertEquals("mean ± standard deviation over the runs; "
                + "thin lines: single runs, from where the first one ended", picture.note());
    }

    @Test
    void theKeptEpoch_isMarkedUnlessItIsTheLast() {
        Curves run = new Curves(Map.of("loss", new Series(new int[] {1, 2, 3}, new double[] {3, 1, 2})));
        Picture kept = Plots.pictureOfRun("kept", run, 2);
        assertEquals("dashed: the epoch whose weights are kept, 2", kept.note());
        assertEquals(2, kept.panels().get(0).mark());
        assertNull(Plots.pictureOfRun("last", run, 3).note());
        assertNull(Plots.pictureOfRun("last", run, 3).panels().get(0).mark());
    }

    @Test
    void identicalCurves_areToldAndDashed() {
        Curves same = curves(9, epoch -> 0.5, epoch -> 1.0 / epoch);
        Curves half = curves(9, epoch -> 0.5, epoch -> 2.0 / epoch);
        Picture picture = Plots.pictureOfSweep("same", ACCURACY, List.of(Runs.compared("rate=0.1", same),
                Runs.compared("rate=0.2", same), Runs.compared("rate=0.3", half)));
        assertEquals(List.of("rate=0.1", "rate=0.2 (same as rate=0.1)", "rate=0.3"), legend(picture));
        assertTrue(picture.note().endsWith("; val_accuracy: rate=0.3 (same as rate=0.1)"), picture.note());
        List<Trace> loss = traces(picture.panels().get(1));
        assertTrue(loss.get(0).isUpon(loss.get(1)) && !loss.get(0).isUpon(loss.get(2)));
        assertArrayEquals(new float[] {7, 7}, Theme.dashed(1, 2).getDashArray());
    }

    @Test
    @DisplayName("A configuration that diverged ends in crosses within the picture, and does not set the axis")
    void divergedConfigurations_areToldAndMarked() {
        double nan = Double.NaN;
        Picture picture = Plots.pictureOfSweep("diverged", ACCURACY, List.of(
                Runs.compared("rate=0.1", curves(30, epoch -> 0.9, epoch -> 1.0 / epoch)),
                new Compared<>("rate=9", "both diverged in epochs 3 to 4", true, List.of(
                        curves(3, epoch -> 0.5, epoch -> epoch < 3 ? 1e20 : nan),
                        curves(4, epoch -> 0.5, epoch -> epoch < 4 ? 1e30 : nan)))));
        Panel loss = picture.panels().get(1);
        Scale scale = Scale.of(loss);
        assertTrue(scale.high() < 2);
        List<Trace> ends = traces(loss).stream().filter(trace -> trace.kind() == Trace.Kind.END).toList();
        assertEquals(List.of(2.0, 3.0), ends.stream().map(trace -> trace.x()[0]).sorted().toList());
        assertTrue(ends.stream().allMatch(trace -> trace.y()[0] < scale.high() && trace.y()[0] > scale.low()));
        assertEquals("rate=9 (both diverged in epochs 3 to 4)", legend(picture).get(1));
        assertTrue(picture.note().contains("× the last number before training diverged"), picture.note());
        assertTrue(picture.note().contains("val_loss: rate=9 (beyond the edge)"), picture.note());
    }

    @Test
    @DisplayName("The legend says of how many runs a mean is, and what became of the others")
    void meansOverSurvivors_areToldInTheLegend() {
        Ranking ranking = Ranking.of(ACCURACY, List.of(
                Runs.completed("0.1", 0, 0.9, 0.9, 3), Runs.divergedAt(7, "0.1", 1), Runs.divergedAt(3, "0.1", 2),
                Runs.completed("0.000316227766017", 0, 0.8, 0.8, 3), Runs.divergedAt(3, "1", 0),
                Runs.divergedAt(3, "1", 1), Runs.failed("10", 0)));
        List<Compared<String>> compared = Compared.of(ranking, Run::runKey);
        Map<String, String> remarks = new LinkedHashMap<>();
        compared.forEach(each -> remarks.put(each.label(), each.remark()));
        assertEquals("1 of 3 runs, 2 diverged in epochs 3 to 7", remarks.get("learning_rate=0.1"));
        assertTrue(remarks.containsKey("learning_rate=0.000316"), remarks.toString());
        assertEquals("both diverged in epoch 3", remarks.get("learning_rate=1"));
        assertEquals("failed", remarks.get("learning_rate=10"));
        Compared<String> survivors = compared.stream()
                .filter(each -> each.label().endsWith("=0.1")).findAny().orElseThrow();
        assertEquals(List.of("key-0.1-0"), survivors.runs());
        assertFalse(survivors.isDiverged());
        assertTrue(compared.stream().filter(each -> each.label().endsWith("=1")).allMatch(Compared::isDiverged));
    }

    @Test
    void configurationsBeyondTheColours_areCounted() {
        List<Compared<Curves>> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new Compared<>("rate=" + i, null, i >= 150, List.of(curves(2, epoch -> 0.5, epoch -> epoch))));
        }
        String note = Plots.pictureOfSweep("many", ACCURACY, many).note();
        assertTrue(note.startsWith("the best 8 of 200 configurations, 50 of the others diverged; mean"), note);
    }

    @Test
    void labels_areShort_butNeverAlike() {
        assertEquals(List.of("rate=0.000316 hidden=[64, 32]", "rate=0.1 hidden=1024"), Labels.of(List.of(
                values("rate", "0.000316227766017", "hidden", "[64, 32]"), values("rate", "0.1", "hidden", "1024"))));
        assertEquals(List.of("rate=0.1001", "rate=0.1002"),
                Labels.of(List.of(Map.of("rate", "0.1001"), Map.of("rate", "0.1002"))));
        String end = "x".repeat(200) + "1";
        assertEquals(90, Labels.of(List.of(Map.of("case", end))).get(0).length());
        assertEquals("1234", Figures.brief("1234.4"));
        assertEquals("20240101", Figures.brief("20240101"));
        assertEquals("1e-7", Figures.brief("0.00000010"));
    }

    private static Map<String, String> values(String... words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            values.put(words[i], words[i + 1]);
        }
        return values;
    }

    @Test
    @DisplayName("Of a metric that is never a finite number, and of figures that are none, there is a word")
    void whatIsNotFinite_isTold() {
        Picture nothing = Plots.pictureOfRun("nan", new Curves(Map.of("loss",
                new Series(new int[] {1}, new double[] {Double.NaN}))), 1);
        assertEquals("loss: no finite number; nothing to be drawn", nothing.note());
        Picture layers = LayerPlots.pictureOfRun("inf", Layers.parse(
                "epoch,layer,activation_std\n1,a,1\n1,b,inf\n1,output,3\n2,a,nan\n2,b,nan\n2,output,nan\n"));
        assertEquals("activation_std: epoch 1 (1 of 3 numbers not finite); activation_std: epoch 2 (never finite)",
                layers.note());
    }

    @Test
    @DisplayName("Every axis has a range, whatever there is to be shown")
    void scale_ofAnything_isARange() {
        for (double[] values : new double[][] {{}, {0}, {1}, {0.5, 0.5}, {1e38}, {1e38, -1e38}, {1e-300, 1e300},
            {Double.MIN_VALUE, 1}, {Double.MAX_VALUE, -Double.MAX_VALUE}, {1, 1 + 1e-15}, {Double.NaN, 3},
            {0, 1e-10}, {-5, 1e300}, {Double.POSITIVE_INFINITY, 2}, {1e-45, 1e38}}) {
            for (String metric : List.of("val_loss", "accuracy", "r2", "activation_mean", "gradient_norm")) {
                Curves run = new Curves(Map.of(metric,
                        new Series(IntStream.range(0, values.length).toArray(), values)));
                Panel panel = new Panel(metric, List.of(new Picture.Line("a", 0,
                        MeanCurve.of(metric, List.of(run)))), null);
                Scale scale = Scale.of(panel);
                String of = metric + " " + Arrays.toString(values) + " " + scale;
                assertTrue(Double.isFinite(scale.high() - scale.low()) && scale.high() > scale.low(), of);
                assertTrue(!scale.isLog() || scale.low() > 0 && Double.isFinite(scale.high() / scale.low()), of);
                assertTrue(traces(panel).stream().flatMapToDouble(trace -> DoubleStream.of(trace.y()))
                        .allMatch(Double::isFinite), of);
            }
        }
    }
}
