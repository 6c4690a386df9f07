package gridrun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A study's page as what it was written from. Commands in code blocks are run in their order, what they find is printed
 * between a comment that names the command and one that ends it, and a picture is the one that the command before it
 * has drawn.
 *
 * @param parts in the order of the page
 */
record StudyPage(List<Part> parts) {

    /** A part of a page. */
    sealed interface Part {

        /** As it stands on the page, with its line ends. */
        String text();
    }

    /** Written by hand. */
    record Prose(String text) implements Part {
    }

    /** A command that trains. */
    record Training(String text, List<String> words) implements Part {
    }

    /** What a command prints of what was trained. */
    record Finding(String text, List<String> words) implements Part {

        static Finding of(String command, String printed) {
            return new Finding(OPEN + command + " -->\n\n" + printed.strip() + "\n\n" + CLOSE + "\n", split(command));
        }

        String command() {
            return text.lines().findFirst().orElseThrow().replace(OPEN, "").replace(" -->", "");
        }
    }

    /** A picture of the sweep that was trained last: {@code ANY-NAME.png} is its {@code NAME.png}. */
    record Picture(String text, String file) implements Part {
    }

    private static final String OPEN = "<!-- java -jar runner.jar ";
    private static final String CLOSE = "<!-- end -->";
    private static final String COMMAND = "java -jar runner.jar ";
    private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    static StudyPage of(String page) {
        List<Part> parts = new ArrayList<>();
        List<String> lines = page.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var image = IMAGE.matcher(line);
            if (line.startsWith(COMMAND)) {
                parts.add(new Training(line + "\n", split(line.substring(COMMAND.length()))));
            } else if (line.startsWith(OPEN)) {
                int end = lines.subList(i, lines.size()).indexOf(CLOSE) + i;
                if (end < i) {
                    throw new IllegalArgumentException("a finding without its end: " + line);
                }
                String text = String.join("\n", lines.subList(i, end + 1)) + "\n";
                parts.add(new Finding(text, split(line.substring(OPEN.length()).replace(" -->", ""))));
                i = end;
            } else if (image.find()) {
                parts.add(new Picture(line + "\n", image.group(1)));
            } else {
                parts.add(new Prose(line + "\n"));
            }
        }
        return new StudyPage(List.copyOf(parts));
    }

    /** Words as a shell has them. */
    private static List<String> split(String command) {
        return WORD.matcher(command).results().map(word -> word.group().replace("'", "")).toList();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    <T extends Part> List<T> all(Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
