package gridrun.data;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the files of data sets are, and the one way to their content: every file is checked by its hash.
 *
 * <p>A file that is absent is downloaded, once. Content that was read stays in memory while there is room, so that the
 * runs of a sweep read it once. Safe for use by several threads.
 */
public final class DataDirectory {

    private final Path root;
    private final Download download;
    private final Map<KnownFile, SoftReference<byte[]>> read = new HashMap<>();

    /**
     * @param root the directory; it need not exist
     * @param download brings what is absent
     */
    public DataDirectory(Path root, Download download) {
        this.root = root;
        this.download = download;
    }

    /**
     * The directory that a user means.
     *
     * @param given the one on the command line, or null
     * @param environment the process's environment: GRIDRUN_DATA_DIR, XDG_CACHE_HOME
     */
    public static Path locate(Path given, Map<String, String> environment) {
        if (given != null) {
            return given;
        }
        String named = environment.getOrDefault("GRIDRUN_DATA_DIR", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return caches.resolve("gridrun").resolve("data");
    }

    /** The directory's path. */
    public Path root() {
        return root;
    }

    /** Makes sure that files are there and intact; downloads what is absent. */
    void fetch(KnownFile... files) throws IOException {
        for (KnownFile file : files) {
            content(file);
        }
    }

    /** The decompressed, checked content of a file; shared, not to be changed. */
    synchronized byte[] content(KnownFile file) throws IOException {
        SoftReference<byte[]> reference = read.get(file);
        byte[] content = reference == null ? null : reference.get();
        if (content == null) {
            content = open(file);
            read.put(file, new SoftReference<>(content));
        }
        return content;
    }

    private byte[] open(KnownFile file) throws IOException {
        Path plain = root.resolve(file.path());
        Path zipped = root.resolve(file.path() + ".gz");
        if (Files.exists(plain)) {
            return check(plain, file, readable(plain, Files::readAllBytes));
        }
        if (!Files.exists(zipped)) {
            download.fetch(file, zipped);
        }
        return check(zipped, file, readable(zipped, DataDirectory::unzip));
    }

    private interface Reader {
        byte[] read(Path path) throws IOException;
    }

    private static byte[] readable(Path path, Reader reader) throws DataUnavailable {
        try {
            return reader.read(path);
        } catch (IOException e) {
            throw new DataUnavailable(
                    "cannot read %s: %s; delete it to download it again".formatted(path, Download.reason(e)), e);
        }
    }

    private static byte[] unzip(Path path) throws IOException {
        return Gzip.content(path, KnownFile.MOST_BYTES);
    }

    private static byte[] check(Path path, KnownFile file, byte[] content) throws DataUnavailable {
        String found = Sha256.digest().bytes(content).hex();
        if (!found.equals(file.sha256())) {
            throw new DataUnavailable("""
                    %s is damaged or another file: the SHA-256 of its content is
                      %s, not
                      %s; delete it to download it again""".formatted(path, found, file.sha256()));
        }
        return content;
    }
}
