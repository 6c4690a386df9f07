package gridrun.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.report.Ranking;
import gridrun.statistics.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/programs.md shows works as it stands there. */
class RateStudyTest {

    @TempDir
    Path results;

    @Test
    void document_showsTheFileThatIsTested() throws IOException {
        String shown = Files.readString(Path.of("..", "docs", "programs.md")).split("```java\n")[1].split("```")[0];
        assertEquals(Files.readString(Path.of("src", "test", "java", "gridrun", "example", "RateStudy.java")), shown);
    }

    @Test
    void study_ranksTheRates_andTrainsOnce() throws IOException {
        List<String> log = new ArrayList<>();
        List<Ranking.Row> rows = RateStudy.run(results, log);
        assertEquals(4, log.size(), log::toString);
        assertTrue(log.contains("learning_rate=0.01 seed=1 COMPLETED"), log::toString);
        assertEquals(List.of(Map.of("learning_rate", "0.01"), Map.of("learning_rate", "0.0001")),
                rows.stream().map(Ranking.Row::swept).toList());
        assertTrue(rows.get(0).figure().mean() > rows.get(1).figure().mean(), rows::toString);
        assertEquals(figures(rows), figures(RateStudy.run(results, log)));
        assertEquals(4, log.size(), log::toString);
    }

    /** What was trained; pictures of runs come after a conclusion. */
    private static List<Statistic> figures(List<Ranking.Row> rows) {
        return rows.stream().map(Ranking.Row::figure).toList();
    }
}
