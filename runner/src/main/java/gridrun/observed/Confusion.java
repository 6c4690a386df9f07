package gridrun.observed;

import gridrun.report.Table;
import gridrun.report.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each: the confusion matrix of one part of the data.
 *
 * @param part such as "validation"
 * @param classes what people call them
 * @param counts the examples, by actual class and then by predicted class
 */
public record Confusion(String part, List<String> classes, int[][] counts) {

    private static final int MOST_LISTED = 10;

    /** Counts; both arrays give the class of each example. */
    public static Confusion of(String part, List<String> classes, int[] actual, int[] predicted) {
        int[][] counts = new int[classes.size()][classes.size()];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return new Confusion(part, classes, counts);
    }

    /** The examples that are of a class. */
    public int support(int c) {
        return Arrays.stream(counts[c]).sum();
    }

    private int predicted(int c) {
        return Arrays.stream(counts).mapToInt(row -> row[c]).sum();
    }

    /** The classes that some example is of, or was taken for. */
    IntStream occurring() {
        return IntStream.range(0, classes.size()).filter(c -> support(c) + predicted(c) > 0);
    }

    /** See {@link ClassFigure#PRECISION}; NaN for a class that does not occur. */
    public double precision(int c) {
        return share(counts[c][c], predicted(c), c);
    }

    /** See {@link ClassFigure#RECALL}; NaN for a class that does not occur. */
    public double recall(int c) {
        return share(counts[c][c], support(c), c);
    }

    /** See {@link ClassFigure#F1}; NaN for a class that does not occur. */
    public double f1(int c) {
        return share(2 * counts[c][c], predicted(c) + support(c), c);
    }

    private double share(int some, int all, int c) {
        return all > 0 ? (double) some / all : predicted(c) + support(c) > 0 ? 0 : Double.NaN;
    }

    /** The matrices in one file, a row an actual class. */
    public static String csv(List<Confusion> parts) {
        List<Column> columns = new ArrayList<>(names(parts, "actual"));
        for (int c = 0; c < parts.get(0).classes.size(); c++) {
            int predicted = c;
            columns.add(column(parts.get(0).classes.get(c), parts,
                    (part, actual) -> Integer.toString(part.counts[actual][predicted])));
        }
        return new Table(columns).csv();
    }

    /** Precision, recall, F1 and support of every class of every part, in one file. */
    public static String perClassCsv(List<Confusion> parts) {
        List<Column> columns = new ArrayList<>(names(parts, "class"));
        for (ClassFigure figure : ClassFigure.values()) {
            columns.add(column(figure.word(), parts, figure::cell));
        }
        return new Table(columns).csv();
    }

    @FunctionalInterface
    private interface Cell {
        String of(Confusion part, int c);
    }

    private static List<Column> names(List<Confusion> parts, String title) {
        return List.of(column("part", parts, (part, c) -> part.part),
                column(title, parts, (part, c) -> part.classes.get(c)));
    }

    private static Column column(String title, List<Confusion> parts, Cell cell) {
        List<String> cells = new ArrayList<>();
        for (Confusion part : parts) {
            for (int c = 0; c < part.classes.size(); c++) {
                cells.add(cell.of(part, c));
            }
        }
        return new Column(title, cells, false);
    }

    /** The table of classes and the matrix for a terminal; a matrix that is too wide is told by its largest errors. */
    public String text(int width, boolean unicode) {
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(classes);
        names.add("mean");
        columns.add(new Column("class", names, false));
        for (ClassFigure figure : ClassFigure.values()) {
            columns.add(new Column(figure.word(), withMean(figure), false));
        }
        return new Table(columns).text(width, unicode) + "\n" + matrix(width, unicode);
    }

    private List<String> withMean(ClassFigure figure) {
        List<String> cells = new ArrayList<>();
        IntStream.range(0, classes.size()).forEach(c -> cells.add(figure.cell(this, c)));
        cells.add(figure.mean(this));
        return cells;
    }

    private String matrix(int width, boolean unicode) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("actual", classes, false));
        for (int c = 0; c < classes.size(); c++) {
            int predicted = c;
            columns.add(new Column(classes.get(c), Arrays.stream(counts)
                    .map(row -> Integer.toString(row[predicted])).toList(), false));
        }
        String table = new Table(columns).text(width, unicode);
        return table.lines().mapToInt(String::length).max().orElse(0) > width ? largestErrors()
                : "confusion matrix, a column a predicted class\n" + table;
    }

    private String largestErrors() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, classes.size()).boxed()
                .flatMap(a -> IntStream.range(0, classes.size()).mapToObj(p -> new int[] {a, p}))
                .filter(pair -> pair[0] != pair[1] && counts[pair[0]][pair[1]] > 0)
                .sorted(Comparator.comparingInt((int[] pair) -> -counts[pair[0]][pair[1]])).limit(MOST_LISTED)
                .forEach(pair -> text.append("  %d of %s taken for %s\n".formatted(
                        counts[pair[0]][pair[1]], classes.get(pair[0]), classes.get(pair[1]))));
        return text.isEmpty() ? "no example was taken for another class\n" : "the most frequent confusions\n" + text;
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
