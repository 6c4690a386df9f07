package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a program calls to run experiments is no command line. */
class SilenceTest {

    private static final Path SOURCES = Path.of("src/main/java/gridrun").toAbsolutePath();
    private static final Pattern COMMAND_LINE = Pattern.compile(
            "System\\.(out|err|exit|setOut|setErr)\\b|printStackTrace\\(\\)|Locale\\.setDefault|Runtime.*\\.(exit|halt)\\("
                    + "|addShutdownHook|org\\.apache\\.commons\\.cli|me\\.tongfei|gridrun\\.cli\\b");

    private static List<String> using(Path source) {
        try {
            return COMMAND_LINE.matcher(Files.readString(source)).results()
                    .map(use -> SOURCES.relativize(source) + ": " + use.group()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("The command line alone prints, ends the process and knows arguments and terminals")
    void sources_outsideTheCommandLine_useNothingOfIt() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> sources = all.filter(path -> path.toString().endsWith(".java")).toList();
            assertTrue(sources.stream().anyMatch(path -> path.endsWith("session/Session.java")));
            assertEquals(List.of(), sources.stream().filter(path -> !path.startsWith(SOURCES.resolve("cli")))
                    .flatMap(path -> using(path).stream()).toList());
        }
    }
}
