package gridrun.kernel.vector;

import gridrun.kernel.Pooling;
import gridrun.kernel.Poolings;
import gridrun.tensor.Tensor;

/** Poolings divided among a team, by rows of what is computed. */
final class TeamPoolings implements Poolings {

    private final Team team;
    private final VectorPoolings alone;

    TeamPoolings(Team team, VectorPoolings alone) {
        this.team = team;
        this.alone = alone;
    }

    private static int outputRows(Pooling g) {
        return g.batch() * g.y().positions();
    }

    private static int inputRows(Pooling g) {
        return g.batch() * g.y().size();
    }

    @Override
    public void max(Pooling g, Tensor x, Tensor y, Tensor taps) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            alone.max(g, x, y, taps);
        } else {
            team.share(outputRows(g), 1, (member, from, to) -> member.poolings.max(g, x, y, taps, from, to));
        }
    }

    @Override
    public void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx) {
        if (team.isSmall(dx.size(), Team.MOVED)) {
            alone.maxGradient(g, dy, taps, dx);
        } else {
            team.share(inputRows(g), 1, (member, from, to) -> member.poolings.maxGradient(g, dy, taps, dx, from, to));
        }
    }

    @Override
    public void average(Pooling g, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            alone.average(g, x, y);
        } else {
            team.share(outputRows(g), 1, (member, from, to) -> member.poolings.average(g, x, y, from, to));
        }
    }

    @Override
    public void averageGradient(Pooling g, Tensor dy, Tensor dx) {
        if (team.isSmall(dx.size(), Team.MOVED)) {
            alone.averageGradient(g, dy, dx);
        } else {
            team.share(inputRows(g), 1, (member, from, to) -> member.poolings.averageGradient(g, dy, dx, from, to));
        }
    }
}
