package gridrun.cli;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.DatasetSpec;
import gridrun.data.Download;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** Experiment files on the command line, with the settings that follow them. */
final class ExperimentFiles {

    static final List<Option> OPTIONS = List.of(
            Arguments.option("smoke", null, "apply the file's smoke settings; the experiment is NAME-smoke"),
            Arguments.option("no-sweep", null, "leave out the file's sweep: its base run alone"));

    private ExperimentFiles() {
    }

    /** Reads all files; empty, with all mistakes told, where any is wrong. */
    static Optional<Map<String, Experiment>> read(Arguments arguments, Terminal terminal) {
        List<String> files = new ArrayList<>();
        List<String> overrides = new ArrayList<>();
        for (String word : arguments.words()) {
            (word.contains("=") || word.startsWith("~") ? overrides : files).add(word);
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "which experiment? For example:\n  java -jar runner.jar experiments/lr-sweep.yaml\n"
                            + "--help tells more.");
        }
        files.stream().filter(ExperimentFiles::isLateCommand).findFirst().ifPresent(word -> {
            throw new UsageException(
                    "'%1$s' is a command, and comes first: java -jar runner.jar %1$s ...".formatted(word));
        });
        Request request = new Request(overrides, arguments.has("smoke"), !arguments.has("no-sweep"),
                arguments.environment());
        Problems problems = new Problems();
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        for (String file : files) {
            JavaFile.read(Path.of(file), request, problems)
                    .ifPresent(experiment -> experiments.put(file, experiment));
        }
        if (!problems.isEmpty()) {
            terminal.err().print(problems.render());
            return Optional.empty();
        }
        return Optional.of(experiments);
    }

    /** Whether a word was meant as a command, behind options. */
    private static boolean isLateCommand(String word) {
        return Main.COMMANDS.stream().anyMatch(command -> command.name().equals(word)) && !Files.exists(Path.of(word));
    }

    /** What loads the data of experiments; whatever is absent has been downloaded. */
    static DataLoader loader(Collection<Experiment> experiments, Arguments arguments, Terminal terminal)
            throws IOException {
        DataLoader loader = new DataLoader(
                new DataDirectory(CommonOptions.data(arguments), new Download(terminal.err()::println)));
        for (Experiment experiment : experiments) {
            for (DatasetSpec data : experiment.data()) {
                loader.prepare(data);
            }
        }
        return loader;
    }
}
