package gridrun.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What is wrong with a text that is no YAML, in words that say what to write.
 *
 * <p>The library names the place where it cannot go on. What is to be mended often stands before it: a bracket that is
 * not closed, or a line whose colon has no blank behind it.
 */
final class YamlMistakes {

    private static final String KEY = "[\\p{L}_][\\w.]*";
    private static final Pattern GLUED = Pattern.compile("(" + KEY + "):([^\\s/\\\\:].*)");
    private static final Pattern ASSIGNED = Pattern.compile("(" + KEY + ")\\s*=\\s*(.*)");
    /** The colon of a key, which lines with another mistake do not have but in a map of their own. */
    private static final Pattern COLON = Pattern.compile("[^{\\[]*:(\\s.*)?");
    private static final Pattern DASH = Pattern.compile("-([\\p{L}\\p{Nd}\\[{].*)");
    private static final Pattern FOREIGN_BLANK = Pattern.compile(":([\\u00A0\\u2000-\\u200B\\u202F\\u205F\\u3000])");

    private final SourceText text;

    YamlMistakes(SourceText text) {
        this.text = text;
    }

    /** What the library refused, and where it is to be mended. */
    Problem of(MarkedYAMLException refusal) {
        Mark mark = refusal.getProblemMark();
        if (text.charAt(mark.getIndex()) == '\t') {
            return at(mark, "a tab cannot indent in YAML; use spaces");
        }
        String problem = refusal.getProblem() == null ? "" : refusal.getProblem();
        String context = refusal.getContext() == null ? "" : refusal.getContext();
        Mark begin = refusal.getContextMark();
        if (problem.contains("cannot start any token")) {
            return at(mark, "a text that begins with '%s' stands in quotes"
                    .formatted(Character.toString(text.charAt(mark.getIndex()))));
        }
        if (problem.contains("escape")) {
            return at(mark, "a backslash in double quotes begins an escape, and this is none: a path stands in single"
                    + " quotes, or with / in it");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return at(begin, "this quote is not closed");
        }
        if (context.contains("a flow ") && text.charAt(mark.getIndex()) == ':'
                && before(mark).matches(".*:\\s[^,{}\\[\\]]*")) {
            return at(mark, "a second colon; a text that has one stands in quotes");
        }
        boolean later = begin != null && (mark.getLine() > begin.getLine() || text.charAt(mark.getIndex()) == 0);
        if (context.contains("a flow ") && later) {
            return at(begin, "this '%s' is not closed%s".formatted(
                    Character.toString(text.charAt(begin.getIndex())), mark.getLine() == begin.getLine() ? ""
                            : ", or a comma is missing behind it before line " + (mark.getLine() + 1)));
        }
        return line(mark, begin).orElseGet(() -> at(mark, "YAML does not parse" + (context.isEmpty() ? "" : " ")
                + context + ": " + said(problem, mark)));
    }

    private String said(String problem, Mark mark) {
        if (problem.startsWith("mapping values")) {
            return before(mark).matches(".*:\\s.*") ? "a second colon in one line; a text that has one stands in quotes"
                    : "by its indentation this line goes on with the value before it;"
                            + " a text that has a colon stands in quotes";
        }
        return problem.endsWith("found '<block mapping start>'")
                ? "no map around this line has keys at its indentation" : problem;
    }

    /** What stands before a place in its line. */
    private String before(Mark mark) {
        String line = text.line(mark.getLine());
        return line.substring(0, line.offsetByCodePoints(0, mark.getColumn()));
    }

    /**
     * A line near the place that is none of YAML's: that itself, the one where its part began, or the one before where
     * it is as far to the right. What is said in a text is no mistake.
     */
    private Optional<Problem> line(Mark mark, Mark begin) {
        TextLines texts = new TextLines(text);
        int before = Math.max(0, mark.getLine() - 1);
        while (before > 0 && text.isBlankLine(before)) {
            before--;
        }
        int first = begin == null ? mark.getLine() : begin.getLine();
        for (int line : new int[] {first, before, mark.getLine()}) {
            boolean apart = line != first && texts.indent(line) != texts.indent(mark.getLine());
            Optional<String> mistake = apart || texts.isText(line) ? Optional.empty() : ofLine(text.line(line));
            if (mistake.isPresent()) {
                return Optional.of(new Problem(text.wholeLine(line), mistake.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofLine(String line) {
        String stripped = line.strip();
        if (DASH.matcher(stripped).matches()) {
            return Optional.of(dash(stripped));
        }
        String entry =
                (stripped.startsWith("- ") ? stripped.substring(2) : stripped).replaceFirst("\\s#.*", "").strip();
        Optional<String> blank = foreignBlank(entry);
        if (blank.isPresent()) {
            return blank;
        }
        if (COLON.matcher(entry).matches()) {
            return Optional.empty();
        }
        Matcher assigned = ASSIGNED.matcher(entry);
        if (assigned.matches()) {
            return Optional.of("a key ends with a colon: '%s: %s'".formatted(assigned.group(1), assigned.group(2)));
        }
        return isGlued(entry) ? Optional.of(glued(entry)) : Optional.empty();
    }

    /** Whether a word is a key and its value without a blank between them. */
    private static boolean isGlued(String word) {
        return GLUED.matcher(word).matches();
    }

    static String glued(String word) {
        int colon = word.indexOf(':');
        return "'%s' is one word to YAML, which wants a blank behind the colon: '%s: %s'"
                .formatted(word, word.substring(0, colon), word.substring(colon + 1));
    }

    /** What is wrong with a text where a map or a list is wanted: a line of one which YAML takes for a text. */
    static Optional<String> ofText(String text) {
        return foreignBlank(text).or(() -> isGlued(text) ? Optional.of(glued(text)) : ofItem(text));
    }

    /** What is wrong with a text that is the item of a list without the blank behind its dash; a number is none. */
    static Optional<String> ofItem(String text) {
        return DASH.matcher(text).matches() && !ScalarKind.of(text).isNumber() ? Optional.of(dash(text))
                : Optional.empty();
    }

    private static String dash(String item) {
        String first = item.substring(1).replaceFirst(" -.*", "");
        return "an item of a list has a blank behind its dash: '- %s'".formatted(first);
    }

    /** What to say of a text with a colon and a blank behind it that is none to YAML. */
    private static Optional<String> foreignBlank(String text) {
        Matcher matcher = FOREIGN_BLANK.matcher(text);
        return matcher.find() ? Optional.of("behind the colon stands the character U+%04X, which looks like a blank and"
                .formatted((int) matcher.group(1).charAt(0)) + " is none to YAML; write a blank") : Optional.empty();
    }

    private Problem at(Mark mark, String message) {
        return new Problem(text.origin(mark, mark), message);
    }
}
