package gridrun.text;

/**
 * Texts of unknown origin, made fit to be shown: what a terminal obeys instead of showing it is escaped.
 *
 * <p>Escaped are control characters (C0, DEL, C1), those that change the direction of text or are invisible (Unicode's
 * category Cf, among them the bidirectional ones of CVE-2021-42574), separators of lines and paragraphs, and halves of
 * surrogate pairs. The joiners U+200C and U+200D stay, which Persian, Indic scripts and emoji are written with. The
 * escapes are those of JSON, so that a quoted text of JSON or YAML stays one that reads back.
 */
public final class Visible {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int LONGEST_MESSAGE = 2_000;

    private Visible() {
    }

    /** A text that belongs on one line: ends of lines and tabs are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** A text of several lines: line feeds, with a carriage return before them or not, and tabs stay. */
    public static String text(String text) {
        return escaped(text, true);
    }

    /** A message on one line, cut where it is very long: a value that it quotes may be a whole file. */
    public static String message(String text) {
        return line(text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…");
    }

    private static String escaped(String text, boolean lines) {
        int i = 0;
        while (i < text.length() && isShown(text, i, lines)) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
        while (i < text.length()) {
            int count = Character.charCount(text.codePointAt(i));
            for (int j = i; j < i + count; j++) {
                if (isShown(text, i, lines)) {
                    shown.append(text.charAt(j));
                } else {
                    shown.append(escape(text.charAt(j)));
                }
            }
            i += count;
        }
        return shown.toString();
    }

    private static boolean isShown(String text, int at, boolean lines) {
        int c = text.codePointAt(at);
        if (c >= ' ' && c <= '~') {
            return true;
        }
        if (c == '\n' || c == '\t') {
            return lines;
        }
        if (c == '\r') {
            return lines && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> c == NON_JOINER || c == JOINER;
            default -> true;
        };
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
