package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.artifact.Kept;
import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

    @TempDir
    private Path directory;

    private static final String FILE = """
            name: kept
            data: {type: iris, test: 0.2, folds: 3}
            model: {type: mlp, hidden: [4]}
            train: {epochs: 2}
            plots: none
            """;

    @Test
    @DisplayName("What is kept of finished runs tells every example once, and the recorded figures follow from it")
    void keep_ofFinishedRuns_agreesWithTheirFigures() throws IOException {
        Problems problems = new Problems();
        Experiment experiment = Experiment.parse("kept.yaml", FILE, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        SessionOptions options = SessionOptions.in(directory).withJobs(1);
        try (Session session = Session.open(options, SessionListener.NOBODY)) {
            for (Run run : session.run(experiment).runs()) {
                assertFalse(Files.exists(session.store().runDirectory(run.runKey()).resolve("predictions.csv")));
            }
        }
        List<String> tests = new ArrayList<>();
        TreeSet<Integer> validated = new TreeSet<>();
        try (Session session = Session.open(options.withKept(Kept.values()), SessionListener.NOBODY)) {
            List<Run> runs = session.run(experiment).runs();
            assertEquals(List.of("kept seed=0 fold=1", "kept seed=0 fold=2", "kept seed=0 fold=3"),
                    runs.stream().map(run -> "kept " + run.name()).toList());
            for (Run run : runs) {
                Path files = session.store().runDirectory(run.runKey());
                List<String[]> splits = rows(files.resolve("splits.csv"));
                assertEquals(IntStream.range(0, 150).boxed().toList(),
                        splits.stream().map(row -> Integer.parseInt(row[1])).sorted().toList());
                tests.add(numbers(splits, "test").toString());
                validated.addAll(numbers(splits, "validation"));
                List<String[]> predictions = rows(files.resolve("predictions.csv"));
                assertEquals(run.summary().get("test_accuracy"), accuracy(predictions, "test"), 1e-12);
                assertEquals(run.summary().get("kept.val_accuracy"), accuracy(predictions, "validation"), 1e-12);
            }
        }
        assertEquals(1, tests.stream().distinct().count());
        assertEquals(120, validated.size());
        assertTrue(tests.get(0).length() > 2);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
    }

    private static List<Integer> numbers(List<String[]> rows, String part) {
        return rows.stream().filter(row -> row[0].equals(part)).map(row -> Integer.parseInt(row[1])).toList();
    }

    private static double accuracy(List<String[]> rows, String part) {
        return rows.stream().filter(row -> row[0].equals(part)).mapToInt(row -> row[2].equals(row[3]) ? 1 : 0)
                .average().orElseThrow();
    }
}
