package gridrun.session;

import gridrun.comparison.Race;
import gridrun.effect.Components;
import gridrun.effect.Effects;
import gridrun.plan.Plan;
import gridrun.report.Report;
import gridrun.result.ExpectationVerdict;
import gridrun.result.WeightsComparison;
import gridrun.store.Run;
import gridrun.store.Sweep;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an experiment has come to.
 *
 * @param plan as it was before anything was trained
 * @param sweep the sweep as results hold it; a single run has one of its own
 * @param directory where the sweep's own files are, or those of the only run
 * @param runs as they stand now, in the order of the plan
 * @param lostFiles files that are gone of runs that have a result, by the runs; none where it was interrupted
 * @param report the ranked configurations, of those runs that have ended
 * @param verdicts what became of what the experiment expects; none where it was interrupted
 * @param repetition compares the weights of runs that were trained again with those before
 * @param started whether all runs were started: not so after too many failures, nor when interrupted
 * @param interrupted whether it was stopped before its end; the same experiment, run again, continues
 * @param recorded whether the results have taken all that was made of the runs: tables, pictures, the report
 * @param publication how publishing ended; empty where nothing is published, and until it has ended
 */
public record Conclusion(Plan plan, Sweep sweep, Path directory, List<Run> runs, Map<Run, List<String>> lostFiles,
        Report report, List<ExpectationVerdict> verdicts, WeightsComparison repetition, boolean started,
        boolean interrupted, boolean recorded, Optional<Publication> publication) {

    public Conclusion {
        runs = List.copyOf(runs);
        lostFiles = Collections.unmodifiableMap(new LinkedHashMap<>(lostFiles));
        verdicts = List.copyOf(verdicts);
    }

    /** How much of what the runs differ in comes from which axis, or why that cannot be said. */
    public Effects.Answer effects() {
        return Effects.of(report.objective(), report.runs());
    }

    /** Where the spread of the runs comes from; empty where no purpose has several seeds of its own. */
    public Optional<Components> components() {
        return Components.of(report.objective(), report.runs());
    }

    /** The race by which configurations got their seeds; empty where all got the same. */
    public Optional<Race> race() {
        return report.ranking().race();
    }

    /** The runs that an error ended. */
    public List<Run> failed() {
        return runs.stream().filter(Run::hasFailed).toList();
    }

    /** The runs whose loss lost its bounds, which is a result. */
    public List<Run> diverged() {
        return runs.stream().filter(Run::isDiverged).toList();
    }

    /** The runs that have no end. */
    public List<Run> unfinished() {
        return runs.stream().filter(run -> run.outcome().isEmpty()).toList();
    }

    /** The runs that were trained again to other weights, which must not be. */
    public List<Run> unrepeated() {
        return repetition.different(runs);
    }

    /**
     * Whether all runs were trained to a result that is whole, and to the same one as before where they had one, and
     * all is recorded.
     */
    public boolean isComplete() {
        return !interrupted && started && recorded && failed().isEmpty() && unrepeated().isEmpty()
                && lostFiles.isEmpty();
    }

    /** Whether something that the experiment expects of its results does not hold. */
    public boolean hasMissed() {
        return verdicts.stream().anyMatch(verdict -> !verdict.holds());
    }

    Conclusion with(boolean interruptedSince, boolean recordedSince, Optional<Publication> published) {
        return new Conclusion(plan, sweep, directory, runs, lostFiles, report, verdicts, repetition, started,
                interrupted || interruptedSince, recorded && recordedSince, published);
    }
}
