package gridrun.kernel;

import gridrun.tensor.Tensor;

/** The cells of recurrent layers as plain loops, in either precision. */
final class PlainRecurrences implements Recurrences {

    private final Real real;

    PlainRecurrences(Real real) {
        this.real = real;
    }

    @Override
    public void lstm(Tensor gates, Tensor before, Tensor cell, Tensor squashed, Tensor hidden) {
        int units = hidden.columns();
        for (int at = 0; at < hidden.size(); at++) {
            int first = first(at, units, 4);
            double i = real.sigmoid(gates.get(first));
            double f = real.sigmoid(gates.get(first + units));
            double g = real.tanh(gates.get(first + 2 * units));
            double o = real.sigmoid(gates.get(first + 3 * units));
            double c = real.fma(f, before.get(at), real.multiply(i, g));
            double t = real.tanh(c);
            gates.set(first, i);
            gates.set(first + units, f);
            gates.set(first + 2 * units, g);
            gates.set(first + 3 * units, o);
            cell.set(at, c);
            squashed.set(at, t);
            hidden.set(at, real.multiply(o, t));
        }
    }

    @Override
    public void lstmGradient(Tensor gates, Tensor before, Tensor squashed, Tensor dhidden, Tensor dcell,
            Tensor dgates, Tensor dbefore) {
        int units = dhidden.columns();
        for (int at = 0; at < dhidden.size(); at++) {
            int first = first(at, units, 4);
            double i = gates.get(first);
            double f = gates.get(first + units);
            double g = gates.get(first + 2 * units);
            double o = gates.get(first + 3 * units);
            double t = squashed.get(at);
            double dh = dhidden.get(at);
            double dc = real.fma(real.multiply(dh, o), real.fma(-t, t, 1), dcell.get(at));
            dgates.set(first, throughSigmoid(i, real.multiply(dc, g)));
            dgates.set(first + units, throughSigmoid(f, real.multiply(dc, before.get(at))));
            dgates.set(first + 2 * units, throughTanh(g, real.multiply(dc, i)));
            dgates.set(first + 3 * units, throughSigmoid(o, real.multiply(dh, t)));
            dbefore.set(at, real.multiply(dc, f));
        }
    }

    @Override
    public void gru(Tensor projection, Tensor gates, Tensor before, Tensor candidate, Tensor hidden) {
        int units = hidden.columns();
        for (int at = 0; at < hidden.size(); at++) {
            int first = first(at, units, 3);
            double r = real.sigmoid(real.add(projection.get(first), gates.get(first)));
            double z = real.sigmoid(real.add(projection.get(first + units), gates.get(first + units)));
            double n = real.tanh(real.fma(r, gates.get(first + 2 * units), projection.get(first + 2 * units)));
            gates.set(first, r);
            gates.set(first + units, z);
            candidate.set(at, n);
            hidden.set(at, real.fma(z, real.subtract(before.get(at), n), n));
        }
    }

    @Override
    public void gruGradient(Tensor gates, Tensor before, Tensor candidate, Tensor dhidden, Tensor incoming,
            Tensor dprojection, Tensor dgates, Tensor dbefore) {
        int units = dhidden.columns();
        for (int at = 0; at < dhidden.size(); at++) {
            int first = first(at, units, 3);
            double r = gates.get(first);
            double z = gates.get(first + units);
            double s = gates.get(first + 2 * units);
            double n = candidate.get(at);
            double dh = dhidden.get(at);
            double dn = throughTanh(n, real.multiply(dh, real.subtract(1, z)));
            double dz = throughSigmoid(z, real.multiply(dh, real.subtract(before.get(at), n)));
            double dr = throughSigmoid(r, real.multiply(dn, s));
            dprojection.set(first, dr);
            dprojection.set(first + units, dz);
            dprojection.set(first + 2 * units, dn);
            dgates.set(first, dr);
            dgates.set(first + units, dz);
            dgates.set(first + 2 * units, real.multiply(dn, r));
            dbefore.set(at, real.fma(dh, z, incoming.get(at)));
        }
    }

    /** Where the first gate of a unit lies. */
    private static int first(int at, int units, int gates) {
        return at / units * gates * units + at % units;
    }

    private double throughSigmoid(double s, double ds) {
        return real.multiply(real.multiply(s, real.subtract(1, s)), ds);
    }

    private double throughTanh(double t, double dt) {
        return real.multiply(real.fma(-t, t, 1), dt);
    }
}
