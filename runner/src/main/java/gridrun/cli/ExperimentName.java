package gridrun.cli;

import gridrun.config.Problems;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an experiment is called that a command line names by its name, its file or an identity. */
final class ExperimentName {

    private ExperimentName() {
    }

    /** A file's experiment, or the word itself; empty, with the mistakes told, for a file that is not right. */
    static Optional<String> of(String word, Terminal terminal) {
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            return Optional.of(word);
        }
        Problems problems = new Problems();
        Optional<String> name = JavaFile.read(file, Request.PLAIN, problems).map(Experiment::name);
        if (name.isEmpty()) {
            terminal.err().print(problems.render());
        }
        return name;
    }
}
