package gridrun.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a database that this user cannot write, in a temporary directory: SQLite reads no write-ahead log where it
 * cannot write, and an older schema is brought up to date there too.
 */
final class DatabaseCopy {

    private static final List<String> PARTS = List.of("", "-wal", ClosingDigest.SUFFIX);

    private DatabaseCopy() {
    }

    /** Copies it; returns the directory. */
    static Path of(Path database) throws IOException {
        Path home = temporary();
        try {
            for (String part : PARTS) {
                Path from = database.resolveSibling(database.getFileName() + part);
                if (Files.exists(from)) {
                    Files.write(home.resolve(from.getFileName()), Files.readAllBytes(from));
                }
            }
            return home;
        } catch (IOException e) {
            delete(home);
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("gridrun-");
        } catch (IOException e) {
            throw new StoreException(("results that cannot be written are read from a copy, for which the temporary "
                    + "directory %s is of no use: %s; java -Djava.io.tmpdir=DIR chooses another").formatted(
                            System.getProperty("java.io.tmpdir"), DurableFiles.reason(e)),
                    e);
        }
    }

    /** @param home null where there is none */
    static void delete(Path home) {
        if (home == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new StoreException(home + " cannot be deleted: " + DurableFiles.reason(e), e);
        }
    }
}
