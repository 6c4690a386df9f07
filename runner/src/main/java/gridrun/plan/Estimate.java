package gridrun.plan;

import gridrun.artifact.Reason;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Costs.Cost;
import gridrun.plan.Rehearsal.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How long an experiment takes here from its first line to its table: training, evaluation, observation and files;
 * without MLflow and pictures, and without what early stopping saves.
 *
 * <p>It follows from {@linkplain Rehearsal rehearsals} of its kinds of runs, as many at a time as there will be, and
 * from cold code on: short experiments last as long as the compiler takes to warm up.
 *
 * @param seconds of the whole command
 * @param measured seconds that the rehearsals took
 */
public record Estimate(double seconds, double measured) {

    /** Of more kinds some are rehearsed, and each of the others is taken for as fast as the nearest by operations. */
    private static final int MOST_KINDS = 6;
    /** Seconds that each job trains in all its rehearsals, at least and, where it gets faster and faster, at most. */
    private static final double LEAST = 1.4;
    private static final double MOST = 5;
    /**
     * The files of the k-th run take k^-0.4 times as long as the first, seen up to the 80th: what makes them is
     * compiled as it does.
     */
    private static final double WARMING = -0.4;
    private static final int WARM = 100;
    /** Seconds to force a run's files and its record to the disk. */
    private static final double RECORDING = 0.025;

    /** What a rehearsal found of the kind of a configuration. */
    private record Known(Cost cost, Times times) {

        double trainingOf(Cost other, int epochs) {
            return times.training(cost.kind(), epochs) * other.flopsPerEpoch() / cost.flopsPerEpoch();
        }

        double distance(Cost other) {
            return cost.kind().equals(other.kind()) ? -1
                    : Math.abs(StrictMath.log((double) other.flopsPerEpoch() / cost.flopsPerEpoch()));
        }
    }

    /** An estimate cannot be made; the message says why. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1;

        Impossible(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Rehearses, and reckons.
     *
     * @param kernels what these runs will be trained with
     * @param concurrency as decided for these runs
     * @param startSeconds that it took to come here; the store and the table take about as long again
     * @throws Impossible where a rehearsal fails
     */
    public static Estimate of(Experiment experiment, Costs costs, KernelChoice kernels, Concurrency concurrency,
            double startSeconds) {
        long beganNs = System.nanoTime();
        Map<CostClass, Cost> kinds = new LinkedHashMap<>();
        Map<String, Cost> configurations = new HashMap<>();
        for (Cost cost : costs.all()) {
            kinds.putIfAbsent(cost.kind(), cost);
            configurations.put(cost.run().configId(), cost);
        }
        List<Known> known = rehearse(some(kinds.values()), kernels, concurrency);
        Map<CostClass, Known> nearest = new HashMap<>();
        kinds.values().forEach(cost -> nearest.put(cost.kind(), nearest(cost, known)));
        double cold =
                known.stream().mapToDouble(each -> each.times().cold(nearest.get(each.cost().kind()).times())).sum();
        double files = firstFiles(known);
        PriorityQueue<Double> free = new PriorityQueue<>(
                Collections.nCopies(concurrency.jobs(), 2 * startSeconds + cold / concurrency.jobs()));
        for (int i = 0; i < experiment.runs().size(); i++) {
            RunSpec run = experiment.runs().get(i);
            Cost cost = configurations.get(run.configId());
            double training = nearest.get(cost.kind()).trainingOf(cost, run.train().epochs());
            free.add(free.remove() + training + files * StrictMath.pow(Math.min(i + 1, WARM), WARMING) + RECORDING);
        }
        return new Estimate(Collections.max(free), (System.nanoTime() - beganNs) / 1e9);
    }

    /**
     * A rehearsal of the same kind, or else of the nearest by operations; of several the fastest, which was the
     * warmest.
     */
    private static Known nearest(Cost cost, List<Known> known) {
        return Collections.min(known, Comparator.comparingDouble((Known each) -> each.distance(cost))
                .thenComparingDouble(each -> each.trainingOf(cost, 1)));
    }

    /**
     * What the first run's files take, by those of all rehearsals; a network so large that it made none hides them
     * anyway.
     */
    private static double firstFiles(List<Known> known) {
        return IntStream.range(0, known.size()).filter(i -> known.get(i).times().files() > 0)
                .mapToDouble(i -> known.get(i).times().files() / StrictMath.pow(i + 1, WARMING)).average().orElse(0);
    }

    /** Not too many, from the one with the fewest operations to the one with the most. */
    private static List<Cost> some(Collection<Cost> all) {
        List<Cost> sorted = all.stream().sorted(Comparator.comparingLong(Cost::flopsPerEpoch)).toList();
        int count = Math.min(MOST_KINDS, sorted.size());
        return IntStream.range(0, count)
                .mapToObj(i -> sorted.get(count == 1 ? 0 : i * (sorted.size() - 1) / (count - 1)))
                .toList();
    }

    private static List<Known> rehearse(List<Cost> costs, KernelChoice kernels, Concurrency concurrency) {
        int count = 2 * Math.max(costs.size(), concurrency.jobs()); // twice, as a kind's own code is cold at first
        double share = (double) concurrency.jobs() / count;
        ExecutorService pool = Executors.newFixedThreadPool(concurrency.jobs());
        List<Future<Known>> pending = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Cost cost = costs.get(i % costs.size());
            pending.add(pool.submit(() -> new Known(cost, Rehearsal.of(
                    cost.run(), cost.kind(), kernels, concurrency.threads(),
                    LEAST * share, MOST * share))));
        }
        pool.shutdown();
        try {
            List<Known> known = new ArrayList<>();
            for (Future<Known> future : pending) {
                known.add(future.get());
            }
            return known;
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw new Impossible(Reason.of(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Impossible("interrupted", e);
        }
    }
}
