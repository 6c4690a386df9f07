package gridrun.experiment;

import gridrun.checkpoint.CheckpointSpec;
import gridrun.comparison.Terms;
import gridrun.config.Problems;
import gridrun.config.Structure;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import gridrun.data.DatasetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An experiment file with its overrides, expanded into runs.
 *
 * @param file where it stands, as it was named; files that it names are looked for from there
 * @param name the experiment's, with {@code -smoke} for smoke runs
 * @param title a line of text above the pictures; null for the name
 * @param description what is asked; null for nothing
 * @param tags free facts, which are no part of any identity
 * @param checkpoint when runs are saved
 * @param plots of which results pictures are drawn
 * @param tracking the MLflow server's address, {@code none}, or null for the usual one
 * @param metric what is ranked
 * @param terms how configurations are compared
 * @param smoke whether the smoke settings are applied
 * @param sweepId the identity of the sweep; null for a single run
 * @param axes the full names of what varies
 * @param excluded the number of configurations that the sweep leaves out
 * @param notes what the command line changed that one might miss, a sentence each
 * @param runs all runs in order
 * @param expect what must hold of the results; in smoke runs what is to hold there too
 * @param resolved the whole file with every default, each value with its origin
 */
public record Experiment(
        Path file, String name, String title, String description, UserTags tags, CheckpointSpec checkpoint,
        PlotPolicy plots,
        String tracking, RankedMetric metric, Terms terms, boolean smoke, String sweepId, List<String> axes,
        int excluded,
        List<String> notes,
        List<RunSpec> runs,
        List<Expectation> expect, ResolvedFile resolved) {

    /** Whether there is one run only, which belongs to no sweep. */
    public boolean isSingle() {
        return sweepId == null;
    }

    /** Why what is ranked does not say which configuration is better; empty where it does. */
    public Optional<String> unrankable() {
        return new UnitCheck(metric.quantity(), runs).warning();
    }

    /** The data of its runs, each once. */
    public List<DatasetSpec> data() {
        return Structure.distinct(runs.stream().map(RunSpec::data).toList());
    }

    /**
     * Reads a file and those it extends.
     *
     * @return the experiment; empty where anything is wrong, all of which is then among the problems
     */
    public static Optional<Experiment> read(Path file, Request request, Problems problems) {
        ExperimentReader reading = new ExperimentReader(request, problems);
        return new YamlReader(problems).read(file).flatMap(tree -> reading.resolve(file, tree));
    }

    /** Reads a file's text, named as {@code source} in errors. */
    public static Optional<Experiment> parse(String source, String text, Request request, Problems problems) {
        ExperimentReader reading = new ExperimentReader(request, problems);
        return new YamlReader(problems).map(source, text).flatMap(tree -> reading.resolve(Path.of(source), tree));
    }

    /**
     * Reads what a Java program says.
     *
     * @param file the source as it is named in errors; files that it names are looked for from there
     * @param said as a file would say it; what it extends may be such a tree itself
     */
    public static Optional<Experiment> of(Path file, Tree.Mapping said, Request request, Problems problems) {
        return new ExperimentReader(request, problems).resolve(file, said);
    }

    /** All that a tree says with what it extends, settings by full names; empty where that cannot be read. */
    public static Optional<Tree.Mapping> inherited(Path file, Tree.Mapping said, Problems problems) {
        return new Inheritance(problems).resolve(file, said);
    }

    /** Reads a file as the command line asks, its sweep included. */
    public static Optional<Experiment> read(Path file, List<String> overrides, boolean smoke, Problems problems) {
        return read(file, new Request(overrides, smoke, true), problems);
    }

    /** Reads a text as the command line asks, its sweep included. */
    public static Optional<Experiment> parse(
            String source, String text, List<String> overrides, boolean smoke, Problems problems) {
        return parse(source, text, new Request(overrides, smoke, true), problems);
    }
}
