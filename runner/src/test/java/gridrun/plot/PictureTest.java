package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.chart.Bounds;
import gridrun.chart.Look;
import gridrun.chart.Looks;
import gridrun.chart.Ticks;
import gridrun.chart.Words;
import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.GradientsOverTime;
import gridrun.observed.Layers;
import gridrun.observed.MeanCurve;
import gridrun.plot.Picture.Panel;
import gridrun.plot.Trace.Kind;
import gridrun.report.Compared;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
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
        assertTrue(picture.note().endsWith("; validation accuracy: rate=0.3 (same as rate=0.1)"), picture.note());
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
                new Compared<>("rate=9", Map.of(), "both diverged in epochs 3 to 4", true, null, List.of(
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
        assertTrue(picture.note().contains("validation loss: rate=9 (beyond the edge)"), picture.note());
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
    @DisplayName("What the table ranks is a triangle at the last epoch, and the axis has room for it")
    void rankedFigure_isMarkedInTheFirstPanel() {
        Compared<Curves> better = new Compared<>("rate=1", Map.of(), null, false, 0.95,
                List.of(curves(3, epoch -> 0.2 * epoch, epoch -> 1)));
        Compared<Curves> none = new Compared<>("rate=2", Map.of(), null, false, null,
                List.of(curves(2, epoch -> 0.1 * epoch, epoch -> 1)));
        Picture picture = Plots.pictureOfSweep("ranked", ACCURACY, List.of(better, none));
        List<Trace> marks = traces(picture.panels().get(0)).stream().filter(trace -> trace.kind() == Kind.FIGURE)
                .toList();
        assertEquals(1, marks.size());
        assertEquals(3, marks.get(0).x()[0]);
        assertEquals(0.95, marks.get(0).y()[0], 1e-9);
        assertTrue(Scale.of(picture.panels().get(0)).high() > 0.95);
        assertTrue(traces(picture.panels().get(1)).stream().noneMatch(trace -> trace.kind() == Kind.FIGURE));
        assertTrue(picture.note().contains("; triangles: best validation accuracy, by which the table ranks"),
                picture.note());
    }

    @Test
    @DisplayName("A band of one epoch has a width, else nobody would see it")
    void bandOfOneEpoch_isABar() {
        Picture picture = Plots.pictureOfSweep("short", ACCURACY, List.of(new Compared<>("rate=1", Map.of(), null,
                false, null, List.of(curves(1, epoch -> 0.5, epoch -> 1), curves(1, epoch -> 0.7, epoch -> 2)))));
        assertTrue(traces(picture.panels().get(0)).get(0).isBar());
        assertTrue(traces(picture.panels().get(0)).get(0).low()[0] < 0.55);
    }

    @Test
    @DisplayName("What is only there in grey leaves the picture where it would squeeze what has a colour")
    void greyBeyondTheEdge_isTold() {
        List<Compared<Curves>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double loss = i == 10 ? 1000 : 1;
            many.add(new Compared<>("rate=" + i, Map.of(), null, false, null,
                    List.of(curves(9, epoch -> 0.5, epoch -> loss + epoch))));
        }
        Picture picture = Plots.pictureOfSweep("many", ACCURACY, many);
        assertTrue(Scale.of(picture.panels().get(1)).high() < 20);
        assertTrue(picture.note().contains("; some in grey are beyond the edge"), picture.note());
    }

    @Test
    void configurationsBeyondTheColours_areCounted() {
        List<Compared<Curves>> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new Compared<>("rate=" + i, Map.of(), null, i >= 150, null,
                    List.of(curves(2, epoch -> 0.5, epoch -> epoch))));
        }
        String note = Plots.pictureOfSweep("many", ACCURACY, many).note();
        assertTrue(note.startsWith("of 200 configurations the best 4 and the worst 2, the rest in grey "
                + "without 50 that diverged; means"), note);
    }

    /** Configurations of all combinations of values, the later axis fastest. */
    private static List<Compared<Curves>> grid(Map<String, List<String>> axes) {
        List<Map<String, String>> cells = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            cells = cells.stream().flatMap(cell -> axis.getValue().stream().map(value -> {
                Map<String, String> more = new LinkedHashMap<>(cell);
                more.put(axis.getKey(), value);
                return more;
            })).<Map<String, String>>map(cell -> cell).toList();
        }
        List<String> labels = Labels.of(cells);
        List<Compared<Curves>> grid = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            double rate = 0.1 + 0.01 * i;
            grid.add(new Compared<>(labels.get(i), cells.get(i), null, false, null, List.of(
                    curves(9, epoch -> 0.5 + rate * epoch / 9, epoch -> rate + 1.0 / epoch),
                    curves(9, epoch -> 0.6, epoch -> rate + 0.9 / epoch))));
        }
        return grid;
    }

    private static Map<String, List<String>> axes(String one, List<String> values, String other, List<String> others) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put(one, values);
        axes.put(other, others);
        return axes;
    }

    @Test
    @DisplayName("Of two axes one has the colours and the other, with fewer values, the dashes; more than four have no "
            + "bands")
    void twoAxes_areColourAndDash() {
        Picture picture = Plots.pictureOfSweep("two", ACCURACY, grid(
                axes("learning_rate", List.of("0.05", "0.2"), "activation", List.of("relu", "tanh", "sigmoid"))));
        List<Look> looks = picture.panels().get(0).lines().stream().map(Picture.Line::look).toList();
        assertEquals(List.of(0, 1, 2, 0, 1, 2), looks.stream().map(Look::colour).toList());
        assertEquals(List.of(0, 0, 0, 1, 1, 1), looks.stream().map(Look::dash).toList());
        assertEquals("learning rate, activation", picture.legend());
        assertEquals(List.of("0.05, relu", "0.05, tanh", "0.05, sigmoid", "0.2, relu", "0.2, tanh", "0.2, sigmoid"),
                legend(picture));
        assertEquals("means over the runs", picture.note());
        assertTrue(traces(picture.panels().get(0)).stream().noneMatch(Trace::hasBand));
    }

    @Test
    void axesThatVaryTogether_haveOneColour_andNoDash() {
        List<Map<String, String>> swept = List.of(values("activation", "relu", "init", "he"),
                values("activation", "tanh", "init", "glorot"));
        assertEquals(List.of(Look.of(0), Look.of(1)), Looks.of(swept));
    }

    @Test
    @DisplayName("More than eight configurations have a panel for each value of the axis with the fewest, on one scale")
    void manyConfigurations_areDividedByAnAxis() {
        Picture picture = Plots.pictureOfSweep("many", ACCURACY, grid(axes("optimizer",
                List.of("adam", "rmsprop", "sgd", "{type: sgd, momentum: 0.9}"), "learning_rate",
                List.of("0.1", "0.01", "0.001"))));
        assertEquals(List.of("learning rate 0.1", "learning rate 0.01", "learning rate 0.001"),
                picture.panels().stream().map(Panel::heading).toList());
        assertEquals(1, picture.panels().stream().map(Scale::of).distinct().count());
        assertEquals("optimizer", picture.legend());
        assertEquals(List.of("adam", "rmsprop", "sgd", "sgd (momentum: 0.9)"), legend(picture));
        assertTrue(picture.note().startsWith("mean ± standard deviation over the runs"), picture.note());
    }

    @Test
    @DisplayName("Where no axis divides them, the best and the worst have colours and all others are one grey entry")
    void manyConfigurationsOfOneAxis_areBestAndWorst() {
        Picture picture = Plots.pictureOfSweep("many", ACCURACY, grid(Map.of("learning_rate",
                IntStream.rangeClosed(1, 20).mapToObj(i -> "0." + (100 + i)).toList())));
        List<Picture.Line> lines = picture.panels().get(0).lines();
        assertEquals(20, lines.size());
        assertEquals(14, lines.stream().filter(line -> line.look().isRest()).count());
        assertEquals(List.of("0.101", "0.102", "0.103", "0.104", "0.119", "0.12", "the other 14"),
                lines.stream().map(Picture.Line::label).distinct().toList());
        assertTrue(picture.note().startsWith("of 20 configurations the best 4 and the worst 2, the rest in grey; "));
    }

    @Test
    @DisplayName("What all configurations have in common is said once, and numbers have three digits")
    void legends_sayCommonPartsOnce() {
        LegendTexts texts = LegendTexts.of(List.of("a", "b"), List.of(
                values("learning_rate", "0.000316227766017", "model.layers.1.repeat.count", "4"),
                values("learning_rate", "0.1", "model.layers.1.repeat.count", "4")));
        assertEquals(new LegendTexts("learning rate (all: repeat count 4)", List.of("0.000316", "0.1")), texts);
        assertEquals(List.of("0.1001", "0.1002"), LegendTexts.of(List.of("a", "b"),
                List.of(Map.of("rate", "0.1001"), Map.of("rate", "0.1002"))).entries());
        assertEquals(new LegendTexts(null, List.of("a", "b")), LegendTexts.of(List.of("a", "b"),
                List.of(Map.of("rate", "1"), Map.of("depth", "2"))));
    }

    @Test
    @DisplayName("Epoch 1 leaves the panel where it would squeeze all others, and a word says so")
    void theFirstEpoch_doesNotSqueezeTheRest() {
        Curves curves = curves(20, epoch -> epoch == 1 ? 0.1 : 0.95 + 0.001 * epoch, epoch -> 1 - 0.04 * epoch);
        Picture picture = Plots.pictureOfSweep("start", ACCURACY, List.of(Runs.compared("a", curves)));
        Scale scale = Scale.of(picture.panels().get(0));
        assertTrue(scale.low() > 0.94 && scale.high() < 0.98, scale.toString());
        assertTrue(picture.note().endsWith("; validation accuracy: epoch 1 is beyond the edge"), picture.note());
        assertTrue(Scale.of(picture.panels().get(1)).high() > 0.96, "what falls slowly is seen from the start");
    }

    @Test
    void epochs_goFromLightToDark() {
        Picture picture = LayerPlots.pictureOfRun("deep", Layers.parse(IntStream.rangeClosed(1, 40)
                .mapToObj(epoch -> epoch + ",dense_1,1\n").collect(Collectors.joining("",
                        "epoch,layer,gradient_norm\n", ""))));
        List<Look> looks = picture.panels().get(0).lines().stream().map(Picture.Line::look).toList();
        assertEquals(List.of(0.0, 1 / 3.0, 2 / 3.0, 1.0), looks.stream().map(Look::place).toList());
        List<Integer> greens = looks.stream().map(look -> Theme.colour(look).getGreen()).toList();
        assertEquals(greens.stream().sorted(Comparator.reverseOrder()).toList(), greens);
    }

    @Test
    void ticks_areRound_andAtMostSoMany() {
        assertArrayEquals(new double[] {0, 20, 40, 60, 80, 100}, Ticks.of(-1, 101, 7), 1e-12);
        assertEquals(2, Ticks.step(1, 15, 10));
        for (double high : new double[] {1e-9, 0.013, 0.5, 1, 7, 99, 101, 12_345, 3e8}) {
            for (double low : new double[] {0, -high, 0.9 * high}) {
                int count = Ticks.of(low, high, 7).length;
                assertTrue(count <= 7 && count >= 2, low + " to " + high + ": " + count);
            }
        }
    }

    @Test
    @DisplayName("No metric's name on an axis is that of a setting")
    void axes_areLabelledInWords() {
        assertEquals("validation accuracy", Words.of("val_accuracy"));
        assertEquals("test macro F1", Words.of("test_macro_f1"));
        assertEquals("validation top-5 accuracy", Words.of("val_top_5_accuracy"));
        assertEquals("best validation loss", Words.of(Quantity.of("best.val_loss")));
        assertEquals("test RMSE", Words.of(Quantity.of("test_rmse")));
        Vocabulary.KINDS.forEach(metric -> assertFalse(Words.of(metric.name()).contains("_"), metric.name()));
    }

    @Test
    @DisplayName("Gradients over time are named as what they are, and the layer stands above")
    void gradientsOverTime_nameTheirAxis() {
        Picture picture = TimePlots.pictureOfRun("t",
                GradientsOverTime.parse("epoch,layer,step,gradient_norm\n1,lstm_1,1,0.5\n1,lstm_1,2,1\n"));
        assertEquals("lstm_1", picture.panels().get(0).heading());
        assertEquals("gradient norm", Words.of(picture.panels().get(0).metric()));
        assertEquals("gradients with respect to the hidden states", picture.note());
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
        assertEquals("std of activations: epoch 1 (1 of 3 numbers not finite); "
                + "std of activations: epoch 2 (never finite)",
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
                Panel panel = new Panel(metric, List.of(new Picture.Line("a", Look.of(0),
                        MeanCurve.of(metric, List.of(run)))));
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
