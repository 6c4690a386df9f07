package gridrun.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite's own library, which is unpacked from its driver into a directory and loaded from there: the temporary one,
 * or, where that is missing or may hold no programs, one of ours.
 *
 * <p>The driver would unpack it, too, and then compare the megabyte with the original, byte by byte in cold code.
 */
final class NativeLibrary {

    /** The driver's settings of where it unpacks, and of where it finds what somebody else has unpacked. */
    private static final String UNPACKED_BY_DRIVER = "org.sqlite.tmpdir";
    private static final String UNPACKED = "org.sqlite.lib.path";
    private static final String USUAL = System.getProperty(UNPACKED_BY_DRIVER, System.getProperty("java.io.tmpdir"));
    private static final String NAME = System.mapLibraryName("sqlitejdbc");
    /**
     * What the library may be of. The driver starts a process and looks at all memory maps to tell one Linux from
     * another, which takes longer than to try the usual one.
     */
    private static final List<Supplier<String>> SYSTEMS = System.getProperty("os.name").equals("Linux")
            ? List.of(() -> "Linux/" + OSInfo.getArchName(), OSInfo::getNativeLibFolderPathForCurrentOS)
            : List.of(OSInfo::getNativeLibFolderPathForCurrentOS);

    private static boolean loaded;

    private NativeLibrary() {
    }

    /** Loads it, once a process, from the temporary directory alone; returns whether it is loaded. */
    static synchronized boolean load() {
        loaded = loaded || SYSTEMS.stream().anyMatch(system -> isLoadedFrom(USUAL, system.get()));
        return loaded;
    }

    /**
     * Loads it, once a process.
     *
     * @param own directory that is there
     * @throws StoreException if it can be loaded from neither directory
     */
    static synchronized void load(Path own) {
        loaded = load() || SYSTEMS.stream().anyMatch(system -> isLoadedFrom(own.toString(), system.get()));
        if (!loaded) {
            throw new StoreException("SQLite's library cannot be loaded from %s, nor from %s: ".formatted(USUAL, own)
                    + "one of them must be there, with room, writable and not mounted noexec; "
                    + "java -Djava.io.tmpdir=DIR chooses another");
        }
    }

    private static boolean isLoadedFrom(String directory, String system) {
        Path unpacked = null;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(
                "/org/sqlite/native/" + system + "/" + NAME)) {
            unpacked = Files.createTempDirectory(Path.of(directory), "sqlite-");
            Files.copy(library, unpacked.resolve(NAME));
            System.setProperty(UNPACKED, unpacked.toString());
            System.setProperty(UNPACKED_BY_DRIVER, directory);
            return SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // The driver's carries a list of what was tried and no reason; the next directory is tried.
            return false;
        } finally {
            delete(unpacked);
        }
    }

    /** It is not needed any more once it is loaded. */
    private static void delete(Path unpacked) {
        if (unpacked != null) {
            try {
                Files.deleteIfExists(unpacked.resolve(NAME));
                Files.deleteIfExists(unpacked);
            } catch (IOException e) {
                // Windows keeps what is loaded.
                unpacked.toFile().deleteOnExit();
                unpacked.resolve(NAME).toFile().deleteOnExit();
            }
        }
    }
}
