package gridrun.experiment;

import gridrun.checkpoint.CheckpointSpec;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Matches;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.tracking.TrackingServer;
import gridrun.train.TrainSpec;
import java.util.List;
import java.util.Map;

/**
 * The top level of an experiment file.
 *
 * @param name also a directory's name and the MLflow experiment's
 * @param title a line of text above the sweep's pictures; null for the name
 * @param description what is asked
 * @param extends_ the file that this one changes, relative to it; absent once it has been read
 * @param tags free facts, such as a team, which become tags in MLflow; {@code ${NAME}} in them is an environment
 *     variable's value, {@code ${NAME:-text}} with a text for where it is not set
 * @param seed of the first run: a number, or one for each of data, split, init and order
 * @param data what is learned
 * @param model the network without its output layer
 * @param train how it is trained
 * @param sweep what varies; null for a single run
 * @param expect what must hold of the results, as {@code best.val_accuracy >= 0.95}: of the best configuration's mean
 *     over its seeds, with {@code all:} in front of every run; in smoke runs only what has {@code smoke:} or
 *     {@code smoke all:} in front
 * @param smoke settings that make the experiment short, by short or full names
 * @param checkpoint when runs are saved, so that one that is cut off goes on from there
 * @param plots of which results pictures are drawn: of {@code all}; of the sweep and of the best, the median and the
 *     worst run of each configuration, {@code best}; of {@code none}. The others are drawn by {@code results --plots}
 * @param tracking the MLflow server's address, {@code none}, or null for the usual one
 */
record ExperimentSpec(
        @Matches(ExperimentSpec.NAME) String name,
        @Default("null") String title,
        @Default("null") String description,
        @Default("null") String extends_,
        @Default("null") Map<String, String> tags,
        @Default("0") Seed seed,
        DatasetSpec data,
        ModelSpec model,
        @Default("{}") TrainSpec train,
        @Default("null") SweepSpec sweep,
        @Default("null") List<Expectation> expect,
        @Default("null") Map<Overridden, Overriding> smoke,
        @Default("{}") CheckpointSpec checkpoint,
        @Default("best") PlotPolicy plots,
        @Default("null") String tracking) {

    /** One segment of a path everywhere, with room for {@code -smoke}. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,93}";
    private static final String TITLE = "(?=.*\\S)[^\\p{Cntrl}]{1,200}";

    ExperimentSpec {
        Check.that(name.matches(NAME), "name", "'" + name + "'",
                "a name: up to 94 letters, digits, '.', '_' or '-', a letter or digit first");
        Check.that(title == null || title.matches(TITLE), "title", "'" + title + "'",
                "a line of text of up to 200 letters");
        Check.that(extends_ == null, "extends", "'" + extends_ + "'", "possible here; only a file can extend another");
        tracking = tracking == null ? null : TrackingServer.check(tracking);
        boolean repeats = sweep != null
                && (sweep.seeds() instanceof Seeds.Repeats || sweep.seeds() instanceof Race);
        Check.that(!repeats || seed.first() <= Long.MAX_VALUE - Cells.MOST, "seed", seed.first(),
                "a first seed that others can follow");
        tags = tags == null ? Map.of() : tags;
        expect = expect == null ? List.of() : expect;
    }
}
