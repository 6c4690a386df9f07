package gridrun.cli;

import gridrun.store.DurableFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that the command line names for something to be written.
 *
 * <p>What its name leads to is written, and stays what it is: through links, straight into a pipe or a device, and over
 * a file in its own mode and under its owner. A file is replaced as a whole where its directory allows that.
 *
 * @param option that names it
 * @param file what the name leads to
 */
record OutputFile(String option, Path file) {

    private static final int MOST_LINKS = 40;
    /** Where the system shows the files that a process has open, {@code /dev/stdout} among them. */
    private static final Path PROCESSES = Path.of("/proc");
    private static final Path DESCRIPTORS = Path.of("/dev/fd");

    /**
     * Looks where a name leads, before anything is run.
     *
     * @throws UsageException where nothing can be written there
     */
    static OutputFile of(String option, String text) {
        Path file;
        try {
            file = followed(CommonOptions.path(option, text).toAbsolutePath());
        } catch (IOException e) {
            throw refused(option, text, DurableFiles.reason(e));
        }
        String obstacle = obstacle(file);
        if (obstacle != null) {
            throw refused(option, text, obstacle);
        }
        return new OutputFile(option, file);
    }

    private static UsageException refused(String option, String text, String reason) {
        return new UsageException("--%s: the file '%s' cannot be written: %s".formatted(option, text, reason));
    }

    private static Path followed(Path named) throws IOException {
        Path file = named;
        for (int links = 0; !isOpenFile(file) && Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(named.toString(), null, "its symbolic links lead in a circle");
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    private static boolean isOpenFile(Path file) {
        return file.startsWith(PROCESSES) || file.startsWith(DESCRIPTORS);
    }

    private static String obstacle(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        if (Files.exists(file)) {
            return Files.isWritable(file) ? null : "permission denied";
        }
        Path directory = file.getParent();
        while (directory != null && !Files.exists(directory)) {
            directory = directory.getParent();
        }
        if (directory == null || !Files.isDirectory(directory)) {
            return "a file is where a directory should be";
        }
        return Files.isWritable(directory) ? null : "permission denied";
    }

    /** Writes it; where that fails, tells why. Returns the exit code. */
    int write(byte[] content, Terminal terminal) {
        try {
            write(content);
            return Exit.DONE;
        } catch (IOException e) {
            terminal.err().printf("--%s: cannot write %s: %s%n", option, file, DurableFiles.reason(e));
            return Exit.RUN_FAILED;
        }
    }

    private void write(byte[] content) throws IOException {
        if (isOpenFile(file) || Files.exists(file) && !Files.isRegularFile(file) || hasOtherNames()) {
            straight(content);
            return;
        }
        try {
            DurableFiles.replace(file, content);
        } catch (FileSystemException e) {
            // Its directory takes no file beside it, or its owner cannot be kept: the file itself may be written yet.
            straight(content);
        }
    }

    /** Whether hard links lead to it, which a new file in its place would leave behind. */
    private boolean hasOtherNames() throws IOException {
        return Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (int) Files.getAttribute(file, "unix:nlink") > 1;
    }

    /** What a process has open is written on, not begun anew: it may be a log. */
    private void straight(byte[] content) throws IOException {
        OpenOption[] options = isOpenFile(file)
                ? new OpenOption[] {StandardOpenOption.APPEND}
                : new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING};
        Files.write(file, content, options);
    }
}
