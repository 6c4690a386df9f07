package gridrun.data;

import gridrun.config.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * A file of the user's, and why it cannot be read.
 *
 * @param setting the setting of the data set that names it
 */
record OwnFile(String setting, Path path) {

    static OwnFile of(String setting, FilePath named) {
        return new OwnFile(setting, named.path());
    }

    /** The path as messages show it: from the working directory where the file is below it. */
    String shown() {
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    UnreadableFile wrong(String problem) {
        return new UnreadableFile(setting, problem);
    }

    UnreadableFile unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return wrong("there is no file " + shown());
        }
        return wrong(Files.isDirectory(path) ? shown() + " is a directory, not a file"
                : "cannot read %s: %s".formatted(shown(), Download.reason(e)));
    }

    /** All bytes as they are. */
    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The whole content, decompressed where the name ends in {@code .gz}. */
    byte[] content() {
        try {
            byte[] bytes = bytes();
            return path.toString().endsWith(".gz") ? DataDirectory.unzip(bytes) : bytes;
        } catch (ZipException e) {
            throw wrong("%s is no gzip file: %s".formatted(shown(), e.getMessage()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What changes when the file does; a text of its own where there is no such file. */
    String stamp() {
        try {
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return "absent";
        }
    }
}
