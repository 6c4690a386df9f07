package gridrun.kernel.vector;

import gridrun.kernel.Layouts;
import gridrun.kernel.Permutation;
import gridrun.tensor.Tensor;

/** Moves divided among a team, by rows of the result. */
final class TeamLayouts implements Layouts {

    private final VectorLayouts alone;
    private final Team team;

    TeamLayouts(Team team, VectorLayouts alone) {
        this.team = team;
        this.alone = alone;
    }

    @Override
    public void permute(Permutation permutation, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            alone.permute(permutation, x, y);
        } else {
            team.share(permutation.rows(), 1, (member, from, to) -> member.layouts.permute(permutation, x, y, from, to));
        }
    }
}
