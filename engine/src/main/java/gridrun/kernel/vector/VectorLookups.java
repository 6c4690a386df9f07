package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.Lookups;
import gridrun.kernel.PlainLookups;
import gridrun.tensor.Tensor;

/** Tables in the plain loops: reads are divided by ids, gradients by columns, since a row's is a sum over ids. */
final class VectorLookups implements Lookups {

    private final PlainLookups plain = new PlainLookups();
    private final Team team;

    VectorLookups(Team team) {
        this.team = team;
    }

    @Override
    public void lookUp(Tensor ids, Tensor table, Tensor y) {
        if (team.isSmall(y.size(), MOVED)) {
            plain.lookUp(ids, table, y);
        } else {
            team.share(ids.size(), 1, (member, from, to) -> plain.lookUp(ids, table, y, from, to));
        }
    }

    @Override
    public void lookUpGradient(Tensor ids, Tensor dy, Tensor dtable) {
        if (team.isSmall((long) dy.size() + dtable.size(), MOVED)) {
            plain.lookUpGradient(ids, dy, dtable);
        } else {
            team.share(dtable.columns(), LINE, (member, from, to) -> plain.lookUpGradient(ids, dy, dtable, from, to));
        }
    }
}
