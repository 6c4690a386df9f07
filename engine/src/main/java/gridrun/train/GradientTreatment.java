package gridrun.train;

import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What becomes of gradients and weights between the backward pass and the optimizer: penalties, decay, clipping. */
final class GradientTreatment {

    private final Kernels kernels;
    private final Parameters parameters;
    private final TrainSpec spec;
    private final Penalties penalties;
    private final double decay;
    /** An array: going through a list makes an object a step. */
    private final Tensor[] decaying;

    GradientTreatment(Kernels kernels, Parameters parameters, TrainSpec spec) {
        this.kernels = kernels;
        this.parameters = parameters;
        this.spec = spec;
        this.penalties = new Penalties(parameters, spec.penalty());
        this.decay = spec.weightDecay() == null ? spec.optimizer().decoupledWeightDecay() : spec.weightDecay();
        this.decaying = parameters.slices().stream().filter(slice -> slice.isKernel() && decay > 0)
                .map(Slice::value).toArray(Tensor[]::new);
    }

    /** What it does, in words; empty for nothing. */
    String words() {
        List<String> words = new ArrayList<>();
        if (penalties.exist()) {
            words.add("the penalties' derivatives l1 sign(w) + 2 l2 w are added to weights' gradients");
        }
        if (decay > 0) {
            words.add("weights decay first, w ← (1 - η λ) w with λ = " + decay);
        }
        if (spec.clipValue() != null) {
            words.add("every gradient is cut off at ±" + spec.clipValue());
        }
        if (spec.clipNorm() != null) {
            words.add("the gradient is shortened where its norm is above " + spec.clipNorm());
        }
        return String.join("; ", words);
    }

    /** Adds the gradient of the penalties, and lets weights decay. */
    void penalize(double rate) {
        penalties.addGradients(kernels);
        for (Tensor weights : decaying) {
            kernels.elements().scale(1 - rate * decay, weights, weights);
        }
    }

    /** Cuts off every single number, then shortens the whole gradient where it is longer than allowed. */
    void clip(double norm) {
        Tensor gradients = parameters.gradients();
        double length = norm;
        if (spec.clipValue() != null) {
            kernels.elements().clip(gradients, spec.clipValue());
            length = spec.clipNorm() == null ? norm : Math.sqrt(kernels.reductions().sumOfSquares(gradients));
        }
        if (spec.clipNorm() != null && length > spec.clipNorm()) {
            kernels.elements().scale(spec.clipNorm() / length, gradients, gradients);
        }
    }
}
