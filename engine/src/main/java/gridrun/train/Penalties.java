package gridrun.train;

import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Penalty;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;
import java.util.Arrays;

/**
 * What large weights add to the objective, {@code l1 Σ|w| + l2 Σw²}: by a layer's own {@link Penalty} where it has one,
 * else by the run's; biases are left alone.
 */
public final class Penalties {

    private record Term(Slice slice, double l1, double l2) {
    }

    /** An array: going through a list makes an object a step. */
    private final Term[] terms;

    /**
     * @param ofRun λ of the layers that have none of their own; null in it is none
     */
    public Penalties(Parameters parameters, Penalty ofRun) {
        terms = parameters.slices().stream().filter(Slice::isKernel)
                .map(slice -> new Term(slice, chosen(slice.penalty().l1(), ofRun.l1()),
                        chosen(slice.penalty().l2(), ofRun.l2())))
                .filter(term -> term.l1() > 0 || term.l2() > 0).toArray(Term[]::new);
    }

    private static double chosen(Double ofLayer, Double ofRun) {
        return ofLayer != null ? ofLayer : ofRun != null ? ofRun : 0;
    }

    /** Adds the penalties' derivatives {@code l1 sign(w) + 2 l2 w} to the gradients; at 0 the first is 0. */
    public void addGradients(Kernels kernels) {
        for (Term term : terms) {
            if (term.l2() > 0) {
                kernels.elements().addScaled(2 * term.l2(), term.slice().value(), term.slice().gradient());
            }
            if (term.l1() > 0) {
                kernels.elements().addSigns(term.l1(), term.slice().value(), term.slice().gradient());
            }
        }
    }

    /** Whether any weight has one. */
    boolean exist() {
        return terms.length > 0;
    }

    /** Whether a tensor's penalty has a kink at 0. */
    public boolean hasKink(Slice slice) {
        return Arrays.stream(terms).anyMatch(term -> term.slice() == slice && term.l1() > 0);
    }

    /** The sum of the penalties. */
    public double value(Kernels kernels) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.l2() * kernels.reductions().sumOfSquares(term.slice().value());
            sum += term.l1() > 0 ? term.l1() * sizes(term.slice().value()) : 0;
        }
        return sum;
    }

    private static double sizes(Tensor weights) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += Math.abs(weights.get(i));
        }
        return sum;
    }
}
