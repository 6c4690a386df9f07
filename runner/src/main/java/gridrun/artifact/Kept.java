package gridrun.artifact;

import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import gridrun.trained.Evaluation;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run leaves behind on demand, so that others can compute what Gridrun does not. */
public enum Kept {

    /**
     * {@code predictions.csv}: of each example of the validation part and of the test part its number, its target, and
     * what the kept weights say of it.
     */
    PREDICTIONS {
        @Override
        String content(TrainedRun run, Splits data) {
            List<Splits.Part> held = data.parts().stream().filter(part -> part != data.train()).toList();
            Evaluation evaluation = new Evaluation(run.network(), run.preparation().classes());
            List<String> classes = run.preparation().classes();
            List<Column> columns = new ArrayList<>(numbered(held));
            columns.add(column("target", held, part -> example -> target(part.data(), example, classes)));
            List<List<Column>> predicted =
                    held.stream().map(part -> evaluation.predictions(part.data()).table()).toList();
            for (int i = 0; !held.isEmpty() && i < predicted.get(0).size(); i++) {
                int place = i;
                columns.add(new Column(predicted.get(0).get(i).title(),
                        predicted.stream().flatMap(part -> part.get(place).cells().stream()).toList(), false));
            }
            return new Table(columns).csv();
        }
    },

    /** {@code splits.csv}: which examples are in which part, by their numbers before they were split. */
    SPLITS {
        @Override
        String content(TrainedRun run, Splits data) {
            return new Table(numbered(data.parts())).csv();
        }
    };

    abstract String content(TrainedRun run, Splits data);

    /** As the command line names it: {@code predictions}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The artifact's name. */
    public String file() {
        return word() + ".csv";
    }

    /** Those of a run that are wanted and not there: what makes each, by name. */
    public static Map<String, Callable<byte[]>> missing(Set<Kept> wanted, Store store, Sweep sweep, Run run,
            DataLoader loader) throws IOException {
        List<Kept> missing = wanted.stream().filter(kept -> run.isCompleted() && run.artifacts().stream()
                .noneMatch(file -> file.path().equals(kept.file()))).sorted().toList();
        Map<String, Callable<byte[]>> files = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            TrainedRun trained = TrainedRun.forPictures(store, sweep, run, loader);
            Splits data = trained.data();
            missing.forEach(kept -> files.put(kept.file(),
                    () -> kept.content(trained, data).getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }

    private static List<Column> numbered(List<Splits.Part> parts) {
        return List.of(column("part", parts, part -> example -> part.role()),
                column("example", parts, part -> example -> Integer.toString(part.numbers()[example])));
    }

    private static Column column(String title, List<Splits.Part> parts, Function<Splits.Part, IntFunction<String>> of) {
        Stream<String> cells = parts.stream()
                .flatMap(part -> IntStream.range(0, part.data().size()).mapToObj(of.apply(part)));
        return new Column(title, cells.toList(), false);
    }

    private static String target(Dataset data, int example, List<String> classes) {
        if (data.task().isClassification()) {
            return classes.get(data.label(example));
        }
        int width = data.task().width();
        float[] targets = Arrays.copyOfRange(data.targets(), example * width, (example + 1) * width);
        Scaling scaling = data.scaling();
        return IntStream.range(0, width).mapToDouble(i -> scaling.unscaled(targets[i]))
                .map(value -> scaling.equals(Scaling.NONE) ? Figures.single(value)
                        : Figures.onScale(value, scaling.scale()))
                .mapToObj(Figures::exact).reduce((one, other) -> one + " " + other).orElse("");
    }
}
