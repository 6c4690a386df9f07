package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.Updates;
import gridrun.tensor.Tensor;

/** The optimizers' kernels divided among a team, by elements. */
final class TeamUpdates implements Updates {

    private final VectorUpdates alone = new VectorUpdates();
    private final Team team;

    TeamUpdates(Team team) {
        this.team = team;
    }

    @Override
    public void addSigns(double s, Tensor w, Tensor g) {
        if (team.isSmall(w.size(), MOVED)) {
            alone.addSigns(s, w, g);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.addSigns(s, w, g, from, to));
        }
    }

    @Override
    public void clip(Tensor g, double bound) {
        if (team.isSmall(g.size(), MOVED)) {
            alone.clip(g, bound);
        } else {
            team.share(g.size(), LINE, (member, from, to) -> alone.clip(g, bound, from, to));
        }
    }

    @Override
    public void sgd(Tensor w, Tensor g, double rate) {
        if (team.isSmall(w.size(), MOVED)) {
            alone.sgd(w, g, rate);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.sgd(w, g, rate, from, to));
        }
    }

    @Override
    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov) {
        if (team.isSmall(w.size(), MOVED)) {
            alone.momentum(w, g, v, rate, mu, nesterov);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.momentum(w, g, v, rate, mu, nesterov, from, to));
        }
    }

    @Override
    public void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.adagrad(w, g, s, rate, epsilon);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.adagrad(w, g, s, rate, epsilon, from, to));
        }
    }

    @Override
    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.rmsprop(w, g, s, rate, rho, epsilon);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.rmsprop(w, g, s, rate, rho, epsilon, from, to));
        }
    }

    @Override
    public void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.adadelta(w, g, s, u, rate, rho, epsilon);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.adadelta(w, g, s, u, rate, rho, epsilon, from, to));
        }
    }

    @Override
    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
                     double correction1, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.adam(
                    w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, from, to));
        }
    }

    @Override
    public void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
                        double epsilon, double correction1, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.amsgrad(w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.amsgrad(
                    w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2, from, to));
        }
    }

    @Override
    public void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1,
                      double beta2, double epsilon, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            alone.nadam(w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2);
        } else {
            team.share(w.size(), LINE, (member, from, to) -> alone.nadam(
                    w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2, from, to));
        }
    }
}
