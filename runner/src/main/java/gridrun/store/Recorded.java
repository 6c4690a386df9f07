package gridrun.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a results directory holds. Each question is answered from one state of the database, on any thread. */
abstract sealed class Recorded permits Store {

    private final Path directory;
    private final Database database;
    private final Sql reader;
    /** Used with the reader locked. */
    private final LastRead<List<Run>> lastRuns = new LastRead<>();
    private final LastRead<String> lastChecksum = new LastRead<>();

    /** @param directory with the files */
    Recorded(Path directory, Database database) throws SQLException {
        this.directory = directory;
        this.database = database;
        this.reader = database.connection();
    }

    /** The results directory, absolute. */
    public Path directory() {
        return directory;
    }

    /** How a run ended; empty where it has not, or was never planned. */
    public Optional<Outcome> outcome(String runKey) {
        return read(reads -> reads.outcome(runKey));
    }

    /** The run with everything but its metrics' history; its name is that in the sweep that planned it first. */
    public Optional<Run> run(String runKey) {
        return read(reads -> {
            Optional<Long> id = reads.id(runKey);
            return id.isEmpty() ? Optional.empty() : Optional.of(reads.run(id.get()));
        });
    }

    /** The same as one of its sweeps has it, by that sweep's name of it. */
    public Optional<Run> run(String sweepId, String runKey) {
        return read(reads -> {
            Optional<Long> id = reads.id(runKey);
            return id.isEmpty() ? Optional.empty() : reads.run(id.get(), sweepId);
        });
    }

    /** The runs of a sweep in the order of its newest plan; those that only earlier plans had come last. */
    public List<Run> runs(String sweepId) {
        return read(reads -> runs(reads, sweepId));
    }

    private List<Run> runs(Queries reads, String sweepId) throws SQLException {
        return lastRuns.of(reads, sweepId, () -> {
            Optional<Long> id = reads.id(sweepId);
            return id.isEmpty() ? List.of() : reads.runs(id.get(), EnumSet.allOf(Detail.class));
        });
    }

    /**
     * The same runs with less to read.
     *
     * @param details what they come with, beside their settings and figures
     */
    public List<Run> runs(String sweepId, Set<Detail> details) {
        return read(reads -> {
            Optional<Long> id = reads.id(sweepId);
            return id.isEmpty() ? List.of() : reads.runs(id.get(), details);
        });
    }

    /** The runs of an experiment that have their result; those that were planned last come last. */
    public List<Trained> trained(String experiment) {
        return read(reads -> reads.trained(experiment));
    }

    /** A run's settings by their full names; none where it was never planned. */
    public Map<String, String> params(String runKey) {
        return read(reads -> reads.params(reads.id(runKey).orElse(-1L)));
    }

    /** Where a sweep's plan had the files that a run's settings name, by the settings' full names. */
    public Map<String, String> files(String sweepId, String runKey) {
        return read(reads -> reads.files(reads.id(sweepId).orElse(-1L), reads.id(runKey).orElse(-1L)));
    }

    /** The sweep, if it was planned. */
    public Optional<Sweep> sweep(String sweepId) {
        return read(reads -> {
            Optional<Long> id = reads.id(sweepId);
            return id.isEmpty() ? Optional.empty() : reads.sweep(id.get());
        });
    }

    /** The sweeps of an experiment, the newest plan first. */
    public List<Sweep> sweeps(String experiment) {
        return sweeps(Optional.of(experiment));
    }

    /** All sweeps, the newest plan first. */
    public List<Sweep> sweeps() {
        return sweeps(Optional.empty());
    }

    /** The names of all experiments, the one that was planned last first. */
    public List<String> experiments() {
        return sweeps().stream().map(Sweep::experiment).distinct().toList();
    }

    /** The history of a run's metrics by step, then key. */
    public List<MetricValue> metrics(String runKey) {
        return read(reads -> reads.metrics(reads.id(runKey).orElse(-1L)));
    }

    /** The history of one metric by step. */
    public List<MetricValue> metrics(String runKey, String key) {
        return read(reads -> reads.metrics(reads.id(runKey).orElse(-1L), key));
    }

    /** Where a run's artifacts are. */
    public Path runDirectory(String runKey) {
        return Queries.runDirectory(directory, runKey);
    }

    /** Where a sweep's artifacts are. */
    public Path sweepDirectory(Sweep sweep) {
        return Queries.sweepDirectory(directory, sweep.experiment(), sweep.sweepId());
    }

    /** The files of a run that are gone, or have another size than they had. */
    public List<String> lostFiles(Run run) {
        return lost(runDirectory(run.runKey()), run.artifacts());
    }

    /** The same of a sweep. */
    public List<String> lostFiles(Sweep sweep) {
        return lost(sweepDirectory(sweep), sweep.artifacts());
    }

    private static List<String> lost(Path files, List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> !DurableFiles.isThere(files.resolve(artifact.path()), artifact.size()))
                .map(Artifact::path).toList();
    }

    /**
     * The checksum of all that is recorded of a sweep and its runs, but for the sweep's pictures and pages and for what
     * says what was made of them: another one as soon as anything is recorded that a table could show.
     */
    public String checksum(String sweepId) {
        return read(reads -> checksum(reads, sweepId));
    }

    private String checksum(Queries reads, String sweepId) throws SQLException {
        return lastChecksum.of(reads, sweepId, () -> reads.checksum(reads.id(sweepId).orElseThrow()));
    }

    /** A sweep that was planned, and its runs, of one moment. */
    public SweepSnapshot snapshot(String sweepId) {
        return read(reads -> new SweepSnapshot(reads.sweep(reads.id(sweepId).orElseThrow()).orElseThrow(),
                runs(reads, sweepId), checksum(reads, sweepId)));
    }

    /** A number that is another one when another process, or another store of this one, has committed something. */
    public long version() {
        return read(Queries::version);
    }

    /** Something that is read in one transaction. */
    @FunctionalInterface
    interface Query<T> {
        T run(Queries reads, Sql sql) throws SQLException;
    }

    <T> T query(Query<T> query) {
        synchronized (reader) {
            try {
                reader.beginReading();
                try {
                    return query.run(new Queries(reader, directory), reader);
                } finally {
                    reader.rollback();
                }
            } catch (SQLException e) {
                throw database.explained(e);
            }
        }
    }

    <T> T read(Reading<T> reading) {
        return query((reads, sql) -> reading.run(reads));
    }

    @FunctionalInterface
    interface Reading<T> {
        T run(Queries reads) throws SQLException;
    }

    private List<Sweep> sweeps(Optional<String> experiment) {
        return read(reads -> {
            List<Sweep> sweeps = new ArrayList<>();
            for (long id : reads.sweeps(experiment)) {
                reads.sweep(id).ifPresent(sweeps::add);
            }
            return sweeps;
        });
    }

    void closeReader() {
        synchronized (reader) {
            try {
                reader.close();
            } catch (SQLException e) {
                throw database.explained(e);
            }
        }
    }
}
