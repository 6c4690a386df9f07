package gridrun.data;

import gridrun.config.FilePath;
import gridrun.config.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /**
     * A file that a setting names.
     *
     * @throws UnreadableFile if it is there and no regular file
     */
    static OwnFile of(String setting, FilePath named) {
        return new OwnFile(setting, named.path()).unless(InputFile.refusal(named.path()));
    }

    /**
     * A file that the command line names.
     *
     * @throws UnreadableFile if it is there and neither a regular file nor one that this process has open
     */
    static OwnFile given(String setting, Path named) {
        return new OwnFile(setting, named).unless(InputFile.refusalOfGiven(named));
    }

    private OwnFile unless(String refusal) {
        if (refusal != null) {
            throw wrong(shown() + " " + refusal);
        }
        return this;
    }

    /** The path as messages show it: from the working directory where the file is below it. */
    String shown() {
        return shown(path);
    }

    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        String below = path.startsWith(here) ? here.relativize(path).toString() : path.toString();
        return below.isEmpty() ? "." : below;
    }

    UnreadableFile wrong(String problem) {
        return new UnreadableFile(setting, problem);
    }

    UnreadableFile unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return wrong("there is no file " + shown());
        }
        if (e instanceof ZipException) {
            return wrong("%s is no gzip file: %s".formatted(shown(), e.getMessage()));
        }
        return wrong("cannot read %s: %s".formatted(shown(), Download.reason(e)));
    }

    /** All bytes as they are. */
    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isZipped() {
        return path.toString().endsWith(".gz");
    }

    /** The most bytes that its content can have. */
    long mostBytes() throws IOException {
        return !Files.isRegularFile(path) ? Long.MAX_VALUE : Files.size(path) * (isZipped() ? Gzip.MOST_OF_A_BYTE : 1);
    }

    /** The content, decompressed where it is compressed. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return isZipped() ? Gzip.open(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
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
