package gridrun.store;

import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own library, which its driver unpacks into a directory and loads from there: the temporary one, or, where
 * that is missing or may hold no programs, one of ours.
 */
final class NativeLibrary {

    /** The driver's setting of where it unpacks. */
    private static final String DIRECTORY = "org.sqlite.tmpdir";

    private NativeLibrary() {
    }

    /**
     * Loads it, once a process.
     *
     * @param own directory that is there
     * @throws StoreException if it can be loaded from neither directory
     */
    static synchronized void load(Path own) {
        String usual = System.getProperty(DIRECTORY, System.getProperty("java.io.tmpdir"));
        if (isLoadedFrom(usual) || isLoadedFrom(own.toString())) {
            return;
        }
        throw new StoreException(("SQLite's library cannot be loaded from %s, nor from %s: one of them must be there, "
                + "writable and not mounted noexec; java -Djava.io.tmpdir=DIR chooses another").formatted(usual, own));
    }

    private static boolean isLoadedFrom(String directory) {
        System.setProperty(DIRECTORY, directory);
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // It carries a list of what was tried and no reason; the next directory is tried.
            return false;
        }
    }
}
