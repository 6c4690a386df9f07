package gridrun.dsl;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import gridrun.dsl.phrase.Key;
import gridrun.dsl.phrase.Place;
import gridrun.dsl.phrase.Setting;
import gridrun.dsl.phrase.Values;
import gridrun.dsl.words.ExperimentWords;
import gridrun.dsl.words.Range;
import gridrun.experiment.ExperimentFile;
import gridrun.experiment.Request;
import gridrun.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An experiment, as a Java program says it; immutable.
 *
 * <p>What names a single thing, such as {@link #data data}, replaces what was said of it before. What names one of
 * several ({@link #over(Key, Object[]) over}, {@link #zip zip}, {@link #inCase inCase}, {@link #exclude exclude},
 * {@link #smoke smoke}, {@link #tag tag}, {@link #expect expect}) comes to what was said before, and takes the place of
 * what had the same name. Nothing is checked until {@link #plan plan}, {@link #run() run} or {@link #toYaml toYaml},
 * but that a single call says no name twice.
 *
 * @see Words#experiment
 */
public final class Experiment extends ExperimentWords<Experiment> {

    private static final String SWEEP = "sweep";
    private static final Pattern NUMBER = Pattern.compile("\\.\\d+(?=\\.|$)");

    private Experiment(Tree.Mapping said) {
        super(said);
    }

    static Experiment named(String name) {
        Place here = Place.here();
        return new Experiment(Tree.Mapping.empty(here.origin())
                .with("name", here.origin(), Values.tree(name, here)));
    }

    @Override
    protected Experiment of(Tree.Mapping changed) {
        return new Experiment(changed);
    }

    /** As a change of another experiment: maps merge, lists are replaced, and another type replaces its whole map. */
    public Experiment extending(Experiment base) {
        return with("extends", base);
    }

    /**
     * As a change of a file.
     *
     * @param file relative to the source where that is run as an experiment file, else to the working directory
     */
    public Experiment extending(String file) {
        return with("extends", file);
    }

    /** With a fact that becomes a tag in MLflow. */
    public Experiment tag(String key, String value) {
        return put("tags", List.of(Setting.of(key, value)));
    }

    /**
     * Varies a setting.
     *
     * @param values what it takes in turn
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> Experiment over(Key<T> key, T... values) {
        return putInSweep("parameters", Setting.of(key, values));
    }

    /**
     * Varies a setting.
     *
     * @param values evenly spaced
     */
    public Experiment over(Key<?> key, Range values) {
        return putInSweep("parameters", Setting.of(key, values));
    }

    /**
     * Varies settings in lockstep; several zips vary each by itself.
     *
     * @param columns {@link Words#over(Key, Object[]) over} with equally many values each
     */
    public Experiment zip(Setting... columns) {
        Tree group = Setting.map(List.of(columns));
        return inSweep("zip", before -> before == null ? group : listed(before, group));
    }

    /**
     * Adds a case: a named bundle of settings. All cases are one more axis, {@code case}.
     *
     * @param settings {@link Words#set set} and {@link Words#without without}; none for the experiment as it is
     */
    public Experiment inCase(String name, Setting... settings) {
        Objects.requireNonNull(name, "the case's name is null");
        return putInSweep("cases", new Setting(name, Place.here().origin(name), Setting.map(List.of(settings))));
    }

    /**
     * Leaves out the configurations in which all of this is so.
     *
     * @param conditions {@link Words#where where}
     */
    public Experiment exclude(Setting... conditions) {
        Tree exclusion = Setting.map(List.of(conditions));
        return inSweep("exclude", before -> listed(before, exclusion));
    }

    /** Ranks by a metric, the largest first. */
    public Experiment maximize(String metric) {
        return metric(metric, ranked -> ranked.goal(Words.MAXIMIZE));
    }

    /** Ranks by a metric, the smallest first. */
    public Experiment minimize(String metric) {
        return metric(metric, ranked -> ranked.goal(Words.MINIMIZE));
    }

    /** With what makes the experiment short. */
    public Experiment smoke(Setting... settings) {
        return put("smoke", List.of(settings));
    }

    /** With what must hold of the results, as {@code best.val_accuracy >= 0.95}. */
    public Experiment expect(String... expectations) {
        Place here = Place.here();
        return change("expect", before -> {
            Tree list = before == null ? new Tree.Sequence(List.of(), here.origin()) : before;
            for (String expectation : expectations) {
                list = listed(list, Values.tree(expectation, here));
            }
            return list;
        });
    }

    /**
     * With a value of a setting by its name: for a change of another experiment.
     *
     * @throws IllegalArgumentException if it is inside a list that this experiment has not said itself, since a list is
     *     replaced as a whole
     */
    public <T> Experiment set(Key<T> key, T value) {
        Setting setting = Setting.of(key, value);
        return of(isInList(key) ? said(key, ExperimentFile.settings().set(tree(), key.name(), setting.keyOrigin(),
                setting.value())) : nested(tree(), key.name(), setting));
    }

    /**
     * Without what this experiment, or one that it extends, says of a setting.
     *
     * @throws IllegalArgumentException as {@link #set set}
     */
    public Experiment without(Key<?> key) {
        if (isInList(key)) {
            boolean there = ExperimentFile.settings().get(tree(), key.name()).isPresent();
            return of(said(key, there ? ExperimentFile.settings().remove(tree(), key.name()) : null));
        }
        if (tree().get("extends") == null && ExperimentFile.settings().names().contains(key.name())) {
            return of(removed(tree(), key.name()));
        }
        return of(nested(tree(), key.name(), Setting.of(key, null)));
    }

    /** A number may be a key of a map, too, such as that of tags. */
    private static boolean isInList(Key<?> key) {
        return NUMBER.matcher(key.name()).results()
                .anyMatch(number -> ExperimentFile.settings().isList(key.name().substring(0, number.start())));
    }

    private Tree.Mapping said(Key<?> key, Tree.Mapping changed) {
        if (changed == null) {
            throw new IllegalArgumentException(("%s: inside a list only what '%s' says itself can be changed, and no "
                    + "item left out; a list is replaced as a whole, so say all of it")
                    .formatted(key.name(), FlatNames.text(tree().get("name"))));
        }
        return changed;
    }

    /** What is not there needs no removal. */
    private static Tree.Mapping removed(Tree.Mapping map, String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        if (dot < 0) {
            return map.without(name);
        }
        return map.get(first) instanceof Tree.Mapping inner
                ? map.with(first, map.entries().get(first).keyOrigin(), removed(inner, name.substring(dot + 1))) : map;
    }

    private static Tree.Mapping nested(Tree tree, String name, Setting setting) {
        Tree.Mapping map = tree instanceof Tree.Mapping already ? already : Tree.Mapping.empty(setting.keyOrigin());
        int dot = name.indexOf('.');
        return dot < 0 ? map.with(name, setting.keyOrigin(), setting.value()) : map.with(name.substring(0, dot),
                setting.keyOrigin(), nested(map.get(name.substring(0, dot)), name.substring(dot + 1), setting));
    }

    private Experiment put(String key, List<Setting> settings) {
        return change(key, before -> Setting.put(mapping(before), settings));
    }

    private Experiment putInSweep(String key, Setting setting) {
        return inSweep(key, before -> Setting.put(mapping(before), List.of(setting)));
    }

    private Experiment inSweep(String key, UnaryOperator<Tree> change) {
        Origin here = Place.here().origin();
        return change(SWEEP, before -> mapping(before).with(key, here, change.apply(mapping(before).get(key))));
    }

    private static Tree.Mapping mapping(Tree before) {
        return before instanceof Tree.Mapping map ? map : Tree.Mapping.empty(Place.here().origin());
    }

    private static Tree listed(Tree before, Tree item) {
        List<Tree> items = new ArrayList<>(
                before instanceof Tree.Sequence list ? list.items() : before == null ? List.of() : List.of(before));
        items.add(item);
        return new Tree.Sequence(items, items.get(0).origin());
    }

    /**
     * What would be run: the configurations with their identities, the runs, and what they cost.
     *
     * @throws InvalidExperiment with all that is wrong
     */
    public Plan plan() {
        return Plan.of(resolve(Request.PLAIN));
    }

    /**
     * Runs what is not done yet, and returns what the experiment has come to; as {@link #run(UnaryOperator)} with all
     * defaults.
     */
    public Results run() {
        return run(options -> options);
    }

    /**
     * Runs what is not done yet, and returns what the experiment has come to.
     *
     * <p>Nothing is printed. Several experiments may run at once. An interrupt of the calling thread stops the runs at
     * their next step; run again, the experiment continues.
     *
     * @param options sets what is to differ from the command line's defaults
     * @throws InvalidExperiment with all that is wrong, so that nothing was run
     * @throws java.io.UncheckedIOException if data cannot be had
     */
    public Results run(UnaryOperator<RunOptions> options) {
        return options.apply(RunOptions.USUAL).run(this);
    }

    /**
     * The experiment as a file says it: what was said, and nothing else.
     *
     * @throws InvalidExperiment if a file that it extends cannot be read
     */
    public String toYaml() {
        if (tree().get("extends") == null) {
            return ExperimentFile.text(tree());
        }
        Problems problems = new Problems();
        return gridrun.experiment.Experiment.inherited(file(), tree(), problems).map(ExperimentFile::text)
                .orElseThrow(() -> new InvalidExperiment(problems));
    }

    /**
     * The experiment with its runs.
     *
     * @throws InvalidExperiment with all that is wrong
     */
    gridrun.experiment.Experiment resolve(Request request) {
        Problems problems = new Problems();
        return resolve(request, problems).orElseThrow(() -> new InvalidExperiment(problems));
    }

    Optional<gridrun.experiment.Experiment> resolve(Request request, Problems problems) {
        return gridrun.experiment.Experiment.of(file(), tree(), request, problems);
    }

    /** The source as errors name it. */
    private Path file() {
        return Path.of(tree().origin().source());
    }
}
