package gridrun.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a Java file that is generated. */
final class JavaText {

    private static final String NOTE =
            "// Generated from the records and their javadoc; CONTRIBUTING.md has the command.\n";
    private static final int COLUMNS = 120;
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    /** Code with its blanks, a tag with its code, or a word. */
    private static final Pattern WORD = Pattern.compile("(?:\\{@code [^`]*?\\}(?=[^{}]*(?:\\{@|$))|\\S)+");

    private final String packageName;
    private final TreeSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    JavaText(String packageName) {
        this.packageName = packageName;
    }

    /** The simple name of a class, which is imported. */
    String imported(String name) {
        imports.add(name);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The head of the one type. */
    void type(String head, String doc) {
        body.append(comment(doc, "")).append(broken(head, "")).append(" {\n");
    }

    /**
     * A member.
     *
     * @param doc none where it is empty
     * @param head its lines; one with a body ends with a brace
     * @param lines its body
     */
    void member(String doc, String head, String... lines) {
        body.append('\n').append(doc.isEmpty() ? "" : comment(doc, "    "));
        head.lines().forEach(line -> body.append(broken("    " + line, "    ")).append('\n'));
        if (head.endsWith("{")) {
            Arrays.stream(lines).forEach(line -> body.append(broken("        " + line, "        ")).append('\n'));
            body.append("    }\n");
        }
    }

    /** The whole file. */
    String end() {
        StringBuilder text = new StringBuilder(NOTE).append("package ").append(packageName).append(";\n\n");
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append(imports.isEmpty() ? "" : "\n").append(body).append("}\n").toString();
    }

    /** A line of code, broken at the last blank that fits, or in front of the last call. */
    private static String broken(String line, String indent) {
        if (line.length() <= COLUMNS) {
            return line;
        }
        int at = Math.max(line.lastIndexOf(' ', COLUMNS), line.lastIndexOf(").", COLUMNS - 1) + 1);
        boolean breaks = !line.substring(0, Math.max(0, at)).isBlank();
        return breaks ? line.substring(0, at) + "\n" + broken(indent + "        " + line.substring(at).strip(), indent)
                : line;
    }

    /** What the javadoc of a record says, without its parameters. */
    static String doc(Words words) {
        List<String> paragraphs = new ArrayList<>(List.of(html(words.summary())));
        words.details().forEach(detail -> paragraphs.add("<p>" + html(detail)));
        if (!words.shapes().isEmpty()) {
            paragraphs.add("<p>Shapes: " + html(String.join("; ", words.shapes())) + ".");
        }
        if (words.source() != null) {
            paragraphs.add("<p>Source: " + html(words.source()) + ".");
        }
        return String.join("\n\n", paragraphs);
    }

    /** A text of the reference as javadoc. */
    static String html(String text) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (MatchResult code : CODE.matcher(text).results().toList()) {
            html.append(escaped(text.substring(from, code.start()))).append("{@code ").append(code.group(1))
                    .append('}');
            from = code.end();
        }
        return html.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;");
    }

    /** A sentence that begins with a capital and ends with a full stop. */
    static String sentence(String text) {
        boolean isWord = text.matches("[a-z](?=[a-z]* |[a-z]+[,;:.]|[a-z]*$).*");
        String begun = isWord ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static String comment(String doc, String indent) {
        String oneLine = indent + "/** " + doc + " */\n";
        if (!doc.contains("\n") && oneLine.length() <= COLUMNS + 1) {
            return oneLine;
        }
        StringBuilder comment = new StringBuilder(indent).append("/**\n");
        doc.lines().forEach(line -> comment.append(wrapped(line, indent)));
        return comment.append(indent).append(" */\n").toString();
    }

    private static String wrapped(String line, String indent) {
        String start = indent + " *";
        StringBuilder text = new StringBuilder(start);
        int column = start.length();
        Matcher words = WORD.matcher(line);
        boolean first = true;
        while (words.find()) {
            if (!first && column + 1 + words.group().length() > COLUMNS) {
                String hang = line.startsWith("@param") ? "    " : "";
                text.append('\n').append(start).append(hang);
                column = start.length() + hang.length();
            }
            text.append(' ').append(words.group());
            column += 1 + words.group().length();
            first = false;
        }
        return text.append('\n').toString();
    }
}
