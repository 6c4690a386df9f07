package gridrun.artifact;

import gridrun.data.DatasetSpec;
import gridrun.data.FittedColumn;
import gridrun.data.FittedColumn.Numbers;
import gridrun.data.Splits;
import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.store.Artifact;
import gridrun.task.Dataset;
import gridrun.train.Predictor;
import gridrun.trained.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The held-out examples that a network does worst, with what they are: of real targets those with the largest errors,
 * of classes the wrong answers of which it is surest.
 */
final class WorstExamples {

    static final String FILE = Artifact.WORST_EXAMPLES;

    /** Of each part. */
    private static final int MOST = 12;
    /** Columns of features; more are no table that one could read. */
    private static final int MOST_FEATURES = 10;
    private static final int DIGITS = 6;
    private static final String NONE = "part,example,target,prediction\n";

    private final DatasetSpec spec;
    private final Predictor predictor;
    private final Evaluation evaluation;
    private final Splits data;

    /** @param predictor with the weights that were kept */
    WorstExamples(DatasetSpec spec, Predictor predictor, Evaluation evaluation, Splits data) {
        this.spec = spec;
        this.predictor = predictor;
        this.evaluation = evaluation;
        this.data = data;
    }

    /** What makes the table, by its name; nothing where nothing is held out, or a target is several numbers. */
    Map<String, Callable<byte[]>> tables() {
        boolean one = data.preparation().task().isClassification() || data.preparation().outputs() == 1;
        return one && data.parts().size() > 1 ? Map.of(FILE, () -> csv().getBytes(StandardCharsets.UTF_8)) : Map.of();
    }

    String csv() {
        List<Map<String, String>> rows = data.parts().stream().filter(part -> part != data.train())
                .flatMap(part -> (part.data().task().isClassification() ? wrong(part) : farthest(part)).stream())
                .toList();
        return rows.isEmpty() ? NONE : new Table(rows.get(0).keySet().stream()
                .map(title -> new Column(title, rows.stream().map(row -> row.get(title)).toList(), false)).toList())
                .csv();
    }

    private List<Map<String, String>> farthest(Splits.Part part) {
        Dataset examples = part.data();
        double[] said = predictor.outputs(examples);
        double[] right = IntStream.range(0, examples.size())
                .mapToDouble(i -> examples.scaling().unscaled(examples.targets()[i])).toArray();
        return IntStream.range(0, examples.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(said[i] - right[i])))
                .limit(MOST).map(i -> {
                    Map<String, String> row = example(part, i);
                    row.put("target", number(right[i]));
                    row.put("prediction", number(said[i]));
                    row.put("error", number(said[i] - right[i]));
                    return row;
                }).toList();
    }

    private List<Map<String, String>> wrong(Splits.Part part) {
        Dataset examples = part.data();
        int classes = examples.task().classes();
        double[] shares = evaluation.probabilities(examples);
        int[] said = Predictor.classes(shares, classes);
        List<String> names = data.preparation().classes();
        return IntStream.range(0, examples.size()).boxed().filter(i -> said[i] != examples.label(i))
                .sorted(Comparator.comparingDouble((Integer i) -> -shares[i * classes + said[i]]))
                .limit(MOST).map(i -> {
                    Map<String, String> row = example(part, i);
                    row.put("target", names.get(examples.label(i)));
                    row.put("prediction", names.get(said[i]));
                    row.put("p(prediction)", Figures.rounded(shares[i * classes + said[i]], 3));
                    row.put("p(target)", Figures.rounded(shares[i * classes + examples.label(i)], 3));
                    return row;
                }).toList();
    }

    /** Which example it is, and its features where these are few. */
    private Map<String, String> example(Splits.Part part, int example) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("part", part.role());
        row.put("example", Integer.toString(part.numbers()[example]));
        int size = part.data().input().size();
        float[] inputs = part.data().inputs(example);
        List<FittedColumn> columns = data.preparation().columns();
        if (columns != null && columns.size() <= MOST_FEATURES) {
            int place = 0;
            for (FittedColumn column : columns) {
                row.put(column.name(), value(column, inputs, place));
                place += column.width();
            }
        } else if (columns == null && part.data().input().rank() == 1 && size <= MOST_FEATURES) {
            List<String> names = names(size);
            for (int i = 0; i < size; i++) {
                row.put(names.get(i), number(inputs[i]));
            }
        }
        return row;
    }

    private List<String> names(int size) {
        List<String> names = new ArrayList<>(spec.featureNames());
        return names.size() == size ? names : IntStream.rangeClosed(1, size).mapToObj(i -> "x" + i).toList();
    }

    /** A column's value in its own unit; nothing for a category that was not learnt. */
    private static String value(FittedColumn column, float[] inputs, int place) {
        if (column instanceof Numbers numbers) {
            return number(numbers.center() + numbers.scale() * inputs[place]);
        }
        return IntStream.range(0, column.width()).filter(i -> inputs[place + i] == 1).mapToObj(column.categories()::get)
                .findFirst().orElse("");
    }

    private static String number(double value) {
        return Figures.significant(value, DIGITS);
    }
}
