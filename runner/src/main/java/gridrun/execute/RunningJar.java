package gridrun.execute;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The jar that runs: another one may write other tables, and other reports. */
final class RunningJar {

    private RunningJar() {
    }

    /** It by its size and its time; empty for classes in a directory, which have neither. */
    static Optional<String> identity() {
        try {
            CodeSource source = RunningJar.class.getProtectionDomain().getCodeSource();
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            return jar == null || !Files.isRegularFile(jar) ? Optional.empty()
                    : Optional.of(Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty(); // then tables are made to see whether they are today's
        }
    }
}
