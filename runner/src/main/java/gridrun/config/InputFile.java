package gridrun.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files are read: regular ones, for a pipe may never speak, a device may never end, and what the system shows as
 * files of its own may do either.
 */
public final class InputFile {

    private static final List<Path> OF_THE_SYSTEM = List.of(Path.of("/dev"), Path.of("/proc"), Path.of("/sys"));
    private static final List<Path> DESCRIPTORS =
            List.of(Path.of("/dev/fd"), Path.of("/dev/stdin"), Path.of("/proc/self/fd"));

    private InputFile() {
    }

    /** Why a file that a file names is not read, as in "is a directory"; null where it may be, or is absent. */
    public static String refusal(Path file) {
        if (Files.isDirectory(file)) {
            return "is a directory, not a file";
        }
        boolean read = !Files.exists(file) || Files.isRegularFile(file) && !isOfTheSystem(file);
        return read ? null : "is no regular file, but a pipe or a device, or one of the system's";
    }

    /** The same for a file that the command line names, which may be one that this process was given open. */
    public static String refusalOfGiven(Path file) {
        boolean open = DESCRIPTORS.stream().anyMatch(file.toAbsolutePath()::startsWith);
        return open ? null : refusal(file);
    }

    private static boolean isOfTheSystem(Path file) {
        try {
            Path real = file.toRealPath();
            return OF_THE_SYSTEM.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false; // reading it says why
        }
    }
}
