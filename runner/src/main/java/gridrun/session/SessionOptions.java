package gridrun.session;

import gridrun.artifact.Kept;
import gridrun.component.Check;
import gridrun.data.DataDirectory;
import gridrun.execute.RetryRules;
import gridrun.experiment.Experiment;
import gridrun.plan.Concurrency;
import gridrun.plot.PictureFormat;
import gridrun.tracking.TrackingServer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * How experiments are run by a program. What is left open is as on the command line, but that nothing is published
 * unless it is asked for: a program should start no server behind its user's back.
 *
 * @param results the results directory
 * @param data the directory of data files
 * @param concurrency runs at a time, and threads inside each or 0 for as many as there are cores left over
 * @param rules which runs are trained, and after how many failures no other is started
 * @param profile whether the operations of the training steps are timed
 * @param keep what runs leave behind beside the usual
 * @param formats of the pictures, PNG among them
 * @param tracking an MLflow server's address, or {@code none}; empty for the experiment's, or else the usual one
 * @param environment of the process, for the places of caches and MLflow's variables
 * @param stop asked often, from several threads, whether to stop; so is the interrupt of the thread that runs
 */
public record SessionOptions(Path results, Path data, Concurrency concurrency, RetryRules rules, boolean profile,
        Set<Kept> keep, Set<PictureFormat> formats, Optional<String> tracking, Map<String, String> environment,
        BooleanSupplier stop) {

    public SessionOptions {
        keep = Set.copyOf(keep);
        formats = Set.copyOf(formats);
        environment = Map.copyOf(environment);
    }

    /** The usual ones, with the results in this directory. */
    public static SessionOptions in(Path results) {
        Map<String, String> environment = System.getenv();
        return new SessionOptions(results, DataDirectory.locate(null, environment),
                new Concurrency(Runtime.getRuntime().availableProcessors(), 0), RetryRules.USUAL, false, Set.of(),
                Set.of(PictureFormat.PNG), Optional.of(TrackingServer.NONE), environment, () -> false);
    }

    /**
     * So many runs at a time.
     *
     * @throws Check.Invalid below 1
     */
    public SessionOptions withJobs(int jobs) {
        Check.that(jobs > 0, "jobs", jobs, "a whole number from 1");
        return with(new Concurrency(jobs, concurrency.threads()));
    }

    /**
     * So many threads inside each run.
     *
     * @throws Check.Invalid below 1
     */
    public SessionOptions withThreads(int threads) {
        Check.that(threads > 0, "threads", threads, "a whole number from 1");
        return with(new Concurrency(concurrency.jobs(), threads));
    }

    private SessionOptions with(Concurrency other) {
        return new SessionOptions(results, data, other, rules, profile, keep, formats, tracking, environment, stop);
    }

    /** Results in this directory. */
    public SessionOptions withResults(Path directory) {
        return new SessionOptions(directory, data, concurrency, rules, profile, keep, formats, tracking, environment,
                stop);
    }

    /** Data files in this directory. */
    public SessionOptions withData(Path directory) {
        return new SessionOptions(
                results, directory, concurrency, rules, profile, keep, formats, tracking, environment, stop);
    }

    /** Other rules. */
    public SessionOptions withRules(RetryRules other) {
        return new SessionOptions(results, data, concurrency, other, profile, keep, formats, tracking, environment,
                stop);
    }

    /** Runs that leave behind more than the usual, and those that were trained before as well. */
    public SessionOptions withKept(Kept... further) {
        return new SessionOptions(results, data, concurrency, rules, profile, Set.of(further), formats, tracking,
                environment, stop);
    }

    /** Pictures as SVG beside those in PNG. */
    public SessionOptions withSvg() {
        return new SessionOptions(results, data, concurrency, rules, profile, keep,
                EnumSet.of(PictureFormat.PNG, PictureFormat.SVG), tracking, environment, stop);
    }

    /** The operations of the training steps timed. */
    public SessionOptions withProfile() {
        return new SessionOptions(results, data, concurrency, rules, true, keep, formats, tracking, environment, stop);
    }

    /**
     * Published to the server at this address.
     *
     * @throws Check.Invalid if it can be none
     */
    public SessionOptions withTracking(String address) {
        return tracked(Optional.of(TrackingServer.check(address)));
    }

    /** Published where the experiment says, or else to the usual server, which is started where none runs. */
    public SessionOptions withUsualTracking() {
        return tracked(Optional.empty());
    }

    private SessionOptions tracked(Optional<String> where) {
        return new SessionOptions(results, data, concurrency, rules, profile, keep, formats, where, environment, stop);
    }

    /** Stopped as soon as this says so; what is under way then is recorded as interrupted, and is taken up again. */
    public SessionOptions withStop(BooleanSupplier isToStop) {
        return new SessionOptions(
                results, data, concurrency, rules, profile, keep, formats, tracking, environment, isToStop);
    }

    /** Where an experiment is published: an address, {@code none}, or empty for the usual server. */
    Optional<String> tracking(Experiment experiment) {
        return tracking.or(() -> Optional.ofNullable(experiment.tracking()))
                .or(() -> Optional.ofNullable(environment.get("MLFLOW_TRACKING_URI")).filter(uri -> !uri.isBlank()));
    }

    /** The concurrency for so many runs on this machine. */
    Concurrency concurrency(int runs) {
        return concurrency.of(runs, Runtime.getRuntime().availableProcessors());
    }
}
