package gridrun.reference;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Prose in lines of a bounded width, for a page of Markdown. */
final class Prose {

    /** The longest line of a paragraph, in characters; tables and code may be wider. */
    static final int WIDTH = 120;

    /** What begins a list, a heading or a quotation where it begins a line. */
    private static final String MARKER = "(?:[-+*>]|#+|\\d+[.)])";
    /** What stays on one line: code with its blanks, or a word, with the markers behind it. */
    private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|[^ `])+(?: %s(?= |$))*".formatted(MARKER));

    private Prose() {
    }

    /**
     * A paragraph, broken at blanks outside code, and never before a marker.
     *
     * @param indent stands in front of every line but the first
     */
    static String wrapped(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : WORD.matcher(text).results().map(MatchResult::group).toList()) {
            boolean breaks = column > 0 && column + 1 + word.length() > WIDTH;
            if (column > 0) {
                lines.append(breaks ? "\n" + indent : " ");
                column = breaks ? indent.length() : column + 1;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
