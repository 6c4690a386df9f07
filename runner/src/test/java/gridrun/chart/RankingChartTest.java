package gridrun.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.chart.RankingChart.Dot;
import gridrun.metric.Goal;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingChartTest {

    private static RankingChart chart(int seeds) {
        return new RankingChart(Ranking.of(new Objective("test_accuracy", Goal.MAXIMIZE),
                IntStream.range(0, seeds).mapToObj(seed -> Runs.run("0.1", seed, "completed",
                        Map.of("test_accuracy", 0.5 + (seed * 7 % seeds) / (2.0 * seeds)))).toList()));
    }

    @Test
    void axis_endsWhereTheMetricDoes() {
        RankingChart chart = new RankingChart(Ranking.of(new Objective("val_accuracy", Goal.MAXIMIZE),
                IntStream.range(0, 3).mapToObj(seed -> Runs.run("0.1", seed, "completed",
                        Map.of("best.val_accuracy", 1.0))).toList()));
        assertEquals(1, Collections.max(chart.ticks()));
        assertEquals(0.9, Collections.min(chart.ticks()), 1e-12);
        assertTrue(chart.share(1) > 0.95 && chart.share(1) < 1, "the dot is whole");
    }

    @Test
    void hundredsOfRuns_haveADotEach() {
        RankingChart chart = chart(300);
        assertEquals(300, chart.lines().get(0).runs().size());
        assertEquals(300, chart.repeats().size());
        assertFalse(chart.note().contains("evenly"), chart.note());
        assertFalse(chart.note().contains("joins"), "no line of one configuration goes anywhere: " + chart.note());
    }

    @Test
    void thousandsOfRuns_areThinnedEvenly_withTheLowestAndTheHighest() {
        RankingChart chart = chart(2_000);
        List<Dot> dots = chart.lines().get(0).runs();
        assertEquals(300, dots.size());
        assertEquals(0.5, dots.get(0).value());
        assertEquals(0.5 + 1999 / 4000.0, dots.get(299).value());
        for (int i = 1; i < dots.size(); i++) {
            assertEquals(1999 / 4000.0 / 299, dots.get(i).value() - dots.get(i - 1).value(), 1 / 4000.0);
        }
        assertEquals(List.of(), chart.repeats(), "a line a seed through what is left would say nothing");
        assertTrue(chart.note().contains("of more than 300 evenly from the lowest to the highest"), chart.note());
    }

    /** Two rates on two data sets each, with so many seeds. */
    private static RankingChart ofTwoData(int seeds) {
        List<Run> runs = Stream.of("iris", "wine").flatMap(data -> Stream.of("0.1", "0.5")
                .flatMap(rate -> IntStream.range(0, seeds)
                        .mapToObj(seed -> Runs.of(data + rate + seed, data + rate, seed,
                                data + rate, "completed", Map.of("data", data, "learning_rate", rate),
                                Map.of("data", data),
                                Map.of("best.val_accuracy", Double.parseDouble(rate) + seed / 100.0), null, null))))
                .toList();
        return new RankingChart(Ranking.of(new Objective("val_accuracy", Goal.MAXIMIZE), runs));
    }

    @Test
    void runsOfOneSeed_haveNoLine() {
        assertEquals(List.of(), ofTwoData(1).repeats(), "it would say nothing, and the note does not tell of it");
    }

    @Test
    void lines_joinPairs_andNoRunsOfOtherData() {
        assertEquals(List.of(List.of(0.5, 0.1), List.of(0.51, 0.11), List.of(0.5, 0.1), List.of(0.51, 0.11)),
                ofTwoData(2).repeats().stream().map(line -> line.stream().map(place -> place.value()).toList())
                        .toList());
    }
}
