package gridrun.activation;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Unary;

/**
 * {@code x} above 0, {@code alpha (e^x - 1)} below.
 *
 * <p>Source: Clevert et al., Fast and accurate deep network learning by exponential linear units, 2016.
 *
 * <p>Example: {@code model: {hidden: [64], activation: {elu: 0.5}}}
 *
 * @param alpha minus the limit far below 0
 */
public record ELU(@Default("1") double alpha) implements Activation {

    public ELU {
        Check.positive("alpha", alpha);
    }

    @Override
    public Unary function() {
        return Unary.ELU;
    }

    @Override
    public double parameter() {
        return alpha;
    }
}
