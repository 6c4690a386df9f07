package gridrun.tracking;

import gridrun.store.DurableFiles;
import gridrun.tracking.MlflowException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a run's artifacts belong, by the address that the server gave them: behind the server itself, or in a directory
 * that it shares with us.
 */
final class ArtifactStore {

    private static final String PROXIED = "mlflow-artifacts:";

    /** One thread must not take a directory away in which another is about to write. */
    private static final Object TREE = new Object();

    private final String address;

    ArtifactStore(String address) {
        this.address = address;
    }

    boolean isProxied() {
        return address.startsWith(PROXIED);
    }

    /** The path behind the server's proxy. */
    String proxied() {
        return address.replaceFirst("^" + PROXIED + "(//[^/]*)?/*", "");
    }

    /** @throws MlflowException {@link Kind#REJECTED} for a store that only its own client can write */
    void check() throws MlflowException {
        if (!isProxied()) {
            directory();
        }
    }

    /** Puts a file into the directory. */
    void copy(String path, byte[] content) throws MlflowException {
        Path file = directory().resolve(path);
        try {
            synchronized (TREE) {
                Files.createDirectories(file.getParent());
                DurableFiles.write(file, content);
            }
        } catch (IOException e) {
            String message = "the server's artifacts belong into %s, which cannot be written: %s";
            throw new MlflowException(
                    Kind.REJECTED, message.formatted(directory(), DurableFiles.reason(e)), null, e);
        }
    }

    /** Deletes a file from the directory, where it is. */
    void delete(String path) throws MlflowException {
        Path file = directory().resolve(path);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new MlflowException(Kind.REJECTED,
                    "%s cannot be deleted: %s".formatted(file, DurableFiles.reason(e)), null, e);
        }
    }

    /** Takes away again what the server does not see: its directory of that name is another machine's. */
    MlflowException unseen(String path) throws MlflowException {
        Path directory = directory();
        try {
            synchronized (TREE) {
                Path file = directory.resolve(path);
                while (file != null && (!Files.isDirectory(file) || isEmpty(file))) {
                    Files.deleteIfExists(file);
                    file = file.getParent();
                }
            }
        } catch (IOException e) {
            return new MlflowException(Kind.REJECTED, DurableFiles.reason(e), null, e);
        }
        return new MlflowException(Kind.REJECTED, "the server keeps artifacts in a directory of its own machine, "
                + directory + "; start it with --serve-artifacts");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private Path directory() throws MlflowException {
        try {
            if (address.regionMatches(true, 0, "file:", 0, 5)) {
                return Path.of(URI.create(address));
            }
            Path path = Path.of(address);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    /** A login may be in the address, so its scheme alone is shown. */
    private MlflowException unusable(Exception cause) {
        return new MlflowException(Kind.REJECTED, ("the server does not take artifacts itself, and Gridrun cannot "
                + "write to where they belong (%s); start it with --serve-artifacts")
                .formatted(address.replaceFirst("(?s):.*", ":").toLowerCase(Locale.ROOT)), null, cause);
    }
}
