package gridrun.train;

import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

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
