package gridrun.cli;

import gridrun.artifact.Kept;
import gridrun.execute.RetryRules;
import gridrun.plan.Concurrency;
import gridrun.plot.PictureFormat;
import gridrun.session.SessionOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/**
 * How experiments are to be run.
 *
 * @param concurrency runs at a time, and threads inside each where that was asked
 * @param profile whether the operations of a step are timed
 * @param keep what runs leave behind beside the usual
 * @param formats of the pictures
 * @param failOnDivergence whether a run that diverged is an error
 * @param junit where a report for CI systems goes
 * @param requireTracking whether what is not brought to MLflow is an error
 * @param quiet whether neither plan nor progress is shown
 */
record RunCommandOptions(Concurrency concurrency, RetryRules rules, boolean profile, Set<Kept> keep,
        Set<PictureFormat> formats, boolean failOnDivergence, Optional<OutputFile> junit, boolean requireTracking,
        boolean quiet) {

    static final Option JOBS = Arguments.option("jobs", "N", "runs at a time (default: the number of cores)");
    private static final int MOST_FAILURES = 999_999;

    static final Option QUIET = Arguments.option("quiet", null, "no plan and no progress; results and errors alone");

    static final List<Option> KNOWN = List.of(
            JOBS,
            Arguments.option("threads", "N", "threads inside one run (default: 1; with fewer runs than --jobs, "
                    + "the cores left over); the results are the same"),
            Arguments.option("check-gradients", null, "first compare the gradients of every configuration with central "
                    + "differences; where one is wrong, train nothing"),
            Arguments.option("profile", null,
                    "time every operation of the training steps: calls, FLOPs and the share of "
                            + "the machine's ceiling, as a table, profile.csv and profile.png; the results are the "
                            + "same"),
            Arguments.option("keep", "WHAT", "what each run leaves behind besides: predictions (of every example held "
                    + "out), splits (which example is in which part), or both, with a comma; of finished runs too"),
            Arguments.option("plots", "FORMAT",
                    "svg: pictures as SVG, too, beside those in PNG; also of finished runs"),
            Arguments.option("fail-fast", null, "start no other run after one has failed"),
            Arguments.option("max-failures", "N", "start no other run after N have failed"),
            Arguments.option("retry-failed", null, "try those again that failed before, or whose files are gone"),
            Arguments.option("fresh", null,
                    "train again what has its result, and compare the weights bit for bit"),
            Arguments.option("fail-on-divergence", null,
                    "exit with 1 where a run diverged, which is otherwise a result"),
            Arguments.option("junit", "FILE", "write a report for CI systems: a case a run, and one an expectation"),
            Arguments.option("require-tracking", null, "exit with 4 where not everything was brought to MLflow"),
            QUIET);

    /**
     * Reads the options.
     *
     * @throws UsageException where a value is not right
     */
    static RunCommandOptions of(Arguments arguments) {
        int failures = arguments.positive("max-failures", MOST_FAILURES, Integer.MAX_VALUE);
        return new RunCommandOptions(concurrency(arguments),
                new RetryRules(arguments.has("fresh"), arguments.has("retry-failed"),
                        arguments.has("fail-fast") ? 1 : failures),
                arguments.has("profile"), keep(arguments),
                CommonOptions.formats(arguments), arguments.has("fail-on-divergence"),
                arguments.value("junit").map(text -> OutputFile.of("junit", text)),
                arguments.has("require-tracking"), arguments.has("quiet"));
    }

    /** What diverged runs are taken for. */
    DivergenceRule divergence() {
        return new DivergenceRule(failOnDivergence);
    }

    /** What the session that runs them is told. */
    SessionOptions session(Arguments arguments, Interruption interruption) {
        return new SessionOptions(CommonOptions.results(arguments), CommonOptions.data(arguments), concurrency, rules,
                profile, keep, formats,
                arguments.value("tracking-uri"), arguments.environment(), interruption::requested);
    }

    private static Set<Kept> keep(Arguments arguments) {
        Set<Kept> kept = EnumSet.noneOf(Kept.class);
        for (String word : arguments.value("keep").map(text -> text.split(",", -1)).orElse(new String[0])) {
            kept.add(Stream.of(Kept.values()).filter(each -> each.word().equals(word.strip())).findFirst()
                    .orElseThrow(() -> new UsageException("--keep: '%s' is neither predictions nor splits; both are "
                            .formatted(word.strip()) + "written predictions,splits")));
        }
        return kept;
    }

    private static Concurrency concurrency(Arguments arguments) {
        int cores = Runtime.getRuntime().availableProcessors();
        int jobs = arguments.positive("jobs", Concurrency.MOST, Math.min(cores, Concurrency.MOST));
        int threads = arguments.positive("threads", Concurrency.MOST, 0);
        if (jobs * Math.max(1, threads) > Concurrency.MOST_THREADS) {
            throw new UsageException("--threads: %d in each of %d --jobs are %,d; there may be %,d together"
                    .formatted(threads, jobs, jobs * threads, Concurrency.MOST_THREADS));
        }
        return new Concurrency(jobs, threads);
    }
}
