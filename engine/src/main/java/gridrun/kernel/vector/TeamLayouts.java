package gridrun.kernel.vector;

import gridrun.kernel.Layouts;
import gridrun.kernel.Permutation;
import gridrun.kernel.PlainLayouts;
import gridrun.tensor.Tensor;

/** Moves divided among a team, by rows of the result. */
final class TeamLayouts implements Layouts {

    private final PlainLayouts plain = new PlainLayouts();
    private final Team team;

    TeamLayouts(Team team) {
        this.team = team;
    }

    @Override
    public void permute(Permutation permutation, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            plain.permute(permutation, x, y);
        } else {
            team.share(permutation.rows(), 1, (member, from, to) -> plain.permute(permutation, x, y, from, to));
        }
    }
}
