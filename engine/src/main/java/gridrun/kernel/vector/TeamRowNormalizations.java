package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.RowNormalizations;
import gridrun.tensor.Tensor;

/** Layer normalization divided among a team: by rows, and the parameters' gradients by columns. */
final class TeamRowNormalizations implements RowNormalizations {

    private final VectorRowNormalizations alone;
    private final Team team;

    TeamRowNormalizations(Team team, VectorRowNormalizations alone) {
        this.team = team;
        this.alone = alone;
    }

    @Override
    public void normalizeRows(Tensor x, Tensor gamma, Tensor beta, double epsilon, Tensor h, Tensor r, Tensor y) {
        if (team.isSmall(x.size(), COMPUTED)) {
            alone.normalizeRows(x, gamma, beta, epsilon, h, r, y);
        } else {
            team.share(x.rows(), 1, (member, from, to) ->
                    member.rowNormalizations.normalizeRows(x, gamma, beta, epsilon, h, r, y, from, to));
        }
    }

    @Override
    public void rowsGradient(Tensor gamma, Tensor h, Tensor r, Tensor dy, Tensor dx) {
        if (team.isSmall(h.size(), COMPUTED)) {
            alone.rowsGradient(gamma, h, r, dy, dx);
        } else {
            team.share(h.rows(), 1, (member, from, to) ->
                    member.rowNormalizations.rowsGradient(gamma, h, r, dy, dx, from, to));
        }
    }

    @Override
    public void rowsParameterGradients(Tensor h, Tensor dy, Tensor dgamma, Tensor dbeta) {
        if (team.isSmall(h.size(), MOVED)) {
            alone.rowsParameterGradients(h, dy, dgamma, dbeta);
        } else {
            team.share(h.columns(), LINE, (member, from, to) ->
                    member.rowNormalizations.rowsParameterGradients(h, dy, dgamma, dbeta, from, to));
        }
    }
}
