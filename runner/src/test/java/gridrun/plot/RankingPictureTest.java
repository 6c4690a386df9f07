package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.metric.Goal;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a sweep's table ranks, as a picture. */
class RankingPictureTest {

    @BeforeEach
    void onlyWhereOneCanDraw() {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
    }

    /** So many seeds of a rate, each a hundredth better than the one before. */
    private static List<Run> seeds(String rate, int seeds, double accuracy) {
        return IntStream.range(0, seeds).mapToObj(seed -> Runs.run(rate, seed, "completed",
                Map.of("test_accuracy", accuracy + seed / 100.0))).toList();
    }

    private static Document draw(List<Run> runs) throws Exception {
        return draw(new Objective("test_accuracy", Goal.MAXIMIZE), runs);
    }

    private static Document draw(Objective objective, List<Run> runs) throws Exception {
        Ranking ranking = Ranking.of(objective, runs);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(Plots.ranking("rates", ranking).svg()));
    }

    private static List<String> texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
    }

    private static double place(Document svg, int circle) {
        return Double.parseDouble(((Element) svg.getElementsByTagName("circle").item(circle)).getAttribute("cx"));
    }

    @Test
    @DisplayName("A test metric, which no epoch has, is in the picture: a dot a completed run, the best first")
    void testMetric_isShown() throws Exception {
        List<Run> runs = new ArrayList<>(seeds("0.1", 3, 0.5));
        runs.addAll(seeds("0.01", 3, 0.7));
        runs.add(Runs.diverged("0.1", 3));
        Document svg = draw(runs);
        List<String> texts = texts(svg);
        assertTrue(texts.containsAll(List.of("test accuracy", "learning rate:",
                "best first; a dot is a run, a thin line joins the runs of a seed, a bar is the mean's 95 % interval")),
                texts.toString());
        assertTrue(texts.indexOf("0.01") < texts.indexOf("0.1"), texts.toString());
        assertEquals(6, svg.getElementsByTagName("circle").getLength());
        assertTrue(place(svg, 0) > place(svg, 3) + 100, "0.7 is far to the right of 0.5");
        assertEquals(place(svg, 1) - place(svg, 0), place(svg, 4) - place(svg, 3), 0.02, "one scale for all");
    }

    @Test
    void manyConfigurations_theBestThirty_andHowManyMore() throws Exception {
        List<Run> runs = IntStream.range(0, 41).boxed()
                .flatMap(i -> seeds("0." + (100 + i), 1, 0.5 + i / 1000.0).stream()).toList();
        Document svg = draw(runs);
        assertEquals(30, svg.getElementsByTagName("circle").getLength());
        assertTrue(texts(svg).contains("best first; a dot is a run; the table has 11 configurations more"),
                texts(svg).toString());
    }

    @Test
    @DisplayName("Losses that are far apart have a logarithmic axis, which says so; a step of ten is as wide anywhere")
    void losses_overTwoPowersOfTen_areOnALogScale() throws Exception {
        List<Run> runs = List.of(Runs.run("0.1", 0, "completed", Map.of("test_loss", 0.01)),
                Runs.run("0.2", 0, "completed", Map.of("test_loss", 0.1)),
                Runs.run("0.3", 0, "completed", Map.of("test_loss", 1.0)));
        Document svg = draw(new Objective("test_loss", Goal.MINIMIZE), runs);
        assertTrue(texts(svg).contains("test loss, log scale"), texts(svg).toString());
        assertEquals(place(svg, 1) - place(svg, 0), place(svg, 2) - place(svg, 1), 0.02);
    }

    @Test
    void equalFigures_haveAPlace() throws Exception {
        for (double same : new double[] {0, 0.5}) {
            Document svg = draw(List.of(seeds("0.1", 1, same).get(0), seeds("0.2", 1, same).get(0)));
            assertEquals(place(svg, 0), place(svg, 1));
            assertTrue(place(svg, 0) > 70 && place(svg, 0) < 780, "within the picture: " + place(svg, 0));
        }
    }

    @Test
    @DisplayName("Intervals of two seeds, which reach far beyond all runs, do not squeeze these")
    void longIntervals_leaveThePicture() throws Exception {
        List<Run> runs = new ArrayList<>(seeds("0.1", 2, 0.5));
        runs.addAll(seeds("0.01", 2, 0.51));
        Document svg = draw(runs);
        assertTrue(place(svg, 1) - place(svg, 2) > 250, "runs have half of the width");
        assertTrue(String.join(" ", texts(svg)).contains("some reach beyond the edge"), texts(svg).toString());
    }

    @Test
    void runsOfOneFigure_areStacked() throws Exception {
        Document svg = draw(List.of(Runs.run("0.1", 0, "completed", Map.of("test_accuracy", 0.5)),
                Runs.run("0.1", 1, "completed", Map.of("test_accuracy", 0.5)),
                Runs.run("0.1", 2, "completed", Map.of("test_accuracy", 0.5))));
        NodeList dots = svg.getElementsByTagName("circle");
        List<Double> heights = IntStream.range(0, 3)
                .mapToObj(i -> Double.valueOf(((Element) dots.item(i)).getAttribute("cy"))).toList();
        assertEquals(5.1, heights.get(1) - heights.get(0), 0.02);
        assertEquals(5.1, heights.get(2) - heights.get(1), 0.02);
    }

    @Test
    @DisplayName("A line through a seed's runs can be followed: it lies upon the bars, and the dots upon it")
    void linesThroughSeeds_areAboveBars() throws Exception {
        List<Run> runs = new ArrayList<>(seeds("0.1", 3, 0.5));
        runs.addAll(seeds("0.01", 3, 0.51));
        NodeList all = draw(runs).getElementsByTagName("*");
        List<String> shapes = IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getNodeName()).toList();
        assertTrue(shapes.lastIndexOf("rect") < shapes.indexOf("path"), shapes.toString());
        assertTrue(shapes.lastIndexOf("path") < shapes.indexOf("circle"), shapes.toString());
    }
}
