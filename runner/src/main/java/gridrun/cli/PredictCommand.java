package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.store.Store;
import gridrun.task.Dataset;
import gridrun.trained.Evaluation;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code predict RUN FILE.csv}: what a trained run says of rows of which nobody knows the target. */
final class PredictCommand implements Command {

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public String synopsis() {
        return "predict RUN [key=value ...] FILE.csv";
    }

    @Override
    public String meaning() {
        return "for each row the class and the probabilities, or the value, as CSV";
    }

    @Override
    public List<Option> options() {
        return List.of(Arguments.option("output", "FILE", "write the predictions there instead of printing them"),
                CommonOptions.WHEN, CommonOptions.DATA_DIR, CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws IOException {
        List<String> words = EvaluateCommand.words(this, arguments);
        List<Path> files = EvaluateCommand.files(words);
        if (files.size() != 1) {
            throw new UsageException("predict needs one CSV file with the rows to predict");
        }
        Optional<OutputFile> output = arguments.value("output").map(text -> OutputFile.of("output", text));
        String csv;
        try (Store store = CommonOptions.storeToRead(arguments)) {
            RunChoice choice = EvaluateCommand.choice(store, words, arguments);
            choice.tell(terminal);
            TrainedRun run = TrainedRun.load(store, choice.sweep(), choice.run(),
                    EvaluateCommand.loader(arguments, terminal));
            Dataset data = DataLoader.read(run.dataset(), run.preparation(), files, false, terminal.err()::println);
            csv = new Evaluation(run.network(), run.preparation().classes()).predictions(data).csv();
        }
        if (output.isPresent()) {
            return output.get().write(csv.getBytes(StandardCharsets.UTF_8), terminal);
        }
        terminal.out().print(csv);
        terminal.out().flush();
        return Exit.DONE;
    }
}
