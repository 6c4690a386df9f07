package gridrun.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 of a database as the last process that used it left it, in a file beside it. Whatever changes in between
 * is damage, also where the database would not notice.
 *
 * <p>The file is there only while nobody uses the database. A process that is killed leaves none, but a write-ahead
 * log: then pages and seals are looked at instead. All of this happens under the lock that guards opening.
 */
final class ClosingDigest {

    private final Path database;
    private final Path file;

    ClosingDigest(Path database) {
        this.database = database;
        this.file = database.resolveSibling(database.getFileName() + ".sha256");
    }

    /** Whether the database is as it was left; false where that is not known, as after a crash. */
    boolean isProven() throws IOException {
        if (!Files.exists(file) || hasLog()) {
            return false;
        }
        if (!Files.readString(file).strip().equals(ofDatabase())) {
            throw new StoreException(
                    database + " is damaged: it is not as the last command left it; " + Database.WAY_OUT);
        }
        return true;
    }

    /** Before anybody changes the database. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** After the last connection has been closed; where another process still has one, there is a log. */
    void write() throws IOException {
        if (Files.exists(database) && !hasLog()) {
            byte[] content = (ofDatabase() + "\n").getBytes(StandardCharsets.US_ASCII);
            try {
                DurableFiles.write(file, content);
            } catch (FileSystemException e) {
                forget(); // no room, or no right: the next command looks at pages and seals instead
            }
        }
    }

    private boolean hasLog() throws IOException {
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    private String ofDatabase() throws IOException {
        try (InputStream in = Files.newInputStream(database)) {
            MessageDigest digest = DurableFiles.sha256();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
