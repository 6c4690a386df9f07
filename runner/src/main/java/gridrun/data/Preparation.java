package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Settings;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import gridrun.config.YamlWriter;
import gridrun.task.Dataset.Task;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a trained network needs to know of its data: what was fitted to the training part, and what things are
 * called. It stands in a file of the run, and read back it is the same to the bit.
 *
 * @param input the shape of one example's input
 * @param classes what people call the classes, in the order of their numbers; empty where targets are real
 * @param outputs the numbers in one target
 * @param targetScaling of real targets
 * @param target the column to learn; null where it has no name
 * @param columns of a row; null for numbers that are the inputs as they are
 */
public record Preparation(
        List<Integer> input,
        List<String> classes,
        int outputs,
        Scaling targetScaling,
        @Default("null") String target,
        @Default("null") List<FittedColumn> columns) {

    public Preparation {
        Check.that(!input.isEmpty() && input.stream().allMatch(length -> length > 0), "input", input,
                "a shape of positive lengths");
        Check.that(outputs > 0, "outputs", outputs, "a positive whole number");
        int size = input.stream().reduce(1, Math::multiplyExact);
        int width = columns == null ? size : columns.stream().mapToInt(FittedColumn::width).sum();
        Check.that(width == size, "columns", width + " inputs", size + ", as the input " + input + " has");
    }

    /** Of data whose rows are the inputs as they are. */
    public static Preparation of(List<String> classes, Shape input, Task task, Scaling targetScaling) {
        return new Preparation(Arrays.stream(input.toArray()).boxed().toList(), classes, task.width(), targetScaling,
                null, null);
    }

    /** The same of rows with columns. */
    Preparation with(String target, List<FittedColumn> columns) {
        return new Preparation(input, classes, outputs, targetScaling, target, columns);
    }

    /** The shape of one example's input. */
    public Shape shape() {
        return Shape.of(input.stream().mapToInt(length -> length).toArray());
    }

    /** What is to be learnt. */
    public Task task() {
        return classes.isEmpty() ? Task.regression(outputs) : Task.classification(classes.size());
    }

    /** Whether a number stays one where inputs are float32. */
    public static boolean isFinite(double value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }

    /** The inputs of one row. */
    public float[] encode(double[] row) {
        float[] inputs = new float[shape().size()];
        encode(row, 0, inputs, 0);
        return inputs;
    }

    /** Writes the inputs of the row that begins at a place; a category is its place among all. */
    public void encode(double[] rows, int from, float[] inputs, int at) {
        int offset = at;
        int width = width();
        for (int i = 0; i < width; i++) {
            if (columns == null) {
                inputs[offset++] = (float) rows[from + i];
            } else {
                columns.get(i).encode(rows[from + i], inputs, offset);
                offset += columns.get(i).width();
            }
        }
    }

    /** How many values a row has. */
    public int width() {
        if (columns != null) {
            return columns.size();
        }
        int width = 1;
        for (int length : input) { // asked for every row, for which a stream is too slow
            width *= length;
        }
        return width;
    }

    /** The file that {@link #ofText} reads. */
    public String text() {
        return YamlWriter.text((Tree.Mapping) Schema.write(Preparation.class, this));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException with all that is wrong with it, a line each
     */
    public static Preparation ofText(String source, String text) {
        Problems problems = new Problems();
        return new YamlReader(problems).map(source, text)
                .flatMap(tree -> Schema.bind(Preparation.class, tree, "", problems, Settings.of(Preparation.class)))
                .orElseThrow(() -> new IllegalArgumentException(problems.inOrder().stream().map(Problem::message)
                        .collect(Collectors.joining("\n"))));
    }
}
