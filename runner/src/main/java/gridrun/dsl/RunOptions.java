package gridrun.dsl;

import gridrun.component.Check;
import gridrun.data.DataDirectory;
import gridrun.execute.RetryRules;
import gridrun.experiment.Request;
import gridrun.session.Session;
import gridrun.session.SessionListener;
import gridrun.session.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How an experiment is run by a program; immutable.
 *
 * <p>What is not set is as on the command line, environment variables included. There is one exception: results are
 * published to no MLflow server unless {@link #tracking tracking} or {@link #usualTracking usualTracking} asks for it,
 * since a program should start no server behind its user's back.
 */
public final class RunOptions {

    static final RunOptions USUAL = new RunOptions(SessionOptions.in(resultsDirectory(System.getenv())),
            SessionListener.NOBODY, List.of(), false, true);

    private final SessionOptions session;
    private final SessionListener listener;
    private final List<String> overrides;
    private final boolean smoke;
    private final boolean sweep;

    private RunOptions(SessionOptions session, SessionListener listener, List<String> overrides, boolean smoke,
            boolean sweep) {
        this.session = session;
        this.listener = listener;
        this.overrides = List.copyOf(overrides);
        this.smoke = smoke;
        this.sweep = sweep;
    }

    private static Path resultsDirectory(Map<String, String> environment) {
        String named = environment.getOrDefault("GRIDRUN_RESULTS_DIR", "");
        return Path.of(named.isBlank() ? "results" : named);
    }

    private RunOptions with(SessionOptions other) {
        return new RunOptions(other, listener, overrides, smoke, sweep);
    }

    /** So many runs at a time; by default as many as there are cores. */
    public RunOptions jobs(int jobs) {
        return with(session.withJobs(jobs));
    }

    /** So many threads inside one run; by default the cores that are left over. */
    public RunOptions threads(int threads) {
        return with(session.withThreads(threads));
    }

    /** Where results are kept; by default GRIDRUN_RESULTS_DIR, or else {@code results}. */
    public RunOptions results(Path directory) {
        return with(session.withResults(directory));
    }

    /** Where data files are; by default GRIDRUN_DATA_DIR, or else the user's cache directory. */
    public RunOptions data(Path directory) {
        return with(session.withData(DataDirectory.locate(directory, session.environment())));
    }

    /** Published to the MLflow server at this address. */
    public RunOptions tracking(String address) {
        return with(session.withTracking(address));
    }

    /** Published where the experiment says, or else to the usual server, which is started where none runs. */
    public RunOptions usualTracking() {
        return with(session.withUsualTracking());
    }

    /** With the operations of the training steps timed. */
    public RunOptions profile() {
        return with(session.withProfile());
    }

    /** Pictures as SVG beside those in PNG. */
    public RunOptions svg() {
        return with(session.withSvg());
    }

    /** Trains again what has its result, and compares the weights bit for bit. */
    public RunOptions fresh() {
        RetryRules rules = session.rules();
        return with(session.withRules(new RetryRules(true, rules.retryFailed(), rules.mostFailures())));
    }

    /** Tries those runs again that failed before. */
    public RunOptions retryFailed() {
        RetryRules rules = session.rules();
        return with(session.withRules(new RetryRules(rules.fresh(), true, rules.mostFailures())));
    }

    /**
     * Starts no other run after so many have failed.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public RunOptions maxFailures(int failures) {
        Check.that(failures > 0, "maxFailures", failures, "a whole number from 1");
        RetryRules rules = session.rules();
        return with(session.withRules(new RetryRules(rules.fresh(), rules.retryFailed(), failures)));
    }

    /** Stops as soon as this says so; it is asked often, from several threads. */
    public RunOptions stopWhen(BooleanSupplier stop) {
        return with(session.withStop(stop));
    }

    /** Tells somebody how it goes. */
    public RunOptions listener(SessionListener other) {
        return new RunOptions(session, other, overrides, smoke, sweep);
    }

    /** Changes settings, as arguments of the command line do: {@code learning_rate=0.2}, {@code ~early_stopping}. */
    public RunOptions override(String... arguments) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(List.of(arguments));
        return new RunOptions(session, listener, all, smoke, sweep);
    }

    /** With the experiment's smoke settings. */
    public RunOptions smoke() {
        return new RunOptions(session, listener, overrides, true, sweep);
    }

    /** Without the experiment's sweep: its base run alone. */
    public RunOptions noSweep() {
        return new RunOptions(session, listener, overrides, smoke, false);
    }

    Results run(Experiment experiment) {
        gridrun.experiment.Experiment resolved =
                experiment.resolve(new Request(overrides, smoke, sweep, session.environment()));
        try (Session open = Session.open(session, listener)) {
            return new Results(open.run(resolved), session.results());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
