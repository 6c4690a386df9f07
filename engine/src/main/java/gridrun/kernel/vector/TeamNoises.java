package gridrun.kernel.vector;

import gridrun.kernel.Noises;
import gridrun.kernel.PlainNoises;
import gridrun.tensor.Tensor;

/** Random numbers divided among a team, by elements. */
final class TeamNoises implements Noises {

    private final PlainNoises plain = new PlainNoises();
    private final Team team;

    TeamNoises(Team team) {
        this.team = team;
    }

    @Override
    public void gaussian(double deviation, long key, Tensor y) {
        if (team.isSmall(y.size(), Team.DEAR)) {
            plain.gaussian(deviation, key, y);
        } else {
            team.share(y.size(), Team.LINE, (member, from, to) -> plain.gaussian(deviation, key, y, from, to));
        }
    }
}
