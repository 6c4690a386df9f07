package gridrun.trained;

import gridrun.data.DataLoader;
import gridrun.data.FittedColumn;
import gridrun.data.Preparation;
import gridrun.nn.Network;
import gridrun.store.DurableFiles;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.train.Predictor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A trained net as an object: it answers rows as its data had them, before anything was scaled or encoded. The data
 * that it was trained on are not needed.
 *
 * <p>Safe for threads: each that asks at the same time has a copy of the network of its own.
 */
public final class Model {

    private final byte[] config;
    private final TrainedNetwork trained;
    private final Task task;
    private final Queue<Network> idle = new ConcurrentLinkedQueue<>();

    private Model(byte[] config, TrainedNetwork trained) {
        this.config = config;
        this.trained = trained;
        this.task = preparation().task();
    }

    /**
     * Loads a model from a run's directory, or from where {@link #save save} wrote one.
     *
     * @throws Unusable if a file is missing or damaged, or they do not go together
     */
    public static Model load(Path directory) throws Unusable {
        return new Model(TrainedNetwork.read(directory.resolve(TrainedNetwork.CONFIG)),
                TrainedNetwork.load(directory));
    }

    /**
     * Writes the three files that make the model into a directory, which is made where it is not there. Loaded again it
     * is the same to the bit.
     *
     * @throws IOException if they cannot be written
     */
    public void save(Path directory) throws IOException {
        Files.createDirectories(directory);
        DurableFiles.write(directory.resolve(TrainedNetwork.CONFIG), config);
        DurableFiles.write(directory.resolve(TrainedNetwork.PREPARATION),
                preparation().text().getBytes(StandardCharsets.UTF_8));
        DurableFiles.write(directory.resolve(TrainedNetwork.WEIGHTS), trained.weights());
    }

    /** The names of the columns that a row has; empty where its values have no names. */
    public List<String> columns() {
        return preparation().columns() == null ? List.of()
                : preparation().columns().stream().map(FittedColumn::name).toList();
    }

    /** The lengths of one row's axes, such as {@code [28, 28, 1]}; of rows with columns their number. */
    public List<Integer> shape() {
        return preparation().columns() == null ? preparation().input() : List.of(preparation().width());
    }

    /** What the classes are called, in the order of their numbers; empty where values are real. */
    public List<String> classes() {
        return preparation().classes();
    }

    /** The SHA-256 of the weights, as the run recorded it. */
    public String weightsSha256() {
        return trained.network().parameters().sha256();
    }

    /**
     * Answers one row of numbers.
     *
     * @param row as the data had it: in the order of the {@link #columns columns}, or row-major in the
     *     {@link #shape shape}
     * @throws IllegalArgumentException if it has another number of values, or one that is no finite number within
     *     float32; of a row with columns NaN stands for a missing one
     */
    public Prediction predict(double... row) {
        return predict(new double[][] {row}).get(0);
    }

    /**
     * Answers rows of numbers, each as in {@link #predict(double...)}.
     *
     * @throws IllegalArgumentException as there; the message names the row, from 0
     */
    public List<Prediction> predict(double[][] rows) {
        for (FittedColumn column : preparation().columns() == null ? List.<FittedColumn>of()
                : preparation().columns()) {
            if (column.categories() != null) {
                throw new IllegalArgumentException("'%s' has categories, and a row of numbers none: "
                        .formatted(column.name())
                        + "name the values, as in predict(Map.of(\"%s\", …))"
                                .formatted(column.name()));
            }
        }
        for (int i = 0; i < rows.length; i++) {
            check(rows[i], i);
        }
        return answers(rows);
    }

    /**
     * Answers a row by the names of its columns. What else is in the map is left alone.
     *
     * @param row numbers, or the texts of categories, by the name; null for what is missing
     * @throws IllegalArgumentException if a column is not there, a value is no number, or a category was never seen
     */
    public Prediction predict(Map<String, ?> row) {
        return predict(Collections.singletonList(row)).get(0);
    }

    /**
     * Answers rows by the names of their columns, each as in {@link #predict(Map)}.
     *
     * @throws IllegalArgumentException as there
     */
    public List<Prediction> predict(List<? extends Map<String, ?>> rows) {
        if (preparation().columns() == null) {
            throw new IllegalArgumentException("the values of a row have no names: give them as numbers, in the shape "
                    + shape());
        }
        for (int i = 0; i < rows.size(); i++) {
            requireRow(rows.get(i), i);
        }
        return answers(rows.stream().map(row -> NamedRow.of(preparation().columns(), row)).toArray(double[][]::new));
    }

    /**
     * Answers the rows of a CSV file that has the columns that the training file had, the target or not.
     *
     * @param notes is told what of the file is left out or was never learnt
     * @throws gridrun.data.UnreadableFile if the file is missing, or has no such rows
     */
    public List<Prediction> predict(Path csv, Consumer<String> notes) {
        return answers(DataLoader.read(trained.settings().data(), preparation(), List.of(csv), false, notes));
    }

    private Preparation preparation() {
        return trained.preparation();
    }

    private static void requireRow(Object row, int at) {
        if (row == null) {
            throw new IllegalArgumentException("row %d is null".formatted(at));
        }
    }

    private void check(double[] row, int at) {
        requireRow(row, at);
        if (row.length != preparation().width()) {
            throw new IllegalArgumentException("row %d has %d values; the model takes %d, %s".formatted(at, row.length,
                    preparation().width(), columns().isEmpty() ? "in the shape " + shape() : "which are " + columns()));
        }
        for (int i = 0; i < row.length; i++) {
            boolean missing = Double.isNaN(row[i]) && !columns().isEmpty();
            if (!Preparation.isFinite(row[i]) && !missing) {
                throw new IllegalArgumentException("row %d: value %d is %s, no finite number within float32"
                        .formatted(at, i, row[i]));
            }
        }
    }

    private List<Prediction> answers(double[][] rows) {
        if (rows.length == 0) {
            return List.of();
        }
        int size = preparation().shape().size();
        float[] inputs = new float[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            preparation().encode(rows[i], 0, inputs, i * size);
            for (int at = i * size; at < (i + 1) * size; at++) {
                if (!Float.isFinite(inputs[at])) {
                    throw new IllegalArgumentException(("row %d is too far from what was learnt: scaled, it has an "
                            + "input of %s").formatted(i, inputs[at]));
                }
            }
        }
        return answers(new Dataset(preparation().shape(), inputs, task, new float[rows.length * task.width()],
                preparation().targetScaling()));
    }

    private List<Prediction> answers(Dataset data) {
        Network network = idle.poll();
        if (network == null) {
            network = trained.copy();
        }
        double[] all;
        try {
            Predictor predictor = new Predictor(network);
            all = task.isClassification() ? predictor.probabilities(data) : predictor.outputs(data);
        } finally {
            idle.add(network);
        }
        int width = task.isClassification() ? task.classes() : task.width();
        Prediction[] predictions = new Prediction[data.size()];
        Arrays.setAll(predictions,
                i -> new Prediction(classes(), Arrays.copyOfRange(all, i * width, (i + 1) * width)));
        return List.of(predictions);
    }
}
