package gridrun.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines of a file go on with a text that began above them: of a block, or behind its key. */
final class TextLines {

    private static final Pattern LINE = Pattern.compile("(\\s*(?:- +)*)(?:([^\\s#{\\[][^:]*):(?:\\s+(.*))?|(.*))");
    private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?");
    private static final String NO_TEXT = "[{\\[&*!#].*";

    private final SourceText text;

    TextLines(SourceText text) {
        this.text = text;
    }

    /** Whether a line, from 0, is none of a map or a list, as one around it begins a text. */
    boolean isText(int line) {
        int indent = indent(line);
        for (int above = line - 1; above >= 0 && indent > 0; above--) {
            Matcher entry = LINE.matcher(text.line(above));
            if (text.isBlankLine(above) || !entry.matches()) {
                continue;
            }
            boolean keyed = entry.group(2) != null;
            int column = keyed ? entry.end(1) : indent(above);
            if (column < indent) {
                if (keyed ? beginsText(entry.group(2), entry.group(3)) : BLOCK.matcher(entry.group(4)).matches()) {
                    return true;
                }
                indent = column;
            }
        }
        return false;
    }

    /** Where a line begins, in characters. */
    int indent(int line) {
        return text.line(line).length() - text.line(line).stripLeading().length();
    }

    private static boolean beginsText(String key, String value) {
        return value == null || value.isBlank() || value.startsWith("#") ? NodeReader.TEXTS.contains(key.strip())
                : !value.matches(NO_TEXT);
    }
}
