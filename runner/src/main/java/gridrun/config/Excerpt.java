package gridrun.config;

/** The line of an error with carets under the token, where that is known; of a long line the part around it. */
final class Excerpt {

    private static final int WINDOW = 100;
    private static final int BEFORE = 60;
    private static final String CUT = "…";

    private Excerpt() {
    }

    /** One or two lines, or nothing where an error belongs to no line. */
    static String of(Origin origin) {
        if (!origin.hasExcerpt()) {
            return "";
        }
        int[] line = origin.text().codePoints().map(Excerpt::visible).toArray();
        int token = Math.min(Math.max(0, origin.column() - 1), line.length);
        int first = line.length > WINDOW && token > BEFORE ? token - BEFORE : 0;
        int end = Math.min(line.length, first + WINDOW);
        int tokenEnd = Math.min(end, token + Math.max(1, origin.width()));
        String head = first > 0 ? CUT : "";
        String tail = end < line.length ? CUT : "";
        String number = origin.line() == 0 ? "" : Integer.toString(origin.line());
        String gutter = " ".repeat(Math.max(5, number.length()));
        String shown = gutter.substring(number.length()) + number + " | " + head
                + new String(line, first, end - first) + tail + "\n";
        return origin.column() == 0 ? shown : shown + gutter + " | "
                + " ".repeat(head.length() + columns(line, first, token))
                + "^".repeat(Math.max(1, columns(line, token, tokenEnd))) + "\n";
    }

    private static int visible(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT
                ? '\uFFFD'
                : codePoint;
    }

    private static int columns(int[] line, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) {
            columns += columns(line[i]);
        }
        return columns;
    }

    /**
     * The columns of a terminal that a character takes: none if it combines, two for East Asian wide ones and emoji.
     */
    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
