package gridrun.kernel.vector;

import gridrun.kernel.Broadcasting;
import gridrun.kernel.Broadcasts;
import gridrun.kernel.PlainBroadcasts;
import gridrun.tensor.Tensor;

/** Stretches in the plain loops, divided by rows of what comes out; sums stay with one thread. */
final class VectorBroadcasts implements Broadcasts {

    private final PlainBroadcasts plain = new PlainBroadcasts();
    private final Team team;

    VectorBroadcasts(Team team) {
        this.team = team;
    }

    @Override
    public void stretch(Broadcasting broadcasting, Tensor x, Tensor y) {
        if (team.isSmall(y.size(), Team.MOVED)) {
            plain.stretch(broadcasting, x, y);
        } else {
            team.share(y.size() / y.columns(), 1,
                    (member, from, to) -> plain.stretch(broadcasting, x, y, from, to));
        }
    }

    @Override
    public void sum(Broadcasting broadcasting, Tensor dy, Tensor dx) {
        plain.sum(broadcasting, dy, dx);
    }
}
