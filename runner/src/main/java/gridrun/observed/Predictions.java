package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.task.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network says of examples, a row each: the class and the probability or margin of every class, or the values.
 *
 * @param columns the head
 * @param labels the likeliest class of each row; empty for values
 * @param numbers row-major, rounded to what float32 gives
 */
public record Predictions(List<String> columns, List<String> labels, double[] numbers) {

    /**
     * The likeliest class, then the figure of each.
     *
     * @param figure what the figures are, for the head: {@code p} for probabilities
     */
    public static Predictions ofClasses(String figure, List<String> classes, double[] figures) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < figures.length; row += classes.size()) {
            int best = 0;
            for (int c = 1; c < classes.size(); c++) {
                best = figures[row + c] > figures[row + best] ? c : best;
            }
            labels.add(classes.get(best));
        }
        return new Predictions(classes.stream().map(name -> figure + "(" + name + ")").toList(), labels,
                Arrays.stream(figures).map(Figures::single).toArray());
    }

    /**
     * The values, {@code width} a row.
     *
     * @param scaling of the targets that were learnt: an answer has the decimals that float32 has on their scale
     */
    public static Predictions ofValues(int width, double[] values, Scaling scaling) {
        return new Predictions(width == 1 ? List.of("prediction")
                : IntStream.rangeClosed(1, width).mapToObj(i -> "prediction" + i).toList(), List.of(),
                Arrays.stream(values).map(scaling.equals(Scaling.NONE) ? Figures::single
                        : value -> Figures.onScale(value, scaling.scale())).toArray());
    }

    /** Comma-separated values with a head. */
    public String csv() {
        return new Table(table()).csv();
    }

    /** A row an example: the likeliest class, where there are classes, and the figures. */
    public List<Column> table() {
        List<Column> shown = new ArrayList<>();
        if (!labels.isEmpty()) {
            shown.add(new Column("prediction", labels, false));
        }
        int width = columns.size();
        for (int c = 0; c < width; c++) {
            int column = c;
            shown.add(new Column(columns.get(c), IntStream.range(0, numbers.length / width)
                    .mapToObj(row -> Figures.exact(numbers[row * width + column])).toList(), false));
        }
        return shown;
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
