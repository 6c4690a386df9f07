package gridrun.comparison;

import gridrun.metric.Goal;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A race as far as it has come. It depends on nothing but the figures of runs, whatever the order in which these were
 * trained: so it can be told again at any time.
 *
 * <p>At each look, each configuration that is left is compared with the best of them. It is out where
 * {@code p/2 · m · (k - 1)} is below the level that the look spends, with p of the paired test, k configurations at the
 * start and m of them left. The factor k - 1 is for the best, which any other could have been (Bonferroni); m is that
 * of Holm's step-down over the hypotheses that a configuration is as good as any, which in repeated looks keeps the
 * family-wise error (Maurer and Bretz, Multiple testing in group sequential trials using graphical approaches, 2013).
 * The levels of the looks add up to the whole.
 *
 * @param terms how it goes
 * @param seeds at the last look for which all runs have ended; 0 before the first
 * @param standings of the configurations, by their identity
 * @param state whether it goes on
 */
public record Race(RaceTerms terms, int seeds, Map<String, Standing> standings, State state) {

    /** Whether a race goes on. */
    public enum State {
        /** The next look lacks runs. */
        OPEN,
        /** One configuration is told apart from all others. */
        DECIDED,
        /** Several are left, but no seeds. */
        AT_ITS_MAXIMUM
    }

    /**
     * How a configuration stands.
     *
     * @param out at how many seeds it was found worse; 0 where it is in the race
     * @param p its smallest one so far, corrected for the race; not a number where it was not compared
     */
    public record Standing(int out, double p) {

        private static final Standing NEW = new Standing(0, Double.NaN);

        /** Whether it goes on. */
        public boolean isIn() {
            return out == 0;
        }
    }

    /**
     * Tells it from the beginning.
     *
     * @param runs of all configurations, ended or not, in any order
     * @param figure what is compared, such as {@code best.val_accuracy}
     * @param goal which way it is better
     * @param compared how configurations are compared, in a race; its level is spent in all
     */
    public static Race of(List<Run> runs, String figure, Goal goal, Terms compared) {
        Map<String, List<Run>> configurations = new LinkedHashMap<>();
        runs.forEach(run -> configurations.computeIfAbsent(run.configId(), id -> new ArrayList<>()).add(run));
        RaceTerms terms = compared.race();
        Map<String, Standing> standings = new LinkedHashMap<>();
        configurations.keySet().forEach(configuration -> standings.put(configuration, Standing.NEW));
        List<Candidate> candidates = configurations.entrySet().stream()
                .map(one -> Candidate.of(one.getKey(), one.getValue(), figure)).toList();
        int seeds = 0;
        for (int upTo : terms.looks()) {
            List<Candidate> left = candidates.stream().filter(one -> standings.get(one.configId()).isIn())
                    .map(one -> one.among(terms, upTo)).toList();
            if (candidates.size() < terms.configurations() || !left.stream().allMatch(one -> one.hasAll(upTo))) {
                return new Race(terms, seeds, standings, State.OPEN);
            }
            seeds = upTo;
            double correction = compared.level() / terms.needed(compared.level(), upTo, candidates.size(), 1);
            new Look(left, goal, compared).judge(correction, seeds, standings);
            if (standings.values().stream().filter(Standing::isIn).count() <= 1) {
                return new Race(terms, seeds, standings, State.DECIDED);
            }
        }
        return new Race(terms, seeds, standings, State.AT_ITS_MAXIMUM);
    }

    /** One look at those that are left. */
    private record Look(List<Candidate> left, Goal goal, Terms terms) {

        /** One of them, compared with the best. */
        private record Rival(Candidate candidate, double p) {
        }

        void judge(double correction, int seeds, Map<String, Standing> standings) {
            left.stream().filter(one -> one.values().isEmpty())
                    .forEach(one -> standings.put(one.configId(), new Standing(seeds, Double.NaN)));
            List<Candidate> able = left.stream().filter(one -> !one.values().isEmpty()).toList();
            Candidate best = able.stream().min(order()).orElse(null);
            List<Rival> rivals = new ArrayList<>();
            for (Candidate one : able) {
                if (one != best) {
                    PairedDifference difference = PairedDifference.of(one, best, goal, terms);
                    boolean worse = difference.sample().n() > 1 && goal.better(0, difference.sample().mean());
                    rivals.add(new Rival(one, worse ? difference.p() : Double.NaN));
                }
            }
            rivals.sort(Comparator.comparingDouble(Rival::p)); // those that are not numbers come last
            double largest = 0;
            for (int i = 0; i < rivals.size(); i++) {
                Rival rival = rivals.get(i);
                Standing before = standings.get(rival.candidate().configId());
                if (!Double.isNaN(rival.p())) {
                    largest = Math.max(largest, Math.min(1, rival.p() * (left.size() - i) * correction));
                    double p = Double.isNaN(before.p()) ? largest : Math.min(before.p(), largest);
                    standings.put(rival.candidate().configId(), new Standing(p < terms.level() ? seeds : 0, p));
                }
            }
        }

        /** Equal ones by their identities, for the order of a plan can change. */
        private Comparator<Candidate> order() {
            Comparator<Candidate> byMean = Comparator.comparingDouble(Candidate::mean);
            return Comparator.comparingDouble(Candidate::divergedShare)
                    .thenComparing(goal == Goal.MAXIMIZE ? byMean.reversed() : byMean)
                    .thenComparing(Candidate::configId);
        }
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** How a configuration stands; in the race where it is not known. */
    public Standing of(String configId) {
        return standings.getOrDefault(configId, Standing.NEW);
    }

    /**
     * The level of one comparison that was planned: what the look spends at which its seeds ended, for these were as
     * many as it took.
     */
    public double level(Terms compared, int shared) {
        return shared == 0 ? compared.level() : compared.level() * terms.share(Math.min(shared, terms.max()));
    }

    /**
     * The difference of two of its configurations. The interval has the confidence that the look leaves at which their
     * shared seeds ended, so that it holds over all looks at once (a repeated confidence interval; Jennison and
     * Turnbull, Interim analyses: the repeated confidence interval approach, 1989).
     */
    public PairedDifference difference(Candidate one, Candidate other, Goal goal, Terms compared) {
        int pairs = PairedDifference.of(one, other, goal, compared).sample().n();
        return PairedDifference.of(one, other, goal, compared.at(1 - level(compared, pairs / one.folds())));
    }

    /** How many configurations are in it. */
    public int left() {
        return (int) standings.values().stream().filter(Standing::isIn).count();
    }

    /** Whether a run takes part up to the next look: its configuration was in the race when its seed came. */
    public boolean takes(String configId, long seed) {
        return terms.isAmong(seed, seedsOf(configId));
    }

    /** Whether a run takes part, or may yet. */
    public boolean mayTake(String configId, long seed) {
        return terms.isAmong(seed, isOpen() && of(configId).isIn() ? terms.max() : seedsOf(configId));
    }

    /** How many of its seeds a configuration has been judged by, or of one that is in it will be. */
    public int seedsOf(String configId) {
        Standing standing = of(configId);
        return !standing.isIn() ? standing.out() : isOpen() ? terms.after(seeds) : seeds;
    }

    /** How many seeds of all configurations together it has not taken, and will not. */
    public long saved() {
        return standings.keySet().stream()
                .mapToLong(configId -> terms.max() - (isOpen() && of(configId).isIn() ? terms.max()
                        : seedsOf(configId)))
                .sum();
    }
}
