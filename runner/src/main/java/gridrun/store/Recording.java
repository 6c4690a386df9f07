package gridrun.store;

import gridrun.text.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pen of one running run or sweep. All methods hand over and return; {@link #finish} returns when everything
 * is on the disk. Safe for several threads.
 */
public final class Recording implements AutoCloseable {

    /** The artifact that tells why a run failed, and is gone when it is tried again. */
    static final String ERROR_LOG = "error.log";

    private final Writer writer;
    private final long entry;
    private final Path directory;
    private final FileLocks.Held sharedLock;
    private boolean closed;

    Recording(Writer writer, long entry, Path directory, FileLocks.Held sharedLock) {
        this.writer = writer;
        this.entry = entry;
        this.directory = directory;
        this.sharedLock = sharedLock;
    }

    /**
     * Records values of one step; of a (key, step) that is recorded already, the first value and time stand.
     *
     * @param step the epoch; of a summary value the epoch that it describes
     * @param epochMillis when they were measured, milliseconds since 1970
     */
    public void metrics(long step, long epochMillis, Map<String, Double> values) {
        List<MetricValue> metrics = new ArrayList<>(values.size());
        values.forEach((key, value) -> metrics.add(new MetricValue(key, step, epochMillis, value)));
        writer.submit(sql -> EntryChanges.metrics(sql, entry, metrics));
    }

    /** Records one value. */
    public void metric(String key, long step, long epochMillis, double value) {
        metrics(step, epochMillis, Map.of(key, value));
    }

    /** Records facts by the names of {@link Facts}, over earlier values. */
    public void facts(Map<String, String> facts) {
        Map<String, String> copy = new LinkedHashMap<>(facts);
        writer.submit(sql -> EntryChanges.facts(sql, entry, copy));
    }

    /** Records facts by the names of {@link Facts} that the command's other runs have, too, over earlier values. */
    public void surroundings(Map<String, String> facts) {
        Map<String, String> copy = new LinkedHashMap<>(facts);
        writer.submit(sql -> EntryChanges.surroundings(sql, entry, copy));
    }

    /** Sets the user's tags, over earlier values. */
    public void tags(Map<String, String> tags) {
        Map<String, String> copy = new LinkedHashMap<>(tags);
        writer.submit(sql -> EntryChanges.tags(sql, entry, copy));
    }

    /** Sets tags that are this run's own: no later plan changes them. Those of an earlier start are no more its own. */
    public void ownTags(Map<String, String> tags) {
        Map<String, String> copy = new LinkedHashMap<>(tags);
        writer.submit(sql -> EntryChanges.ownTags(sql, entry, copy));
    }

    /** Records a data set that was read. */
    public void dataset(DatasetInput input) {
        writer.submit(sql -> EntryChanges.dataset(sql, entry, input));
    }

    /** Writes a file into the artifact directory, forced to disk, then records it. */
    public Artifact artifact(String path, byte[] content) {
        return artifacts(Map.of(path, content)).get(0);
    }

    /**
     * Writes several files into the artifact directory, forced to disk, then records them.
     *
     * @param contents by relative path; a path that is there already is replaced
     * @throws StoreException if they cannot be written
     */
    public List<Artifact> artifacts(Map<String, byte[]> contents) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        List<Artifact> artifacts = new ArrayList<>();
        contents.forEach((path, content) -> {
            ArtifactPaths.check(path);
            files.put(directory.resolve(path), content);
            artifacts.add(new Artifact(path, content.length, DurableFiles.sha256(content)));
        });
        writer.database().requirePresence();
        try {
            DurableFiles.writeAll(files);
        } catch (IOException e) {
            throw new StoreException("cannot write into " + directory + ": " + DurableFiles.reason(e), e);
        }
        writer.submit(sql -> EntryChanges.artifacts(sql, entry, artifacts));
        return artifacts;
    }

    /** Where the artifacts go; it may not exist yet. */
    public Path directory() {
        return directory;
    }

    /**
     * Commits the end: when this returns, everything that was recorded is on the disk. Files may be added afterwards.
     */
    public void finish(Outcome outcome, long endMs) {
        writer.commit(sql -> EntryChanges.finish(sql, entry, outcome, null, endMs));
        close();
    }

    /**
     * Commits the end in failure.
     *
     * @param error the reason, in a line
     * @param log all that is known of it, a file
     */
    public void fail(String error, String log, long endMs) {
        artifact(ERROR_LOG, log.getBytes(StandardCharsets.UTF_8));
        writer.commit(sql -> EntryChanges.finish(sql, entry, Outcome.FAILED, Visible.text(error), endMs));
        close();
    }

    /** Lets go of a sweep's lock; without an end the next command takes it for cut off. */
    @Override
    public synchronized void close() {
        if (sharedLock != null && !closed) {
            closed = true;
            sharedLock.close();
        }
    }

}
