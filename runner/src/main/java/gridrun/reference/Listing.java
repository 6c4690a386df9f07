package gridrun.reference;

import gridrun.reference.Chapter.Entry;
import gridrun.reference.Chapter.Row;
import java.util.List;
import java.util.Map;

/** The reference as plain lines for a terminal. */
public final class Listing {

    private static final int WIDEST = 100;
    private static final Map<String, String> ASCII = Map.ofEntries(
            Map.entry("λ", "lambda"), Map.entry("μ", "mu"), Map.entry("ρ", "rho"), Map.entry("ε", "epsilon"),
            Map.entry("β", "beta"), Map.entry("σ", "sigma"), Map.entry("π", "pi"), Map.entry("Σ", "sum "),
            Map.entry("Φ", "Phi"), Map.entry("√", "sqrt "), Map.entry("²", "^2"), Map.entry("±", "+-"),
            Map.entry("…", "..."), Map.entry("·", "*"), Map.entry("×", "x"));

    private final int width;
    private final boolean unicode;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param width the columns of the terminal
     * @param unicode whether it can show more than ASCII
     */
    public Listing(int width, boolean unicode) {
        this.width = Math.min(width, WIDEST);
        this.unicode = unicode;
    }

    /** The kinds there are, and what there is of each. */
    public String overview(List<Chapter> chapters) {
        int column = 2 + chapters.stream().mapToInt(chapter -> chapter.name().length()).max().orElse(0);
        for (Chapter chapter : chapters) {
            term(0, chapter.name(), column, chapter.name().equals(Chapter.TOP)
                    ? chapter.entries().get(0).rows().stream().map(Row::name).toList()
                    : chapter.entries().stream().map(Entry::name).toList());
        }
        return text.toString();
    }

    /** All of a kind. */
    public String chapter(Chapter chapter) {
        paragraph(0, chapter.about());
        for (Entry entry : chapter.entries()) {
            text.append('\n');
            if (chapter.entries().size() == 1) {
                rows(entry, 0);
            } else {
                entry(entry);
            }
        }
        return text.toString();
    }

    /** One thing that can be named: what it is, its settings, examples, its source. */
    public String entry(Entry entry) {
        paragraph(0, entry.aliases().isEmpty() ? entry.name()
                : entry.name() + " (also " + String.join(", ", entry.aliases()) + ")");
        Words words = entry.words();
        paragraph(2, words.summary());
        words.details().forEach(detail -> paragraph(2, detail));
        if (!words.shapes().isEmpty()) {
            paragraph(2, "Shapes: " + String.join("; ", words.shapes()) + ".");
        }
        rows(entry, 4);
        words.examples().forEach(example -> paragraph(2, "Example: " + example));
        if (words.source() != null) {
            paragraph(2, "Source: " + words.source() + ".");
        }
        return text.toString();
    }

    private void rows(Entry entry, int indent) {
        int column = indent + 2 + entry.rows().stream().mapToInt(row -> row.name().length()).max().orElse(0);
        for (Row row : entry.rows()) {
            String standard = row.standard().isEmpty() || row.standard().equals("required")
                    ? row.standard() : "default " + row.standard();
            String type = row.type().replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
            term(indent, row.name(), column,
                    List.of((row.meaning() + " (" + type + (standard.isEmpty() ? "" : "; " + standard) + ")")
                            .split(" ")),
                    " ");
        }
    }

    private void term(int indent, String term, int column, List<String> words) {
        term(indent, term, column, words, ", ");
    }

    private void paragraph(int indent, String content) {
        term(indent, "", indent, List.of(content.split(" ")), " ");
    }

    /** A term, and words that are wrapped in a column of their own. */
    private void term(int indent, String term, int column, List<String> words, String between) {
        StringBuilder line = new StringBuilder(" ".repeat(indent) + term);
        line.append(" ".repeat(column - line.length()));
        for (int i = 0; i < words.size(); i++) {
            String word = shown(words.get(i)) + (i == words.size() - 1 ? "" : between);
            if (line.length() + word.stripTrailing().length() > width && line.length() > column) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(column));
            }
            line.append(word);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private String shown(String word) {
        String plain = Words.plain(word);
        if (unicode) {
            return plain;
        }
        for (Map.Entry<String, String> sign : ASCII.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return plain.replaceAll("[^ -~]", "?");
    }
}
