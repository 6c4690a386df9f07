package gridrun.experiment;

import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.YamlReader;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
import java.util.Optional;

/** What a run's own file says, where everything is decided and written out: no file of its data is looked for. */
public record RunSettings(DatasetSpec data, ModelSpec model, TrainSpec train) {

    /**
     * Reads the text that {@link RunSpec#yaml} wrote.
     *
     * @return the settings; empty where anything is wrong, all of which is then among the problems
     */
    public static Optional<RunSettings> parse(String source, String text, Problems problems) {
        return new YamlReader(problems).map(source, text)
                .flatMap(tree -> Schema.bind(ExperimentSpec.class, tree, "", problems, Keys.SETTINGS))
                .map(file -> new RunSettings(file.data(), file.model(), file.train()));
    }
}
