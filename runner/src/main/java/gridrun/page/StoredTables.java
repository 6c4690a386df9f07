package gridrun.page;

import gridrun.data.CsvText;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The tables that a run has left behind. */
record StoredTables(Store store, Run run) {

    /** The table of that name; empty where the run has none, or a damaged one. */
    Optional<Table> read(String name) {
        if (run.artifacts().stream().noneMatch(artifact -> artifact.path().equals(name))) {
            return Optional.empty();
        }
        try {
            return CsvText.rows(Files.readString(store.runDirectory(run.runKey()).resolve(name),
                    StandardCharsets.UTF_8)).map(StoredTables::table);
        } catch (IOException e) {
            return Optional.empty(); // results tells of lost and damaged files, and what to do about them
        }
    }

    private static Table table(List<List<String>> rows) {
        List<String> head = rows.get(0);
        return new Table(IntStream.range(0, head.size()).mapToObj(i -> new Column(head.get(i),
                rows.stream().skip(1).map(row -> row.get(i)).toList(), false)).toList());
    }
}
