package gridrun.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checkpoints that a results directory has of runs that have not ended. */
public final class CheckpointFiles {

    private CheckpointFiles() {
    }

    private static List<Path> of(Path results) throws IOException {
        Path directory = results.resolve("checkpoints");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".checkpoint")).toList();
        }
    }

    /** The epochs that each has behind it, by the files' names. */
    public static Map<String, Integer> epochs(Path results) throws IOException {
        Map<String, Integer> epochs = new TreeMap<>();
        for (Path file : of(results)) {
            epochs.put(file.getFileName().toString(), Checkpoint.epochs(file));
        }
        return epochs;
    }

    /** When the newest was written; 0 where there is none. */
    public static long newestMs(Path results) throws IOException {
        long newest = 0;
        for (Path file : of(results)) {
            try {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            } catch (NoSuchFileException e) {
                newest = Math.max(newest, 0); // its run has ended meanwhile
            }
        }
        return newest;
    }
}
