package gridrun.cli;

import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.data.Splits;
import gridrun.report.Figures;
import gridrun.report.Report;
import gridrun.store.Store;
import gridrun.task.Dataset;
import gridrun.trained.Evaluation;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/** {@code evaluate RUN}: the metrics of a trained run on a part of its data, or on data that it has never seen. */
final class EvaluateCommand implements Command {

    private static final List<String> PARTS = List.of("train", "validation", "test");

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String synopsis() {
        return "evaluate RUN [key=value ...] [DATA...]";
    }

    @Override
    public String meaning() {
        return "loss, metrics, figures by class and confusion matrix of a trained run; RUN is the beginning of its "
                + "key, "
                + "or an experiment for the median run of its best configuration; DATA is a CSV file or a pair of idx "
                + "files";
    }

    @Override
    public List<Option> options() {
        return List.of(Arguments.option("part", "PART", "validation (default), test or train, where no DATA is given"),
                CommonOptions.WHEN, CommonOptions.DATA_DIR, CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws IOException {
        List<String> words = words(this, arguments);
        List<Path> files = files(words);
        if (files.size() > 2 || !files.isEmpty() && arguments.has("part")) {
            throw new UsageException("evaluate takes one CSV file, or a pair of idx files, or --part");
        }
        try (Store store = CommonOptions.storeToRead(arguments)) {
            RunChoice choice = choice(store, words, arguments);
            TrainedRun run = TrainedRun.load(store, choice.sweep(), choice.run(), loader(arguments, terminal));
            if (!files.isEmpty()) {
                Dataset data = DataLoader.read(run.dataset(), run.preparation(), files, true,
                        terminal.err()::println);
                print(run, choice, files.get(0).toString(), data, terminal);
            } else {
                Splits.Part part = part(arguments.value("part").orElse("validation"), run.data());
                print(run, choice, part.role(), part.data(), terminal);
            }
        }
        return Exit.DONE;
    }

    private static Splits.Part part(String name, Splits splits) {
        if (!PARTS.contains(name)) {
            throw new UsageException("--part: '%s' is not one of train, validation, test".formatted(name));
        }
        return splits.parts().stream().filter(part -> part.role().equals(name)).findFirst().orElseThrow(
                () -> new UsageException("--part: these data have no %s part; there are %s".formatted(name, String.join(
                        ", ", splits.parts().stream().map(Splits.Part::role).toList()))));
    }

    private static void print(TrainedRun run, RunChoice choice, String part, Dataset data,
            Terminal terminal) {
        Evaluation evaluation = new Evaluation(run.network(), run.preparation().classes());
        terminal.out().println(choice.told());
        terminal.out().printf("%s: %s%n%n", part, Figures.counted(data.size(), "example"));
        Map<String, Double> metrics = evaluation.metrics(data, run.train().measured(data.task()));
        int column = metrics.keySet().stream().mapToInt(String::length).max().orElse(0);
        metrics.forEach((name, value) -> terminal.out().printf(
                "%-" + Math.max(10, column + 2) + "s%s%n", name, Report.figure(value)));
        if (data.task().isClassification()) {
            terminal.out().println();
            terminal.out().print(evaluation.confusion(part, data).text(terminal.width(), terminal.unicode()));
        }
        terminal.out().flush();
    }

    // What naming a run and reading its data have in common with predict.

    static List<String> words(Command command, Arguments arguments) {
        if (arguments.words().isEmpty()) {
            throw new UsageException(
                    command.name() + " needs a run: the beginning of its key, or an experiment's name");
        }
        return arguments.words();
    }

    static RunChoice choice(Store store, List<String> words, Arguments arguments) {
        return RunChoice.of(store, words.get(0), words.stream().skip(1).filter(RunChoice::isCondition).toList(),
                CommonOptions.when(arguments));
    }

    static List<Path> files(List<String> words) {
        return words.stream().skip(1).filter(word -> !RunChoice.isCondition(word)).map(Path::of)
                .map(Path::toAbsolutePath).toList();
    }

    static DataLoader loader(Arguments arguments, Terminal terminal) {
        return new DataLoader(new DataDirectory(CommonOptions.data(arguments), new Download(terminal.err()::println)));
    }
}
