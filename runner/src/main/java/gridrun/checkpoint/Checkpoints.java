package gridrun.checkpoint;

import gridrun.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkpoints in a results directory: {@code KEY.checkpoint} of a run that has not ended, {@code KEY.end} of the
 * longest of those runs that differ in their epochs alone.
 */
public final class Checkpoints {

    private static final String RUNNING = ".checkpoint";
    private static final String ENDED = ".end";

    private final Path directory;

    /** @param results the results directory */
    public Checkpoints(Path results) {
        this.directory = results.resolve("checkpoints");
    }

    /**
     * What a run goes on from: its own checkpoint, else the end of a shorter one.
     *
     * @param warn is told of a file that cannot be used, in one line
     */
    Optional<Checkpoint> latest(RunIdentity run, Consumer<String> warn) {
        Optional<Checkpoint> own = read(file(run.key(), RUNNING), run.key(), run, warn);
        return own.isPresent() || run.lineage() == null ? own
                : read(file(run.lineage(), ENDED), run.lineage(), run, warn)
                        .filter(end -> end.epochs().size() <= run.epochs());
    }

    /** Where a run begins. */
    public enum Beginning {

        START(null), CHECKPOINT("from a checkpoint"), SHORTER_RUN("from the end of a shorter run");

        private final String words;

        Beginning(String words) {
            this.words = words;
        }

        /** How a plan says it; null where it need not be said. */
        public String words() {
            return words;
        }
    }

    /** Where a run is likely to begin: what is there is looked at when it does. */
    public Beginning beginning(RunIdentity run) {
        if (Files.exists(file(run.key(), RUNNING))) {
            return Beginning.CHECKPOINT;
        }
        return run.lineage() != null && isShorter(file(run.lineage(), ENDED), run) ? Beginning.SHORTER_RUN
                : Beginning.START;
    }

    private static boolean isShorter(Path end, RunIdentity run) {
        try {
            return Files.exists(end) && Checkpoint.epochs(end) <= run.epochs();
        } catch (IOException e) {
            return false; // the run itself tells that it cannot be read
        }
    }

    /** Whether there may be any. */
    public boolean areThere() {
        return Files.isDirectory(directory);
    }

    private static Optional<Checkpoint> read(Path file, String key, RunIdentity run, Consumer<String> warn) {
        String why;
        if (!file.getParent().toFile().exists()) { // most commands write none, and need not try for each run
            return Optional.empty();
        }
        try {
            Checkpoint found = Checkpoint.of(Files.readAllBytes(file));
            if (found.key().equals(key)) {
                return Optional.of(found);
            }
            why = found.version().equals(run.version()) ? "is of another run" : "is of other data or another version";
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (Checkpoint.Damaged e) {
            why = "is damaged";
        } catch (IOException e) {
            why = "cannot be read: " + DurableFiles.reason(e);
        }
        warn.accept("%s: the checkpoint %s %s and is not used".formatted(run.name(), file, why));
        return Optional.empty();
    }

    void write(Checkpoint checkpoint) throws IOException {
        DurableFiles.write(file(checkpoint.key(), RUNNING), checkpoint.bytes());
    }

    /** Keeps a run's end in place of its checkpoint, unless that of a longer one is there. */
    void writeEnd(Checkpoint end, RunIdentity run) throws IOException {
        Path file = file(run.lineage(), ENDED);
        boolean longer = read(file, run.lineage(), run, line -> {})
                .filter(there -> there.epochs().size() >= end.epochs().size()).isPresent();
        if (!longer) {
            DurableFiles.write(file, end.of(run.lineage()).bytes());
        }
    }

    void delete(String runKey) throws IOException {
        if (directory.toFile().exists()) {
            Files.deleteIfExists(file(runKey, RUNNING));
        }
    }

    /** Deletes what kills have left behind: the checkpoints of runs that need none any more, and half files. */
    public void prune(Collection<String> runKeys) throws IOException {
        if (!areThere()) {
            return;
        }
        DurableFiles.deleteLeftovers(directory);
        Set<String> there;
        try (Stream<Path> files = Files.list(directory)) {
            there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        for (String key : runKeys) {
            if (there.contains(file(key, RUNNING).getFileName().toString())) {
                delete(key);
            }
        }
    }

    private Path file(String key, String kind) {
        return directory.resolve(key.substring(0, Math.min(16, key.length())) + kind);
    }
}
