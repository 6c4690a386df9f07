package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a newcomer follows with the keyboard. The commands of a page are run in their order, and each block of text
 * below a command must stand in what that printed, to the letter; {@code ...} leaves out any number of lines.
 */
@Tag("long")
class TourTest {

    private static final Path ROOT = Path.of("..");
    private static final String COMMAND = "java -jar runner.jar ";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\\n(.*?)^```$");
    /** A link to a file, the rest of that sentence, and a block of what is in the file. */
    private static final Pattern FILE =
            Pattern.compile("\\[[^]]+]\\((?:docs/)?(tour/[^)]+)\\)[^`]*```(?:csv|yaml)\\n([^`]*)```");

    @TempDir
    Path results;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md"})
    void commands_printWhatThePageShows(String page) throws IOException {
        String printed = "";
        int compared = 0;
        for (MatchResult block : BLOCK.matcher(Files.readString(ROOT.resolve(page))).results().toList()) {
            if (block.group(1).equals("sh")) {
                for (String command : block.group(2).lines().filter(line -> line.startsWith(COMMAND)).toList()) {
                    printed = run(command);
                }
            } else {
                assertShown(printed, block.group(2));
                compared++;
            }
        }
        assertTrue(compared > 0, page);
    }

    @Test
    void filesOfTheTour_areThoseOfTheDirectory() throws IOException {
        String pages = Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/tutorial.md"));
        List<MatchResult> files = FILE.matcher(pages).results().toList();
        assertEquals(List.of("tour/penguins.csv", "tour/penguins.yaml", "tour/images.yaml"),
                files.stream().map(file -> file.group(1)).toList());
        for (MatchResult file : files) {
            assertShown(Files.readString(ROOT.resolve("docs").resolve(file.group(1))), file.group(2));
        }
    }

    private String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), true, 96, true);
        List<String> words = Arrays.stream(command.substring(COMMAND.length()).replaceFirst(" +# .*", "").split(" +"))
                .map(word -> Files.exists(ROOT.resolve(word)) ? ROOT.resolve(word).toString() : word).toList();
        int exit = Main.run(words,
                Map.of("GRIDRUN_RESULTS_DIR", results.toString(), "MLFLOW_TRACKING_URI", "none"), terminal,
                Interruption.watch());
        assertEquals(Exit.DONE, exit, () -> command + "\n" + err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(results.toString(), "results")
                .replace(ROOT.resolve("docs").toString(), "docs");
    }

    /** Parts between {@code ...} follow each other, each in lines next to each other. */
    private static void assertShown(String printed, String shown) {
        List<String> lines = printed.lines().toList();
        int from = 0;
        for (String part : shown.split("(?m)^\\.\\.\\.$\\n?")) {
            if (!part.isBlank()) {
                int at = Collections.indexOfSubList(lines.subList(from, lines.size()), part.lines().toList());
                assertTrue(at >= 0, () -> "shown:\n" + part + "\nprinted:\n" + printed);
                assertTrue(from > 0 || at == 0 || shown.startsWith("..."),
                        () -> "left out before:\n" + part);
                from += at + part.lines().toList().size();
            }
        }
        assertTrue(from == lines.size() || shown.endsWith("...\n"),
                () -> "left out at the end:\n" + printed);
    }
}
