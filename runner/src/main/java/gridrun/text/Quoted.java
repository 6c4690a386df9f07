package gridrun.text;

/** Texts as literals. */
public final class Quoted {

    private Quoted() {
    }

    /** A text in double quotes; all of it is legal in JSON and in YAML. */
    public static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < ' ' || c >= '\u007F' && c < '\u00A0' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
