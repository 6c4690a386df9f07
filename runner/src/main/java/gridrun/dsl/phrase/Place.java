package gridrun.dsl.phrase;

import gridrun.config.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of one of the words in somebody's program.
 *
 * @param source the file, as errors name it
 * @param line from 1; 0 where the program was compiled without lines
 * @param text of the line; empty where the source is not at hand
 * @param word the method that was called
 */
public record Place(String source, int line, String text, String word) {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Place UNKNOWN = new Place("Java", 0, "", "");
    private static final String OURS = "gridrun.dsl";

    /** The call that led here, by whoever is not the DSL itself. */
    public static Place here() {
        return STACK.walk(frames -> {
            String[] word = {""};
            return frames.dropWhile(frame -> isOurs(frame, word)).findFirst()
                    .map(frame -> of(frame, word[0])).orElse(UNKNOWN);
        });
    }

    /** Whether a frame is the DSL's or the JDK's, through which a method reference may have been called. */
    private static boolean isOurs(StackWalker.StackFrame frame, String[] word) {
        String name = frame.getDeclaringClass().getPackageName();
        if (name.equals(OURS) || name.startsWith(OURS + ".")) {
            word[0] = frame.getMethodName();
            return true;
        }
        return name.startsWith("java.");
    }

    private static Place of(StackWalker.StackFrame frame, String word) {
        Place whole = of(frame.getDeclaringClass(), frame.getFileName(), frame.getLineNumber());
        // A source that has been changed since shows nothing rather than something else.
        return new Place(whole.source, whole.line, whole.text.contains(word) ? whole.text : "", word);
    }

    /** A line of a class. */
    public static Place of(Class<?> type, String fileName, int number) {
        SourceFile file = SourceFile.of(type, fileName);
        int line = Math.max(0, number);
        return new Place(file.name(), line, file.line(line), "");
    }

    /** The place of the word. */
    public Origin origin() {
        return at(Pattern.compile("\\b" + Pattern.quote(word) + "\\b"));
    }

    /** The place of an argument, if the line has it once behind the word; else of the word. */
    public Origin origin(String argument) {
        return argument.isEmpty() ? origin()
                : at(Pattern.compile("(?<![\\w.])" + Pattern.quote(argument) + "(?![\\w.]|\\.\\d)"));
    }

    /** The place of a number, however it is spelled. */
    Origin number(double value) {
        Matcher number = Pattern.compile("(?<![\\w.])-?[\\d.][\\w.]*([eE]-\\d+)?").matcher(text);
        String spelled = null;
        while (number.find()) {
            if (isSame(number.group(), value)) {
                spelled = spelled == null || spelled.equals(number.group()) ? number.group() : "";
            }
        }
        return spelled == null ? origin() : origin(spelled);
    }

    private static boolean isSame(String literal, double value) {
        try {
            return Double.parseDouble(literal.replace("_", "")) == value;
        } catch (NumberFormatException e) {
            return false; // hexadecimal, say: the word shows the place well enough
        }
    }

    private Origin at(Pattern token) {
        if (word.isEmpty()) {
            return Origin.call(source, line, 0, 0, text);
        }
        int from = Math.max(0, text.indexOf(word));
        Matcher matcher = token.matcher(text);
        if (!text.isEmpty() && matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            if (!matcher.find()) {
                return Origin.call(source, line, text.codePointCount(0, start) + 1,
                        text.codePointCount(start, end), text);
            }
        }
        boolean isWord = token.pattern().equals("\\b" + Pattern.quote(word) + "\\b");
        return isWord || text.isEmpty() ? Origin.call(source, line, 0, 0, text) : origin();
    }
}
