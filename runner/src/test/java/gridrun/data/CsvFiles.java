package gridrun.data;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.random.Rng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CSV files of tests, each beside an experiment file that reads it as {@code d.csv}. */
record CsvFiles(Path directory) {

    /** A head, then rows of which each follows from its number. */
    static String rows(String head, int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", head + "\n", "\n"));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path experiment(String settings) {
        return write("experiment.yaml",
                "name: t\ndata: {type: csv, path: d.csv%s}\nmodel: {type: mlp, hidden: [2]}\n".formatted(settings));
    }

    /** The run that the file makes with these settings. */
    RunSpec run(String settings) {
        Problems problems = new Problems();
        return Experiment.read(experiment(settings), List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().get(0);
    }

    DatasetSpec csv(String content, String settings) {
        write("d.csv", content);
        return run(settings).data();
    }

    Splits load(String content, String settings) {
        try {
            return csv(content, settings).load(null, DataStreams.of(Rng.of(1), Rng.of(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told where the file cannot be read with these settings. */
    String errors(String settings) {
        Problems problems = new Problems();
        if (Experiment.read(experiment(settings), List.of(), false, problems).isPresent()) {
            throw new AssertionError("no error");
        }
        return problems.render().replace(directory + "/", "");
    }

    String errors(String content, String settings) {
        write("d.csv", content);
        return errors(settings);
    }
}
