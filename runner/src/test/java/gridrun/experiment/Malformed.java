package gridrun.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is {@link ExperimentErrorsTest#VALID} but for one mistake; {@code malformed.txt} lists all.
 *
 * @param kind of the mistake
 * @param from what of the right file is changed
 * @param to what stands there instead
 * @param message a part of what is told, with the place where that matters
 */
public record Malformed(String kind, String from, String to, String message) {

    /** All files, those of a kind behind each other. */
    public static List<Malformed> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/gridrun/malformed.txt")).stream()
                .filter(line -> !line.startsWith("#")).map(Malformed::of).toList();
    }

    private static Malformed of(String line) {
        String[] cells = line.split("\\|", 4);
        return new Malformed(cells[0].strip(), unescaped(cells[1]), unescaped(cells[2]), cells[3].strip());
    }

    /** Breaks of lines are written as in Java, and behind another backslash they stay so. */
    private static String unescaped(String cell) {
        return cell.strip().replaceAll("(?<!\\\\)\\\\n", "\n").replaceAll("(?<!\\\\)\\\\t", "\t").replace("\\\\", "\\");
    }

    /** The file. */
    public String text() {
        if (!ExperimentErrorsTest.VALID.contains(from)) {
            throw new IllegalStateException("the right file has no '" + from + "'");
        }
        return ExperimentErrorsTest.VALID.replaceFirst(Pattern.quote(from),
                Matcher.quoteReplacement(to));
    }

    @Override
    public String toString() {
        return kind + ": " + from + " -> " + to;
    }
}
