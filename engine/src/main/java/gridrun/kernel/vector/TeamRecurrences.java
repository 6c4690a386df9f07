package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.Recurrences;
import gridrun.tensor.Tensor;

/** The cells of recurrent layers with the rows of the batch divided among a team. */
final class TeamRecurrences implements Recurrences {

    private final Team team;
    private final VectorRecurrences own;

    /** @param own those of the calling thread */
    TeamRecurrences(Team team, VectorRecurrences own) {
        this.team = team;
        this.own = own;
    }

    @Override
    public void lstm(Tensor gates, Tensor before, Tensor cell, Tensor squashed, Tensor hidden) {
        if (team.isSmall(gates.size(), COMPUTED)) {
            own.lstm(gates, before, cell, squashed, hidden);
        } else {
            team.share(hidden.rows(), 1, (member, from, to) ->
                    member.recurrences.lstm(gates, before, cell, squashed, hidden, from, to));
        }
    }

    @Override
    public void lstmGradient(Tensor gates, Tensor before, Tensor squashed, Tensor dhidden, Tensor dcell,
                             Tensor dgates, Tensor dbefore) {
        if (team.isSmall(gates.size(), MOVED)) {
            own.lstmGradient(gates, before, squashed, dhidden, dcell, dgates, dbefore);
        } else {
            team.share(dhidden.rows(), 1, (member, from, to) ->
                    member.recurrences.lstmGradient(gates, before, squashed, dhidden, dcell, dgates, dbefore, from, to));
        }
    }

    @Override
    public void gru(Tensor projection, Tensor gates, Tensor before, Tensor candidate, Tensor hidden) {
        if (team.isSmall(gates.size(), COMPUTED)) {
            own.gru(projection, gates, before, candidate, hidden);
        } else {
            team.share(hidden.rows(), 1, (member, from, to) ->
                    member.recurrences.gru(projection, gates, before, candidate, hidden, from, to));
        }
    }

    @Override
    public void gruGradient(Tensor gates, Tensor before, Tensor candidate, Tensor dhidden, Tensor incoming,
                            Tensor dprojection, Tensor dgates, Tensor dbefore) {
        if (team.isSmall(gates.size(), MOVED)) {
            own.gruGradient(gates, before, candidate, dhidden, incoming, dprojection, dgates, dbefore);
        } else {
            team.share(dhidden.rows(), 1, (member, from, to) -> member.recurrences.gruGradient(
                    gates, before, candidate, dhidden, incoming, dprojection, dgates, dbefore, from, to));
        }
    }
}
