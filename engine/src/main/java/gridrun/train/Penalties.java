package gridrun.train;

import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Penalty;
import gridrun.kernel.Kernels;
import java.util.List;

/**
 * What large weights add to the objective, {@code λ Σw²}: by a layer's own {@link Penalty} where it has one, else by the run's;
 * biases are left alone.
 */
public final class Penalties {

    private record Term(Slice slice, double l2) {
    }

    private final List<Term> terms;

    /**
     * @param l2 λ of the layers that have none of their own
     */
    public Penalties(Parameters parameters, double l2) {
        terms = parameters.slices().stream().filter(Slice::isKernel)
                .map(slice -> new Term(slice, slice.penalty().l2() == null ? l2 : slice.penalty().l2()))
                .filter(term -> term.l2() > 0).toList();
    }

    /** Adds the penalties' derivatives {@code 2 λ w} to the gradients. */
    public void addGradients(Kernels kernels) {
        for (Term term : terms) {
            kernels.addScaled(2 * term.l2(), term.slice().value(), term.slice().gradient());
        }
    }

    /** The sum of the penalties. */
    public double value(Kernels kernels) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.l2() * kernels.sumOfSquares(term.slice().value());
        }
        return sum;
    }
}
