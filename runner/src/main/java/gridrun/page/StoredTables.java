package gridrun.page;

import gridrun.data.CsvFile;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a run has left behind. */
record StoredTables(Store store, Run run) {

    /**
     * The table of that name; empty where the run has none, or one without rows.
     *
     * @throws IOException if it is gone, or not the one that the run recorded
     */
    Optional<Table> read(String name) throws IOException {
        if (run.artifacts().stream().noneMatch(artifact -> artifact.path().equals(name))) {
            return Optional.empty();
        }
        Path files = store.runDirectory(run.runKey());
        List<Map<String, String>> rows = CsvFile.rows(files.resolve(name), TrainedRun.recorded(files, run, name));
        return rows.isEmpty() ? Optional.empty()
                : Optional.of(new Table(rows.get(0).keySet().stream().map(head -> new Column(head,
                        rows.stream().map(row -> row.get(head)).toList(), false)).toList()));
    }
}
