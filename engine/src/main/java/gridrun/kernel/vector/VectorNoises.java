package gridrun.kernel.vector;

import gridrun.kernel.Noises;
import gridrun.kernel.PlainNoises;
import gridrun.tensor.Tensor;

/** Random numbers, drawn in the plain loops and divided by elements. */
final class VectorNoises implements Noises {

    private final PlainNoises plain = PlainNoises.FLOAT32;
    private final Team team;

    VectorNoises(Team team) {
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

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        if (team.isSmall(x.size(), Team.DEAR)) {
            plain.dropout(x, rate, key, mask, y);
        } else {
            team.share(x.size(), Team.LINE, (member, from, to) -> plain.dropout(x, rate, key, mask, y, from, to));
        }
    }
}
