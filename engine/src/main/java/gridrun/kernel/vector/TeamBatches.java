package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.Batches;
import gridrun.kernel.Matrices;

/** Small matrices divided among a team, whole ones to each member. */
final class TeamBatches implements Batches {

    private final VectorBatches alone;
    private final Team team;

    TeamBatches(Team team, VectorBatches alone) {
        this.team = team;
        this.alone = alone;
    }

    private boolean isSmall(Matrices c, int cost) {
        return team.isSmall((long) c.count() * c.rows() * c.columns(), cost);
    }

    @Override
    public void multiply(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.rows())) {
            alone.multiply(a, b, c);
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiply(a, b, c, from, to));
        }
    }

    @Override
    public void multiplyTransposedA(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.rows())) {
            alone.multiplyTransposedA(a, b, c);
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiplyTransposedA(a, b, c, from, to));
        }
    }

    @Override
    public void multiplyTransposedB(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.columns())) {
            alone.multiplyTransposedB(a, b, c);
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiplyTransposedB(a, b, c, from, to));
        }
    }

    @Override
    public void softmax(double scale, boolean causal, Matrices x, Matrices y) {
        if (isSmall(x, COMPUTED)) {
            alone.softmax(scale, causal, x, y);
        } else {
            team.share(x.count(), 1, (member, from, to) -> member.batches.softmax(scale, causal, x, y, from, to));
        }
    }

    @Override
    public void softmaxGradient(double scale, Matrices y, Matrices dy, Matrices dx) {
        if (isSmall(y, MOVED)) {
            alone.softmaxGradient(scale, y, dy, dx);
        } else {
            team.share(y.count(), 1, (member, from, to) -> member.batches.softmaxGradient(scale, y, dy, dx, from, to));
        }
    }
}
