package gridrun.config;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** A file's text and its lines, divided where YAML's reader divides them. */
final class SourceText {

    private final String source;
    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    SourceText(String source, String text) {
        this.source = source;
        this.text = text;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (!pair && (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029')) {
                int end = c == '\n' && i > start && text.charAt(i - 1) == '\r' ? i - 1 : i;
                lines.add(text.substring(start, end));
                starts.add(start);
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        starts.add(start);
    }

    String source() {
        return source;
    }

    String text() {
        return text;
    }

    /** Whether there is nothing but space and comments. */
    boolean isBlank() {
        return lines.stream().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    /** A line, from 0. */
    String line(int line) {
        return lines.get(Math.min(line, lines.size() - 1));
    }

    /** Whether a line has nothing but space and a comment. */
    boolean isBlankLine(int line) {
        return line(line).isBlank() || line(line).strip().startsWith("#");
    }

    /** What stands in a line, from 0. */
    Origin wholeLine(int line) {
        String all = line(line);
        String stripped = all.strip();
        int column = all.indexOf(stripped);
        return new Origin(source, line + 1, all.codePointCount(0, column) + 1,
                Math.max(1, stripped.codePointCount(0, stripped.length())), all);
    }

    /** The character at an index in code points; 0 past the end. */
    int charAt(int codePoint) {
        int index = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        return index < text.length() ? text.codePointAt(index) : 0;
    }

    Origin origin(Node node) {
        return origin(node.getStartMark(), node.getEndMark());
    }

    /** What lies between two marks; where that is several lines, the first of them. */
    Origin origin(Mark start, Mark end) {
        String line = start.getLine() < lines.size() ? lines.get(start.getLine()) : "";
        int endColumn = end.getLine() == start.getLine()
                ? end.getColumn()
                : line.stripTrailing().codePointCount(0, line.stripTrailing().length());
        int width = Math.max(1, endColumn - start.getColumn());
        return new Origin(source, start.getLine() + 1, start.getColumn() + 1, width, line);
    }

    /** The place of an index in code points. */
    Origin at(int codePoint) {
        int index = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        int line = lines.size() - 1;
        while (starts.get(line) > index) {
            line--;
        }
        return new Origin(source, line + 1, text.codePointCount(starts.get(line), index) + 1, 1, lines.get(line));
    }
}
