package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.DEAR;

import gridrun.kernel.Losses;
import gridrun.kernel.PointwiseLoss;
import gridrun.tensor.Tensor;

/** The kernels of losses on a team: those along many classes are divided by rows, the others are too small to be. */
final class TeamLosses implements Losses {

    private final VectorLosses alone;
    private final Team team;

    TeamLosses(Team team, VectorLosses alone) {
        this.team = team;
        this.alone = alone;
    }

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        if (team.isSmall(logits.size(), DEAR)) {
            alone.softmaxCrossEntropy(logits, target, loss);
        } else {
            team.share(logits.rows(), 1, (member, from, to) ->
                    member.losses.softmaxCrossEntropy(logits, target, loss, from, to));
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        if (team.isSmall(logits.size(), DEAR)) {
            alone.softmaxCrossEntropyGradient(logits, target, dloss, dlogits);
        } else {
            team.share(logits.rows(), 1, (member, from, to) ->
                    member.losses.softmaxCrossEntropyGradient(logits, target, dloss, dlogits, from, to));
        }
    }

    @Override
    public void subtractEntropy(Tensor target, Tensor loss) {
        alone.subtractEntropy(target, loss);
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        alone.sigmoidCrossEntropy(logits, target, loss);
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        alone.sigmoidCrossEntropyGradient(logits, target, dloss, dlogits);
    }

    @Override
    public void pointwise(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor loss) {
        alone.pointwise(f, p, output, target, loss);
    }

    @Override
    public void pointwiseGradient(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor dloss, Tensor doutput) {
        alone.pointwiseGradient(f, p, output, target, dloss, doutput);
    }

    @Override
    public void smooth(Tensor target, double share, double even, Tensor smooth) {
        alone.smooth(target, share, even, smooth);
    }
}
