package gridrun.trial;

import static org.junit.jupiter.api.Assertions.fail;

import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.tracking.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of an experiment in a store or on a server, but for what depends on the clock: two undisturbed runs
 * have the same.
 *
 * @param lines each thing by its name
 */
public record Content(Map<String, String> lines) {

    /** Of a server's tags: when it was planned, which id the parent has, on how many threads it ran. */
    private static final Set<String> OF_ITS_TIME =
            Set.of("gridrun.planned", "gridrun.sweeps", "mlflow.parentRunId", "gridrun.threads");
    /** A server that is killed leaves what it had begun to write, and neither lists nor serves it. */
    private static final String OF_AN_UPLOAD = ".artifact.uploading.";
    /** Before a sweep's name. */
    private static final String DAY = "^\\d\\d-\\d\\d ";
    private static final int SHOWN = 12;

    /** What a results directory has of an experiment: rows, files as they are on the disk, leftovers. */
    public static Content ofStore(Path results, String experiment) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (Store store = Store.open(results)) {
            List<Sweep> sweeps = store.sweeps(experiment);
            lines.put("sweeps", String.valueOf(sweeps.size()));
            for (Sweep sweep : sweeps) {
                lines.put("sweep", "%s %s %s".formatted(sweep.sweepId(), sweep.state(), sweep.outcome()));
                putFiles(lines, "sweep", store.sweepDirectory(sweep), sweep.artifacts());
                for (Run run : store.runs(sweep.sweepId())) {
                    put(lines, run);
                    putFiles(lines, run.name(), store.runDirectory(run.runKey()), run.artifacts());
                    store.metrics(run.runKey()).stream().filter(metric -> !metric.key().startsWith("system/"))
                            .forEach(metric -> lines.put("%s: metric %s at %d".formatted(run.name(), metric.key(),
                                    metric.step()), String.valueOf(metric.value())));
                }
            }
        }
        return new Content(lines);
    }

    private static void put(Map<String, String> lines, Run run) {
        String name = run.name();
        lines.put(name, "%s %s %s %s".formatted(run.runKey(), run.state(), run.outcome(), run.error()));
        lines.put(name + ": params", run.params().toString());
        lines.put(name + ": facts", withoutChance(run.facts()).toString());
        lines.put(name + ": tags", new TreeMap<>(run.tags()).toString());
        lines.put(name + ": summary", new TreeMap<>(run.summary()).toString());
        lines.put(name + ": data", new TreeSet<>(run.datasets().stream().map(Object::toString).toList()).toString());
        lines.put(name + ": superseded", String.valueOf(run.superseded()));
    }

    /** How many threads a run has depends on how many others are left, which is a kill's chance. */
    private static Map<String, String> withoutChance(Map<String, String> facts) {
        Map<String, String> others = new TreeMap<>(facts);
        others.remove(Facts.THREADS);
        return others;
    }

    private static void putFiles(Map<String, String> lines, String name, Path directory, List<Artifact> recorded)
            throws IOException {
        recorded.forEach(file -> lines.put(name + ": recorded file " + file.path(),
                file.isView() ? "a view" : file.sha256()));
        lines.putAll(files(directory, name + ": file "));
    }

    private static Map<String, String> files(Path directory, String prefix) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(prefix + directory.relativize(file), hash(file));
                }
            }
        }
        return files;
    }

    /** Of pictures and pages alone that they are there: their bytes are not promised. */
    private static String hash(Path file) throws IOException {
        return Artifact.isView(file.toString()) ? "a view" : DurableFiles.sha256(Files.readAllBytes(file));
    }

    /** What a server has of an experiment, read from its own database and directory: runs that are not deleted. */
    public static Content ofServer(RealServer server, String experiment) throws IOException, SQLException {
        Map<String, String> lines = new TreeMap<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + server.database())) {
            Map<String, Integer> times = new TreeMap<>();
            for (String[] run : rows(database, """
                    SELECT r.run_uuid, r.name, r.status, r.artifact_uri, r.lifecycle_stage FROM runs r
                    JOIN experiments e USING (experiment_id) WHERE e.name = ? ORDER BY r.start_time""", experiment)) {
                if (!run[4].equals("active")) {
                    if (run[2].equals("RUNNING")) {
                        lines.put("deleted, but RUNNING: " + run[1], run[0]);
                    }
                    continue;
                }
                String name = run[1].replaceFirst(DAY, "");
                int time = times.merge(name, 1, Integer::sum);
                name += time > 1 ? ", number " + time : "";
                lines.put(name, run[2]);
                putRows(lines, name, run[0], database);
                files(server.artifacts(run[3]), name + ": file ").forEach((file, hash) -> {
                    if (!file.contains(OF_AN_UPLOAD)) {
                        lines.put(file, hash);
                    }
                });
            }
        }
        return new Content(lines);
    }

    /** The runs that a server has of an experiment, a line each, for a message. */
    static String runs(RealServer server, String experiment) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + server.database())) {
            return rows(database, """
                    SELECT r.run_uuid, r.name, r.status, r.lifecycle_stage, r.start_time, r.end_time,
                    (SELECT group_concat(key || '=' || value) FROM tags t WHERE t.run_uuid = r.run_uuid
                    AND key IN ('gridrun.planned', 'gridrun.duplicate_of', 'mlflow.parentRunId')) FROM runs r
                    JOIN experiments e USING (experiment_id) WHERE e.name = ? ORDER BY r.start_time""", experiment)
                    .stream().map(row -> String.join("  ", Arrays.asList(row)))
                    .collect(Collectors.joining(System.lineSeparator()));
        }
    }

    private static void putRows(Map<String, String> lines, String name, String id, Connection database)
            throws SQLException {
        for (String[] tag : rows(database, "SELECT key, value FROM tags WHERE run_uuid = ?", id)) {
            if (!OF_ITS_TIME.contains(tag[0])) {
                lines.put(name + ": tag " + tag[0], tag[1].replaceAll("experiments/\\d+/", "experiments/N/"));
            }
        }
        for (String[] parent : rows(database, """
                SELECT p.name, p.lifecycle_stage FROM tags t JOIN runs p ON p.run_uuid = t.value
                WHERE t.key = 'mlflow.parentRunId' AND t.run_uuid = ?""", id)) {
            lines.put(name + ": parent", parent[0].replaceFirst(DAY, "") + ", " + parent[1]);
        }
        for (String[] param : rows(database, "SELECT key, value FROM params WHERE run_uuid = ?", id)) {
            lines.put(name + ": param " + param[0], param[1]);
        }
        for (String[] metric : rows(database, """
                SELECT key, step, count(*), group_concat(CASE WHEN is_nan THEN 'NaN' ELSE value END) FROM metrics
                WHERE run_uuid = ? AND key NOT LIKE 'system/%' GROUP BY key, step""", id)) {
            lines.put("%s: metric %s at %s".formatted(name, metric[0], metric[1]), metric[2] + " of " + metric[3]);
        }
        for (String[] data : rows(database, """
                SELECT d.name, d.digest, t.value FROM inputs i JOIN datasets d ON d.dataset_uuid = i.source_id
                LEFT JOIN input_tags t USING (input_uuid) WHERE i.destination_id = ?""", id)) {
            lines.put(name + ": data " + data[2], data[0] + " " + data[1]);
        }
    }

    private static List<String[]> rows(Connection database, String query, String value) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String[] row = new String[result.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = result.getString(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** The same where a text stands for another. */
    Content replacing(String text, String other) {
        Map<String, String> replaced = new TreeMap<>(lines);
        replaced.replaceAll((name, line) -> line.replace(text, other));
        return new Content(replaced);
    }

    /** Fails where this is not what an undisturbed run left, with the first differences. */
    public void assertIs(Content undisturbed, Supplier<String> story) {
        Set<String> names = new TreeSet<>(lines.keySet());
        names.addAll(undisturbed.lines.keySet());
        List<String> different = names.stream()
                .filter(name -> !Objects.equals(lines.get(name), undisturbed.lines.get(name)))
                .map(name -> "%s%n    undisturbed: %s%n    here: %s".formatted(name, undisturbed.lines.get(name),
                        lines.get(name)))
                .toList();
        if (!different.isEmpty()) {
            fail("%d things are not as undisturbed, of %d:%n%s%n%s".formatted(different.size(), names.size(),
                    different.stream().limit(SHOWN).collect(Collectors.joining(System.lineSeparator())),
                    story.get()));
        }
    }
}
