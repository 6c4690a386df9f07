package gridrun.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sums of squares of a full grid's main effects and interactions. */
final class Interaction {

    /**
     * A main effect, or an interaction.
     *
     * @param name the factors' names, between them a cross
     * @param order the number of its factors
     */
    record Term(String name, int order, int degrees, double squares) {
    }

    private final Layout layout;
    private final double[] means;
    private final double mean;

    Interaction(Layout layout) {
        this.layout = layout;
        this.means = layout.meansOfCells();
        this.mean = layout.mean();
    }

    /** All terms of up to so many factors. */
    List<Term> terms(int highest) {
        List<Term> terms = new ArrayList<>();
        List<List<Integer>> last = List.of(List.of());
        for (int order = 1; order <= Math.min(highest, layout.factors().size()); order++) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> some : last) {
                for (int more = some.isEmpty() ? 0 : some.get(order - 2) + 1; more < layout.factors().size(); more++) {
                    List<Integer> factors = new ArrayList<>(some);
                    factors.add(more);
                    next.add(factors);
                    terms.add(term(factors));
                }
            }
            last = next;
        }
        return terms;
    }

    private Term term(List<Integer> factors) {
        String name = factors.stream().map(factor -> layout.factors().get(factor).name())
                .collect(Collectors.joining(" x "));
        int degrees = factors.stream().mapToInt(factor -> layout.factors().get(factor).levels().size() - 1)
                .reduce(1, (a, b) -> a * b);
        double[] effects = new double[means.length];
        for (int subset = 0; subset < 1 << factors.size(); subset++) {
            double sign = (factors.size() - Integer.bitCount(subset)) % 2 == 0 ? 1 : -1;
            double[] marginal = marginal(factors, subset);
            for (int cell = 0; cell < effects.length; cell++) {
                effects[cell] += sign * marginal[cell];
            }
        }
        double squares = 0;
        for (double effect : effects) {
            squares += effect * effect;
        }
        return new Term(name, factors.size(), degrees, squares * layout.seeds().size());
    }

    /** For each combination the mean over all that have the same levels of some factors, less the mean of all. */
    private double[] marginal(List<Integer> factors, int subset) {
        int[] group = new int[means.length];
        int groups = 1;
        for (int i = 0; i < factors.size(); i++) {
            if ((subset >> i & 1) == 1) {
                int levels = layout.factors().get(factors.get(i)).levels().size();
                for (int cell = 0; cell < group.length; cell++) {
                    group[cell] = group[cell] * levels + layout.level(cell, factors.get(i));
                }
                groups *= levels;
            }
        }
        double[] sums = new double[groups];
        for (int cell = 0; cell < group.length; cell++) {
            sums[group[cell]] += means[cell] - mean;
        }
        double[] marginal = new double[means.length];
        for (int cell = 0; cell < group.length; cell++) {
            marginal[cell] = sums[group[cell]] * groups / means.length;
        }
        return marginal;
    }
}
