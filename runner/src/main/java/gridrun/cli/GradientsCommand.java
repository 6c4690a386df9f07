package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code gradients FILE...}: compares backpropagation with central differences, and trains nothing. */
final class GradientsCommand implements Command {

    @Override
    public String name() {
        return "gradients";
    }

    @Override
    public String synopsis() {
        return "gradients FILE... [key=value ...]";
    }

    @Override
    public String meaning() {
        return "compare the gradients of every configuration with central differences in float64, on examples of its "
                + "data; trains nothing; exit code 1 where one is wrong, or none could be compared";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ExperimentFiles.OPTIONS);
        options.addAll(List.of(RunCommandOptions.JOBS, RunCommandOptions.QUIET, CommonOptions.DATA_DIR));
        return options;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption)
            throws IOException, InterruptedException {
        Optional<Map<String, Experiment>> experiments = ExperimentFiles.read(arguments, terminal);
        if (experiments.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        DataLoader loader = ExperimentFiles.loader(experiments.get().values(), arguments, terminal);
        GradientReview review = new GradientReview(
                loader, RunCommandOptions.of(arguments).concurrency().jobs(), terminal, interruption);
        int code = Exit.DONE;
        for (Experiment experiment : experiments.get().values()) {
            code = Exit.worse(code, review.isRight(experiment, arguments.has("quiet")) ? Exit.DONE : Exit.RUN_FAILED);
        }
        return interruption.requested() ? Exit.INTERRUPTED : code;
    }
}
