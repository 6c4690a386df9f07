package gridrun.contrast;

import gridrun.artifact.Kept;
import gridrun.data.CsvFile;
import gridrun.statistics.McNemar;
import gridrun.store.DatasetInput;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On how many examples of a part two runs are right.
 *
 * @param part {@code validation} or {@code test}
 * @param both on how many both are
 * @param onlyA the one alone
 * @param onlyB the other alone
 * @param neither none of them
 */
public record Answers(String part, int both, int onlyA, int onlyB, int neither) {

    private static final String TARGET = "target";
    private static final String PREDICTION = "prediction";
    private static final String PART = "part";
    /** The columns of an answer that is one value: part, example, target, prediction. Classes have figures beside. */
    private static final int WITH_VALUE = 4;

    /** What two runs' answers come to. */
    public record Found(List<Answers> parts, String reason) {

        private static Found none(String reason) {
            return new Found(List.of(), "no McNemar's test: " + reason);
        }
    }

    /** Whether the numbers of those right differ by more than chance. */
    McNemar test() {
        return new McNemar(onlyA, onlyB);
    }

    /** Of each part that both runs have in common; or, in words, why they cannot be compared. */
    public static Found of(Store store, Side a, Side b) throws IOException {
        for (Side side : List.of(a, b)) {
            Run run = side.only();
            if (!Files.isRegularFile(file(store, run))) {
                return Found.none("%s kept no predictions; %s with --keep predictions writes them and trains nothing "
                        .formatted(side.letter(), side.sweep().file()) + "again");
            }
        }
        Set<String> shared = shared(a.only(), b.only());
        List<Map<String, String>> one = rows(store, a.only(), shared);
        Map<List<String>, Map<String, String>> others = new LinkedHashMap<>();
        rows(store, b.only(), shared).forEach(row -> others.put(example(row), row));
        if (one.isEmpty() || one.stream().anyMatch(row -> !others.containsKey(example(row)))) {
            return Found.none("the examples that they were asked about are not the same");
        }
        if (one.stream().anyMatch(row -> !row.containsKey(PREDICTION) || row.size() <= WITH_VALUE)) {
            return Found.none("their answers are values, which are neither right nor wrong");
        }
        Map<String, int[]> counts = new LinkedHashMap<>();
        one.forEach(row -> counts.computeIfAbsent(row.get(PART), part -> new int[4])[(isRight(row) ? 0 : 2)
                + (isRight(others.get(example(row))) ? 0 : 1)]++);
        List<Answers> parts = new ArrayList<>();
        counts.forEach((part, n) -> parts.add(new Answers(part, n[0], n[1], n[2], n[3])));
        return new Found(parts, "");
    }

    /** The parts whose examples are the same on both sides. */
    private static Set<String> shared(Run one, Run other) {
        Map<String, String> examples = other.datasets().stream().collect(
                Collectors.toMap(DatasetInput::context, DatasetInput::examples, (first, second) -> first));
        return one.datasets().stream().filter(part -> part.examples().equals(examples.get(part.context())))
                .map(DatasetInput::context).collect(Collectors.toSet());
    }

    private static List<Map<String, String>> rows(Store store, Run run, Set<String> parts) throws IOException {
        return CsvFile.rows(file(store, run), TrainedRun.recorded(
                store.runDirectory(run.runKey()), run, Kept.PREDICTIONS.file())).stream()
                .filter(row -> parts.contains(row.get(PART))).toList();
    }

    private static Path file(Store store, Run run) {
        return store.runDirectory(run.runKey()).resolve(Kept.PREDICTIONS.file());
    }

    private static List<String> example(Map<String, String> row) {
        return List.of(row.get(PART), row.get("example"));
    }

    private static boolean isRight(Map<String, String> row) {
        return row.get(PREDICTION).equals(row.get(TARGET));
    }
}
