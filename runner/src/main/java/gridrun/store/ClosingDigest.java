package gridrun.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksum of a database as the last process that used it left it, in a file beside it. Whatever changes in between
 * is damage, also where the database would not notice. It is a CRC-32C, which the processor computes as fast as the
 * file can be read: every command waits for it.
 *
 * <p>The file is there only while nobody uses the database. A process that is killed leaves none, but a write-ahead
 * log: then pages and seals are looked at instead. All of this happens under the lock that guards opening.
 */
final class ClosingDigest {

    /** What the file is called behind the database's name. */
    static final String SUFFIX = ".crc32c";
    /** That of a slower checksum, which earlier versions wrote and would take for today's. */
    private static final String FORMER_SUFFIX = ".sha256";

    private final Path database;
    private final Path file;

    ClosingDigest(Path database) {
        this.database = database;
        this.file = database.resolveSibling(database.getFileName() + SUFFIX);
    }

    /** Whether the database is as it was left; false where that is not known, as after a crash. */
    boolean isProven() throws IOException {
        if (!Files.exists(file) || hasLog()) {
            return false;
        }
        if (!Files.isRegularFile(file) || !text(file).strip().equals(ofDatabase())) {
            throw new StoreException(
                    database + " is damaged: it is not as the last command left it; " + Database.WAY_OUT);
        }
        return true;
    }

    /** Whatever the file's bytes are: it may be damaged, too. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /** Before anybody changes the database. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(database.resolveSibling(database.getFileName() + FORMER_SUFFIX));
    }

    /** After the last connection has been closed; where another process still has one, there is a log. */
    void write() throws IOException {
        if (Files.exists(database) && !hasLog()) {
            byte[] content = (ofDatabase() + "\n").getBytes(StandardCharsets.US_ASCII);
            try { // what was written is forced to the disk, which may refuse it only then
                DurableFiles.write(file, content);
            } catch (IOException e) {
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
            CRC32C checksum = new CRC32C();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
            return HexFormat.of().toHexDigits((int) checksum.getValue());
        }
    }
}
