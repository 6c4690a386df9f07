package gridrun.graph;

import gridrun.kernel.PointwiseLoss;
import java.util.List;
import java.util.Locale;

/** {@code loss_i = mean_j f(y_ij, t_ij)}; {@code dy_ij = f'(y_ij, t_ij) dloss_i / n}. */
record Pointwise(PointwiseLoss f, double p, Use output, Use target, Node loss) implements Op {

    @Override
    public String name() {
        return f.name().toLowerCase(Locale.ROOT) + " loss";
    }

    @Override
    public Formula formula() {
        return switch (f) {
            case SQUARED -> formula("({0}_ij - {1}_ij)²", "2 ({0}_ij - {1}_ij)");
            case ABSOLUTE -> formula("|{0}_ij - {1}_ij|", "sign({0}_ij - {1}_ij)");
            case HUBER -> formula("huber({0}_ij - {1}_ij)", "cut({0}_ij - {1}_ij, -%1$s, %1$s)".formatted(p));
            case HINGE -> formula("max(1 - s {0}_ij, 0), s = 2 {1}_ij - 1", "(-s where s {0}_ij < 1, else 0)");
        };
    }

    private static Formula formula(String loss, String derivative) {
        return new Formula("{y}_i = mean_j " + loss, List.of("d{0}_ij = " + derivative + " / n · d{y}_i"));
    }

    @Override
    public List<Use> operands() {
        return List.of(output, target);
    }

    @Override
    public Node result() {
        return loss;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().losses().pointwise(f, p, output.value(), target.value(), loss.value());
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().losses().pointwiseGradient(f, p, output.value(), target.value(), loss.gradient(),
                output.gradient());
    }

    @Override
    public long sides() {
        long hash = 0;
        for (int i = 0; f != PointwiseLoss.SQUARED && i < output.shape().size(); i++) {
            hash = 31 * hash + side(output.value().get(i), target.value().get(i));
        }
        return hash;
    }

    private int side(double y, double t) {
        double at = f == PointwiseLoss.HINGE ? (2 * t - 1) * y - 1 : y - t;
        double kink = f == PointwiseLoss.HUBER ? p : 0;
        return at > kink ? 3 : at < -kink ? 2 : 1;
    }

    @Override
    public long forwardFlops() {
        return 3L * output.shape().size();
    }

    @Override
    public long backwardFlops() {
        return 2L * output.shape().size();
    }
}
