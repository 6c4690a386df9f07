package gridrun.experiment;

import gridrun.config.FilePath;
import gridrun.config.Origin;
import gridrun.config.Tree;
import gridrun.config.YamlWriter;
import gridrun.data.DatasetSpec;
import gridrun.nn.Architecture;
import gridrun.nn.ModelSpec;
import gridrun.random.Rng;
import gridrun.random.RunSeeds;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.TrainSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run, as a value: everything that its numbers depend on.
 *
 * @param experiment the experiment's name, with {@code -smoke} for smoke runs
 * @param name what varied, {@code learning_rate=0.05 seed=3}; a single run is named like the experiment
 * @param seeds of all random streams
 * @param fold which of the folds of its data is the validation part, from 1; 0 where there are none
 * @param data what is learned
 * @param model the network without its output layer
 * @param train how it is trained
 * @param swept the axes' short names with their values, in the order of the file
 * @param params every setting by its full name, as people write it
 * @param configId the identity of data, model and train
 * @param parts data, model and train in full
 */
public record RunSpec(
        String experiment,
        String name,
        RunSeeds seeds,
        int fold,
        DatasetSpec data,
        ModelSpec model,
        TrainSpec train,
        Map<String, String> swept,
        Map<String, String> params,
        String configId,
        List<Canonical> parts) {

    /** The name that a run of these values has. */
    static String name(Map<String, String> swept, Repeat repeat, int fold) {
        StringBuilder name = new StringBuilder();
        swept.forEach((key, value) -> name.append(key).append('=').append(value).append(' '));
        return name.append(repeat.name()).append(fold == 0 ? "" : " fold=" + fold).toString();
    }

    /** The number that stands for its seeds, which is the seed where they are one. */
    public long seed() {
        return seeds.number();
    }

    /** The stream that its initial weights come from: each fold has one of its own. */
    public Rng beginning() {
        return stream(seeds.init());
    }

    /** The stream that the course of its training comes from: each fold has one of its own. */
    public Rng course() {
        return stream(seeds.order());
    }

    private Rng stream(long seed) {
        Rng random = Rng.of(seed);
        return fold == 0 ? random : random.split("fold").split(fold);
    }

    /** Where the files are that the data name, absolute, by the settings' full names. */
    public Map<String, String> files() {
        return FilePath.in((Record) data).entrySet().stream()
                .collect(Collectors.toMap(file -> "data." + file.getKey(), file -> file.getValue().toString()));
    }

    /** The configuration without its epochs, and the fold: runs of a seed that differ in nothing else have the same. */
    public String lineage() {
        return Canonical.json(parts, Canonical::lineage)
                + (fold == 0 ? "" : "\nfold " + fold);
    }

    /** The network on paper. */
    public Architecture architecture() {
        return architecture(data.signature().input(), data.signature().task());
    }

    /** The same where the data are known, whatever their files hold by now. */
    public Architecture architecture(Shape input, Task task) {
        return new Architecture(model, train.loss(), input, task);
    }

    /**
     * This run as the text of an experiment file that runs by itself, every default written out.
     *
     * @param fileName the experiment's name in that file
     */
    public String yaml(String fileName) {
        Tree.Mapping file = Tree.Mapping.empty(Origin.DEFAULT)
                .with("name", Origin.DEFAULT, Tree.Scalar.text(fileName))
                .with("seed", Origin.DEFAULT, seed(seeds));
        return YamlWriter.text(file) + parts.stream().map(Canonical::yaml).collect(Collectors.joining());
    }

    private static Tree seed(RunSeeds seeds) {
        if (seeds.isOne()) {
            return Tree.Scalar.plain(seeds.toString(), Origin.DEFAULT);
        }
        Tree.Mapping apart = Tree.Mapping.empty(Origin.DEFAULT);
        for (Map.Entry<String, Long> seed : seeds.byName().entrySet()) {
            apart = apart.with(seed.getKey(), Origin.DEFAULT,
                    Tree.Scalar.plain(seed.getValue().toString(), Origin.DEFAULT));
        }
        return apart;
    }
}
