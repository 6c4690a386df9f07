package gridrun.plan;

import gridrun.comparison.Race;
import gridrun.config.Structure;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Costs.Cost;
import gridrun.report.Figures;
import gridrun.report.Objective;
import gridrun.store.Run;
import gridrun.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an experiment comes to before anything is trained: its runs, what is known of them already, and what they cost.
 *
 * @param experiment what is planned
 * @param jobs all its runs with their identities, in order; in a race those that it may take at most
 * @param costs of its configurations
 * @param known what results hold of the jobs, by run key; of what was never planned nothing
 * @param toDo those of the jobs that are to be trained
 * @param race how far the race is, in which the jobs that it may take are those of the plan; empty where there is none
 */
public record Plan(Experiment experiment, List<Job> jobs, Costs costs, Map<String, Run> known, List<Job> toDo,
        Optional<Race> race) {

    public Plan {
        jobs = List.copyOf(jobs);
        known = Map.copyOf(known);
        toDo = List.copyOf(toDo);
    }

    /** The plan of an experiment of which nothing is known yet: all of it is to do. */
    public static Plan of(Experiment experiment) {
        List<Job> jobs = Job.of(experiment);
        return new Plan(experiment, jobs, Costs.of(experiment), Map.of(), jobs, objective(experiment).race(List.of()));
    }

    /**
     * The same plan where results are known.
     *
     * @param runs the experiment's, as far as there are any
     * @param isDone whether there is nothing to do for such a run
     */
    public Plan with(List<Run> runs, Predicate<Run> isDone) {
        Map<String, Run> byKey = runs.stream().collect(Collectors.toMap(Run::runKey, run -> run));
        Optional<Race> told = objective(experiment).race(runs);
        Plan known = new Plan(experiment, jobs, costs, byKey, jobs.stream()
                .filter(job -> !byKey.containsKey(job.runKey()) || !isDone.test(byKey.get(job.runKey()))).toList(),
                told);
        return told.map(race -> known.of(job -> race.mayTake(job.spec().configId(), job.spec().seed()))).orElse(known);
    }

    /** The same plan beside what a store holds today; see {@link #with(List, Predicate)}. */
    public Plan with(Store store, Predicate<Run> isDone) {
        return with(jobs.stream().flatMap(job -> known(job, store).stream()).toList(), isDone);
    }

    /** A race goes by its own figures, which a run has where it is part of the sweep. */
    private Optional<Run> known(Job job, Store store) {
        return race.isEmpty() ? store.run(job.runKey()) : store.sweep(experiment.sweepId())
                .filter(sweep -> sweep.metric().equals(experiment.metric().name())
                        && sweep.goal() == experiment.metric().goal())
                .flatMap(sweep -> store.run(sweep.sweepId(), job.runKey()));
    }

    private static Objective objective(Experiment experiment) {
        return new Objective(experiment.metric().name(), experiment.metric().goal()).on(experiment.terms());
    }

    /** The part of the plan that comes first: in a race the runs up to its next look, else all of it. */
    public Plan round() {
        return race.map(told -> of(job -> told.takes(job.spec().configId(), job.spec().seed()))).orElse(this);
    }

    private Plan of(Predicate<Job> which) {
        return new Plan(experiment, jobs.stream().filter(which).toList(), costs, known,
                toDo.stream().filter(which).toList(), race);
    }

    /** What is known of a job. */
    public Optional<Run> known(Job job) {
        return Optional.ofNullable(known.get(job.runKey()));
    }

    /** The results that stand and are not trained again. */
    public List<Run> reused() {
        return left(Run::hasResult);
    }

    /** Those that failed before and are not tried again. */
    public List<Run> failedBefore() {
        return left(Run::hasFailed);
    }

    /** Those to be trained that were before: they failed, were interrupted, or are asked for afresh. */
    public List<Job> again() {
        return toDo.stream().filter(job -> known(job).flatMap(Run::outcome).isPresent()).toList();
    }

    private List<Run> left(Predicate<Run> which) {
        Set<String> trained = toDo.stream().map(Job::runKey).collect(Collectors.toSet());
        return jobs.stream().filter(job -> !trained.contains(job.runKey())).flatMap(job -> known(job).stream())
                .filter(which).toList();
    }

    /** The epochs of all runs to be trained together, if none stops early. */
    public long epochs() {
        return toDo.stream().mapToLong(job -> job.spec().train().epochs()).sum();
    }

    /** What this machine trains those with that are to be trained, by the work that they are together. */
    public KernelChoice kernels() {
        Map<String, Cost> byConfiguration = costs.all().stream()
                .collect(Collectors.toMap(cost -> cost.run().configId(), cost -> cost));
        long steps = 0;
        double flops = 0;
        for (Job job : toDo) {
            Cost cost = byConfiguration.get(job.spec().configId());
            long epochs = job.spec().train().epochs();
            steps += epochs * cost.stepsPerEpoch();
            flops += (double) epochs * cost.flopsPerEpoch();
        }
        return KernelChoice.of(steps, flops);
    }

    /** How many runs there are at a time where so many may be. */
    public int atOnce(int jobs) {
        return Math.min(jobs, experiment.runs().size());
    }

    /** The bytes that the runs of a configuration take, so many at a time. */
    public long bytes(Cost cost, int jobs) {
        return cost.bytes(atOnce(jobs), dataSets(atOnce(jobs)));
    }

    /** The most bytes that runs take, so many at a time. */
    public long bytes(int jobs) {
        int runs = atOnce(jobs);
        int dataSets = dataSets(runs);
        return costs.range(cost -> cost.bytes(runs, dataSets)).getMax();
    }

    /** Those of so many runs at a time. */
    private int dataSets(int runs) {
        return (int) experiment.runs().stream().map(run -> Structure.of(run.data(), run.seeds().data(),
                run.seeds().split(), run.fold())).distinct().limit(runs).count();
    }

    /**
     * Checks that the largest runs fit into the memory, so many at a time.
     *
     * @throws TooLarge where they do not
     */
    public void checkMemory(int jobs) {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes(jobs) > most) {
            Cost cost = costs.all().stream().filter(each -> bytes(each, jobs) > most).findFirst().orElseThrow();
            int runs = atOnce(jobs);
            String together = runs == 1 ? ""
                    : ", and %d at a time %s".formatted(runs, Figures.scaled(bytes(cost, jobs), "B"));
            throw new TooLarge("%s takes %s%s, but Java has %s".formatted(cost.run().name(),
                    Figures.scaled(cost.bytes(1, 1), "B"), together, Figures.scaled(most, "B")), help(cost, runs));
        }
    }

    static String help(Cost cost, int runs) {
        String net = cost.batchCounts() ? "A smaller net or batch_size"
                : cost.evaluated() == 0 ? "A smaller net"
                        : "%d examples are evaluated at a time whatever the batch_size. A smaller net"
                                .formatted(cost.evaluated());
        return net + (runs == 1 ? " or a larger java -Xmx helps." : ", fewer --jobs or a larger java -Xmx helps.");
    }

    /** Runs do not fit into the memory. */
    public static final class TooLarge extends IllegalArgumentException {

        private static final long serialVersionUID = 1;
        private final String help;

        TooLarge(String message, String help) {
            super(message);
            this.help = help;
        }

        /** What makes them fit, in sentences. */
        public String help() {
            return help;
        }
    }

    /**
     * How long all of it takes here, all runs trained anew; tries it for some seconds.
     *
     * @param concurrency as it was asked for
     * @param startSeconds that it took to come here
     * @throws Estimate.Impossible where it cannot be tried
     */
    public Estimate estimate(Concurrency concurrency, double startSeconds) {
        return Estimate.of(experiment, costs, kernels(),
                concurrency.of(experiment.runs().size(), Runtime.getRuntime().availableProcessors()), startSeconds);
    }
}
