package gridrun.report;

import gridrun.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of text, written for terminals, for Markdown and as comma-separated values.
 *
 * @param columns from left to right
 */
public record Table(List<Column> columns) {

    private static final String GAP = "  ";

    /** What goes where a table is too wide: details first, and of equal worth the last. */
    public enum Worth {
        /** Stays. */
        NEEDED,
        /** Goes when there are no details left. */
        USEFUL,
        /** Goes first. */
        DETAIL
    }

    /**
     * One column.
     *
     * @param title its head
     * @param cells one a row
     * @param worth whether it may go where the table is too wide
     * @param foot its cell in a last row to compare with, which is no row of the data; null for none
     */
    public record Column(String title, List<String> cells, Worth worth, String foot) {

        private static final Pattern NUMBER = Pattern.compile("[-+]?\\.?\\d[-+.\\deE± ]*");

        public Column(String title, List<String> cells, boolean droppable) {
            this(title, cells, droppable ? Worth.USEFUL : Worth.NEEDED, null);
        }

        private int width() {
            int cell = isRight() ? longest(Column::head) + longest(Column::tail) : longest(c -> c);
            return Stream.of(title.length(), cell, foot == null ? 0 : foot.length()).max(Integer::compare)
                    .orElseThrow();
        }

        private int longest(UnaryOperator<String> part) {
            Stream<String> all = isNumber(foot) ? Stream.concat(cells.stream(), Stream.of(foot)) : cells.stream();
            return all.mapToInt(cell -> part.apply(cell).length()).max().orElse(0);
        }

        private static boolean isNumber(String cell) {
            return cell != null && NUMBER.matcher(cell).matches();
        }

        /** Of {@code 0.97 ± 0.01} the mean, so that means stand below each other. */
        private static String head(String cell) {
            int blank = cell.indexOf(' ');
            return blank < 0 ? cell : cell.substring(0, blank);
        }

        private static String tail(String cell) {
            return cell.substring(head(cell).length());
        }

        /** Numbers stand at the right: a column whose cells begin like numbers, or are empty. */
        private boolean isRight() {
            return cells.stream().allMatch(cell -> cell.isEmpty() || isNumber(cell));
        }

        private Column map(UnaryOperator<String> change) {
            return new Column(change.apply(title), cells.stream().map(change).toList(), worth,
                    foot == null ? null : change.apply(foot));
        }

        private String paddedTitle() {
            String blanks = " ".repeat(width() - title.length());
            return isRight() ? blanks + title : title + blanks;
        }

        private String padded(String cell) {
            if (!isRight() || !isNumber(cell)) {
                return cell + " ".repeat(width() - cell.length());
            }
            int after = longest(Column::tail) - tail(cell).length();
            return " ".repeat(width() - cell.length() - after) + cell + " ".repeat(after);
        }
    }

    private int rows() {
        return columns.get(0).cells().size();
    }

    private int width() {
        return columns.stream().mapToInt(Column::width).sum() + GAP.length() * (columns.size() - 1);
    }

    private List<String> row(int index) {
        return columns.stream().map(column -> column.cells().get(index)).toList();
    }

    /** The row to compare with; empty without one. */
    private List<String> foot() {
        return columns.stream().allMatch(column -> column.foot() == null) ? List.of()
                : columns.stream().map(column -> column.foot() == null ? "" : column.foot()).toList();
    }

    private List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    /**
     * Lines for a terminal, none ended by blanks, without control characters.
     *
     * @param width the columns of the terminal; columns that are not needed go until the table fits
     * @param unicode whether the terminal can show more than ASCII
     */
    public String text(int width, boolean unicode) {
        Table shown = new Table(columns.stream().map(column -> column.map(cell -> printable(cell, unicode))).toList());
        for (Worth worth : List.of(Worth.DETAIL, Worth.USEFUL)) {
            while (shown.width() > width && shown.columns.stream().anyMatch(column -> column.worth == worth)) {
                shown = shown.withoutLast(worth);
            }
        }
        StringBuilder text = new StringBuilder(line(shown.columns.stream().map(Column::paddedTitle)));
        for (int row = 0; row < rows(); row++) {
            text.append(shown.line(shown.row(row)));
        }
        return shown.foot().isEmpty() ? text.toString() : text.append(shown.line(shown.foot())).toString();
    }

    private String line(List<String> cells) {
        return line(IntStream.range(0, columns.size()).mapToObj(i -> columns.get(i).padded(cells.get(i))));
    }

    private static String line(Stream<String> padded) {
        return padded.collect(Collectors.joining(GAP)).stripTrailing() + '\n';
    }

    private Table withoutLast(Worth worth) {
        List<Column> kept = new ArrayList<>(columns);
        int last = IntStream.range(0, kept.size()).filter(i -> kept.get(i).worth == worth).max().orElseThrow();
        kept.remove(last);
        return new Table(kept);
    }

    static String printable(String cell, boolean unicode) {
        String text = Visible.line(cell);
        return unicode ? text : text.replace("±", "+-").replace("µ", "u").replaceAll("[^ -~]", "?");
    }

    /** A table as GitHub's Markdown has it. */
    public String markdown() {
        StringBuilder text = new StringBuilder(markdownRow(titles()));
        text.append(columns.stream().map(column -> column.isRight() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        for (int row = 0; row < rows(); row++) {
            text.append(markdownRow(row(row)));
        }
        return foot().isEmpty() ? text.toString() : text.append(markdownRow(foot())).toString();
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream()
                .map(cell -> Visible.line(cell).replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Comma-separated values with a head (RFC 4180, but with plain line feeds). */
    public String csv() {
        StringBuilder text = new StringBuilder();
        appendCsv(titles(), text);
        for (int row = 0; row < rows(); row++) {
            appendCsv(row(row), text);
        }
        return text.toString();
    }

    private static void appendCsv(List<String> cells, StringBuilder text) {
        String comma = "";
        for (String cell : cells) {
            text.append(comma).append(isQuoted(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            comma = ",";
        }
        text.append('\n');
    }

    private static boolean isQuoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("\",\r\n".indexOf(cell.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
