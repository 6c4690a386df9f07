package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DotPlotTest {

    private static final double WIDEST_LETTER_ON_AVERAGE = 7.8;

    private static String drawn(List<Run> runs) {
        return new DotPlot(Ranking.of(new Objective("test_accuracy", Goal.MAXIMIZE), runs)).content().render();
    }

    private static Run run(String name, int seed) {
        return Runs.run(name, seed, "completed", Map.of("test_accuracy", 0.5 + seed / 10.0));
    }

    private static List<MatchResult> labels(String... configurations) {
        String drawn = drawn(List.of(configurations).stream().map(name -> run(name, 0)).toList());
        return Pattern.compile("<text class=\"label\" x=\"([0-9.]+)\"[^>]*>([^<]*)<").matcher(drawn).results().toList();
    }

    @Test
    void labels_haveRoomForAllTheirLetters() {
        List<MatchResult> labels = labels("a schedule with a name that goes on and on and on and on", "0.1");
        assertEquals(2, labels.size());
        labels.forEach(label -> assertTrue(
                label.group(2).length() * WIDEST_LETTER_ON_AVERAGE <= Double.parseDouble(label.group(1)),
                label.group(2)));
    }

    @Test
    void shortLabels_leaveTheRoomToTheDots() {
        assertTrue(Double.parseDouble(labels("0.1", "0.2").get(0).group(1)) < 150);
    }

    @Test
    void linesThroughSeeds_areAboveBars_andBelowDots() {
        String drawn = drawn(List.of(run("0.1", 0), run("0.1", 1), run("0.2", 0), run("0.2", 1)));
        assertTrue(drawn.lastIndexOf("\"interval\"") < drawn.indexOf("\"seed\""), drawn);
        assertTrue(drawn.lastIndexOf("\"seed\"") < drawn.indexOf("<circle"), drawn);
    }
}
