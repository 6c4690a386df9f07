package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources fit into the columns of an editor; the formatter breaks code, but neither comments nor texts. Tables of
 * cases, which are texts of tests, are read better whole.
 */
class ColumnsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int COLUMNS = 120;
    private static final String TEXT_BLOCK = "\"\"\"";

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("engine/src", "runner/src")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        assertFalse(sources.isEmpty());
        return sources;
    }

    @Test
    void lines_butTheTextsOfTests_have120Columns() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            boolean isTest = source.startsWith(ROOT.resolve("engine/src/test"))
                    || source.startsWith(ROOT.resolve("runner/src/test"));
            boolean text = false;
            for (int i = 0; i < lines.size(); i++) {
                if (!(isTest && text) && lines.get(i).length() > COLUMNS) {
                    longer.add("%s:%d: %s".formatted(ROOT.relativize(source), i + 1, lines.get(i)));
                }
                text ^= lines.get(i).contains(TEXT_BLOCK);
            }
        }
        assertEquals(List.of(), longer);
    }
}
