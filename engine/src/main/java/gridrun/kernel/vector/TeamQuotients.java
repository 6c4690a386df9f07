package gridrun.kernel.vector;

import gridrun.kernel.PlainQuotients;
import gridrun.kernel.Quotients;
import gridrun.tensor.Tensor;

/** Quotients divided among a team, by elements. */
final class TeamQuotients implements Quotients {

    private final PlainQuotients plain = new PlainQuotients();
    private final Team team;

    TeamQuotients(Team team) {
        this.team = team;
    }

    @Override
    public void divide(Tensor a, Tensor b, Tensor c) {
        if (team.isSmall(c.size(), Team.MOVED)) {
            plain.divide(a, b, c);
        } else {
            team.share(c.size(), Team.LINE, (member, from, to) -> plain.divide(a, b, c, from, to));
        }
    }
}
