package gridrun.execute;

import gridrun.store.Facts;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;

/**
 * The mark on a sweep that this program made its tables of just what is recorded of it. A command that finds it need
 * not make the tables of thousands of runs to see that they are as they would be.
 */
record TablesMark(Store store) {

    boolean isOn(Sweep sweep) {
        return sweep.facts().containsKey(Facts.TABLES_OF)
                && of(sweep.sweepId()).equals(Optional.of(sweep.facts().get(Facts.TABLES_OF)));
    }

    /** Marks a sweep whose tables are today's. */
    void put(Sweep sweep) {
        if (!isOn(sweep)) {
            of(sweep.sweepId()).ifPresent(mark -> store.amend(sweep.sweepId()).facts(Map.of(Facts.TABLES_OF, mark)));
        }
    }

    private Optional<String> of(String sweepId) {
        return program().map(program -> program + " " + store.checksum(sweepId));
    }

    /** The jar by its size and its time: a new one may write other tables. Classes in a directory have neither. */
    private static Optional<String> program() {
        try {
            CodeSource source = TablesMark.class.getProtectionDomain().getCodeSource();
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            return jar == null || !Files.isRegularFile(jar) ? Optional.empty()
                    : Optional.of(Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty(); // then the tables are made to see
        }
    }
}
