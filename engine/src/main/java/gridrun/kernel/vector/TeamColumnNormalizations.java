package gridrun.kernel.vector;

import gridrun.tensor.Tensor;

/** Normalization of columns divided among a team: sums by columns, the rest by elements. */
final class TeamColumnNormalizations extends VectorColumnNormalizations {

    private final Team team;

    TeamColumnNormalizations(Team team) {
        this.team = team;
    }

    @Override
    void moments(Tensor x) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            super.moments(x);
        } else {
            team.share(x.columns(), Team.LINE, (member, from, to) -> moments(x, from, to));
        }
    }

    @Override
    void sums(Tensor x, Tensor dy) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            super.sums(x, dy);
        } else {
            team.share(x.columns(), Team.LINE, (member, from, to) -> sums(x, dy, from, to));
        }
    }

    @Override
    void normalize(Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            super.normalize(x, y);
        } else {
            team.share(x.size(), Team.LINE, (member, from, to) -> normalize(x, y, from, to));
        }
    }

    @Override
    void gradient(Tensor x, Tensor dy, Tensor dx) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            super.gradient(x, dy, dx);
        } else {
            team.share(x.size(), Team.LINE, (member, from, to) -> gradient(x, dy, dx, from, to));
        }
    }
}
