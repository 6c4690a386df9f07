package gridrun.kernel.vector;

import gridrun.kernel.Primitives;
import gridrun.tensor.Tensor;

/** Primitives divided among a team, by elements. */
final class TeamPrimitives implements Primitives {

    private final VectorPrimitives alone = new VectorPrimitives();
    private final Team team;

    TeamPrimitives(Team team) {
        this.team = team;
    }

    @Override
    public void multiplyAdd(double a, double b, int times, Tensor y) {
        if (team.isSmall(y.size(), times)) {
            alone.multiplyAdd(a, b, times, y);
        } else {
            team.share(y.size(), Team.LINE,
                    (member, from, to) -> member.primitives.multiplyAdd(a, b, times, y, from, to));
        }
    }

    @Override
    public void exp(Tensor x, Tensor y) {
        if (team.isSmall(y.size(), Team.COMPUTED)) {
            alone.exp(x, y);
        } else {
            team.share(y.size(), Team.LINE, (member, from, to) -> member.primitives.exp(x, y, from, to));
        }
    }
}
