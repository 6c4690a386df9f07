package gridrun.reference;

import gridrun.reference.Chapter.Entry;
import gridrun.reference.Chapter.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference as a page of GitHub's Markdown. */
public final class Markdown {

    private static final String HEAD = """
            # Reference

            Everything that an experiment file can say, and what is recorded of its runs. This page is generated from
            the code. `java -jar runner.jar list` prints the same on a terminal, and editors read it as
            [experiment.schema.json](experiment.schema.json). How a file is put together is in
            [experiment_file.md](experiment_file.md).

            Where there is a choice, a bare word (`relu`) is short for a map with that `type`. A map gives the settings
            that differ from their defaults: `{type: leaky_relu, negative_slope: 0.1}`. The name may be the only key
            instead: `dense: {units: 64}` is short for `{type: dense, units: 64}`, and `dense: 64` gives the first
            setting alone. A type may be left out where its required first setting implies it, as `hidden` implies
            `mlp`. Where several types fit, none is chosen. A setting without a default may be left out, or be `null`,
            unless it is required. An example is a line of a file; whatever else the file says is left out.

            """;

    private Markdown() {
    }

    /** The text of the page. */
    public static String text() {
        List<Chapter> chapters = Chapter.all();
        String contents = chapters.stream().map(Markdown::contents).collect(Collectors.joining());
        return HEAD + contents + chapters.stream().map(Markdown::chapter).collect(Collectors.joining());
    }

    private static String contents(Chapter chapter) {
        Stream<String> names = chapter.entries().size() == 1
                ? chapter.entries().get(0).rows().stream().map(row -> "`" + row.name() + "`")
                : chapter.entries().stream()
                        .map(entry -> isTable(chapter) ? "`" + entry.name() + "`" : link(entry.name()));
        String line =
                "- [%s](#%s): %s".formatted(title(chapter), chapter.name(), names.collect(Collectors.joining(", ")));
        return Prose.wrapped(line, "  ") + "\n";
    }

    /** A link to a section: GitHub makes its anchor of the title without dots. */
    private static String link(String name) {
        return "[`" + name + "`](#" + name.replace(".", "") + ")";
    }

    private static String title(Chapter chapter) {
        return Character.toUpperCase(chapter.name().charAt(0)) + chapter.name().substring(1);
    }

    /** A chapter whose entries have hardly any settings is one table. */
    private static boolean isTable(Chapter chapter) {
        return chapter.entries().stream().allMatch(e -> e.rows().size() <= 1 && e.words().shapes().isEmpty());
    }

    private static String chapter(Chapter chapter) {
        String head = "\n## %s\n\n%s\n".formatted(title(chapter), paragraph(chapter.about()));
        if (isTable(chapter)) {
            boolean written = chapter.entries().stream().anyMatch(entry -> !entry.rows().isEmpty());
            return head
                    + (written
                            ? "\n| name | what it is | setting | example | source |\n| --- | --- | --- | --- | --- |\n"
                            : "\n| name | what it is |\n| --- | --- |\n")
                    + chapter.entries().stream().map(entry -> written ? line(entry) : measured(entry))
                            .collect(Collectors.joining());
        }
        boolean titled = chapter.entries().size() > 1;
        return head + chapter.entries().stream().map(entry -> section(entry, titled)).collect(Collectors.joining());
    }

    /** What is recorded and has no settings. */
    private static String measured(Entry entry) {
        return row("`" + entry.name() + "`", escaped(entry.words().summary()));
    }

    private static String line(Entry entry) {
        String settings = entry.rows().stream().map(row -> "`%s`: %s, %s, %s".formatted(
                row.name(), escaped(row.meaning()), row.type(), standard(row))).collect(Collectors.joining("; "));
        String details = String.join(" ", entry.words().details());
        return row("`" + entry.name() + "`" + also(entry), escaped((entry.words().summary() + " " + details).strip()),
                settings, entry.words().examples().stream().map(example -> "`" + example + "`")
                        .collect(Collectors.joining("; ")),
                source(entry));
    }

    private static String also(Entry entry) {
        return entry.aliases().stream().map(alias -> ", `" + alias + "`").collect(Collectors.joining());
    }

    private static String source(Entry entry) {
        return entry.words().source() == null ? "" : escaped(entry.words().source());
    }

    private static String section(Entry entry, boolean titled) {
        StringBuilder text = new StringBuilder(titled ? "\n### `" + entry.name() + "`\n\n" : "\n");
        if (titled) {
            text.append(paragraph(entry.words().summary())).append('\n');
        }
        entry.words().details().forEach(detail -> text.append('\n').append(paragraph(detail)).append('\n'));
        if (!entry.words().shapes().isEmpty()) {
            String shapes = "Shapes: " + String.join("; ", entry.words().shapes()) + ".";
            text.append('\n').append(paragraph(shapes)).append('\n');
        }
        if (!entry.words().examples().isEmpty()) {
            text.append("\n```yaml\n");
            entry.words().examples().forEach(example -> text.append(example).append('\n'));
            text.append("```\n");
        }
        if (!entry.rows().isEmpty()) {
            text.append(text.toString().isBlank() ? "" : "\n").append(row("setting", "value", "default", "meaning"))
                    .append(row("---", "---", "---", "---"));
            entry.rows().forEach(row -> text.append(
                    row("`" + row.name() + "`", row.type(), standard(row), escaped(row.meaning()))));
        }
        if (!entry.aliases().isEmpty()) {
            text.append("\nAlso accepted:").append(also(entry).substring(1)).append(".\n");
        }
        String source = entry.words().source();
        return text.append(source == null ? "" : "\n" + paragraph("Source: " + source + ".") + "\n").toString();
    }

    private static String standard(Row row) {
        boolean isWord = row.standard().isEmpty() || row.standard().equals("required");
        return isWord ? row.standard() : "`" + row.standard() + "`";
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String paragraph(String text) {
        return Prose.wrapped(escaped(text), "");
    }

    /** A text whose signs mean themselves, code between backticks left alone. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean code = false;
        for (char c : text.toCharArray()) {
            code ^= c == '`';
            escaped.append(!code && "*_<~".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
