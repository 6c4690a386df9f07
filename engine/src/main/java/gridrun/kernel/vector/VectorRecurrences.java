package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.Recurrences;
import gridrun.tensor.Tensor;

/**
 * The cells of recurrent layers on vectors, row by row, with the exponentials of all gates in one pass; divided by rows
 * of the batch.
 *
 * <p>Units behind the last whole vector are one more vector, computed into {@code last} and copied: what the vector
 * reads beyond them is the next gate's or the next row's, and goes nowhere.
 */
final class VectorRecurrences implements Recurrences {

    private final Team team;

    /** Units at a time, so that the exponentials of four gates are one block. */
    private static final int UNITS = VectorMath.BLOCK / 4;

    private final float[] e = new float[VectorMath.BLOCK];
    private final float[] sum = new float[UNITS];
    /** Room for the last vectors of up to eight results. */
    private final float[] last = new float[8 * WIDEST];

    VectorRecurrences(Team team) {
        this.team = team;
    }

    @Override
    public void lstm(Tensor gates, Tensor before, Tensor cell, Tensor squashed, Tensor hidden) {
        if (team.isSmall(gates.size(), COMPUTED)) {
            lstm(gates, before, cell, squashed, hidden, 0, hidden.rows());
        } else {
            team.share(hidden.rows(), 1,
                    (member, from, to) -> member.recurrences.lstm(gates, before, cell, squashed, hidden, from, to));
        }
    }

    /** The same for rows {@code [from, to)}, as all forms with these. */
    void lstm(Tensor gates, Tensor before, Tensor cell, Tensor squashed, Tensor hidden, int from, int to) {
        int units = hidden.columns(), end = whole(units);
        float[] g = floats(gates), b = floats(before), c = floats(cell), t = floats(squashed), h = floats(hidden);
        for (int row = from; row < to; row++) {
            int at = row * units, gi = gates.offset() + 4 * at, bi = before.offset() + at;
            int ci = cell.offset() + at, ti = squashed.offset() + at, hi = hidden.offset() + at;
            for (int j = 0; j < end; j += UNITS) {
                lstm(g, gi + j, units, b, bi + j, g, gi + j, units, c, ci + j, t, ti + j, h, hi + j,
                        Math.min(UNITS, end - j));
            }
            if (end < units) {
                lstm(g, gi + end, units, b, bi + end, last, 0, WIDEST, last, 4 * WIDEST, last, 5 * WIDEST,
                        last, 6 * WIDEST, LANES);
                put(0, 4, g, gi + end, units, units - end);
                put(4, 1, c, ci + end, 0, units - end);
                put(5, 1, t, ti + end, 0, units - end);
                put(6, 1, h, hi + end, 0, units - end);
            }
        }
    }

    private void lstm(float[] sums, int si, int step, float[] before, int bi, float[] gates, int gi, int gateStep,
            float[] cell, int ci, float[] squashed, int ti, float[] hidden, int hi, int n) {
        LstmCells.arguments(sums, si, step, e, n);
        VectorMath.exp(e, e, 4 * n);
        LstmCells.cells(sums, si, step, e, before, bi, gates, gi, gateStep, cell, ci, n);
        VectorMath.exp(e, e, n);
        LstmCells.hidden(cell, ci, e, gates, gi + 3 * gateStep, squashed, ti, hidden, hi, n);
    }

    @Override
    public void lstmGradient(Tensor gates, Tensor before, Tensor squashed, Tensor dhidden, Tensor dcell,
            Tensor dgates, Tensor dbefore) {
        if (team.isSmall(gates.size(), MOVED)) {
            lstmGradient(gates, before, squashed, dhidden, dcell, dgates, dbefore, 0, dhidden.rows());
        } else {
            team.share(dhidden.rows(), 1, (member, from, to) -> member.recurrences.lstmGradient(
                    gates, before, squashed, dhidden, dcell, dgates, dbefore, from, to));
        }
    }

    void lstmGradient(Tensor gates, Tensor before, Tensor squashed, Tensor dhidden, Tensor dcell,
            Tensor dgates, Tensor dbefore, int from, int to) {
        int units = dhidden.columns(), end = whole(units);
        float[] g = floats(gates), b = floats(before), t = floats(squashed), dh = floats(dhidden), dc = floats(dcell);
        float[] dg = floats(dgates), db = floats(dbefore);
        for (int row = from; row < to; row++) {
            int at = row * units, gi = gates.offset() + 4 * at, bi = before.offset() + at;
            int ti = squashed.offset() + at, dhi = dhidden.offset() + at, dci = dcell.offset() + at;
            int dgi = dgates.offset() + 4 * at, dbi = dbefore.offset() + at;
            LstmCells.gradient(g, gi, units, b, bi, t, ti, dh, dhi, dc, dci, dg, dgi, units, db, dbi, end);
            if (end < units) {
                LstmCells.gradient(g, gi + end, units, b, bi + end, t, ti + end, dh, dhi + end, dc, dci + end,
                        last, 0, WIDEST, last, 4 * WIDEST, LANES);
                put(0, 4, dg, dgi + end, units, units - end);
                put(4, 1, db, dbi + end, 0, units - end);
            }
        }
    }

    @Override
    public void gru(Tensor projection, Tensor gates, Tensor before, Tensor candidate, Tensor hidden) {
        if (team.isSmall(gates.size(), COMPUTED)) {
            gru(projection, gates, before, candidate, hidden, 0, hidden.rows());
        } else {
            team.share(hidden.rows(), 1, (member, from, to) -> member.recurrences.gru(projection, gates, before,
                    candidate, hidden, from, to));
        }
    }

    void gru(Tensor projection, Tensor gates, Tensor before, Tensor candidate, Tensor hidden, int from, int to) {
        int units = hidden.columns(), end = whole(units);
        float[] x = floats(projection), g = floats(gates), b = floats(before), n = floats(candidate),
                h = floats(hidden);
        for (int row = from; row < to; row++) {
            int at = row * units, xi = projection.offset() + 3 * at, gi = gates.offset() + 3 * at;
            int bi = before.offset() + at, ni = candidate.offset() + at, hi = hidden.offset() + at;
            for (int j = 0; j < end; j += UNITS) {
                gru(x, xi + j, g, gi + j, units, b, bi + j, g, gi + j, units, n, ni + j, h, hi + j,
                        Math.min(UNITS, end - j));
            }
            if (end < units) {
                gru(x, xi + end, g, gi + end, units, b, bi + end, last, 0, WIDEST, last, 3 * WIDEST, last, 4 * WIDEST,
                        LANES);
                put(0, 2, g, gi + end, units, units - end);
                put(3, 1, n, ni + end, 0, units - end);
                put(4, 1, h, hi + end, 0, units - end);
            }
        }
    }

    private void gru(float[] xs, int xi, float[] ss, int si, int step, float[] before, int bi,
            float[] gates, int gi, int gateStep, float[] candidate, int ni, float[] hidden, int hi, int n) {
        gates(xs, xi, ss, si, step, gates, gi, gateStep, n);
        VectorMath.exp(e, e, n);
        GruCells.hidden(sum, e, gates, gi + gateStep, before, bi, candidate, ni, hidden, hi, n);
    }

    private void gates(float[] xs, int xi, float[] ss, int si, int step, float[] gates, int gi, int gateStep, int n) {
        GruCells.arguments(xs, xi, ss, si, step, e, n);
        VectorMath.exp(e, e, 2 * n);
        GruCells.gates(xs, xi, ss, si, step, e, gates, gi, gateStep, sum, n);
    }

    @Override
    public void gruGradient(Tensor gates, Tensor before, Tensor candidate, Tensor dhidden, Tensor incoming,
            Tensor dprojection, Tensor dgates, Tensor dbefore) {
        if (team.isSmall(gates.size(), MOVED)) {
            gruGradient(gates, before, candidate, dhidden, incoming, dprojection, dgates, dbefore, 0, dhidden.rows());
        } else {
            team.share(dhidden.rows(), 1, (member, from, to) -> member.recurrences.gruGradient(
                    gates, before, candidate, dhidden, incoming, dprojection, dgates, dbefore, from, to));
        }
    }

    void gruGradient(Tensor gates, Tensor before, Tensor candidate, Tensor dhidden, Tensor incoming,
            Tensor dprojection, Tensor dgates, Tensor dbefore, int from, int to) {
        int units = dhidden.columns(), end = whole(units);
        float[] g = floats(gates), b = floats(before), n = floats(candidate), dh = floats(dhidden),
                in = floats(incoming);
        float[] dp = floats(dprojection), dg = floats(dgates), db = floats(dbefore);
        for (int row = from; row < to; row++) {
            int at = row * units, gi = gates.offset() + 3 * at, bi = before.offset() + at;
            int ni = candidate.offset() + at, dhi = dhidden.offset() + at, ii = incoming.offset() + at;
            int dpi = dprojection.offset() + 3 * at, dgi = dgates.offset() + 3 * at, dbi = dbefore.offset() + at;
            GruCells.gradient(g, gi, units, b, bi, n, ni, dh, dhi, in, ii, dp, dpi, dg, dgi, units, db, dbi, end);
            if (end < units) {
                lastGruGradient(g, gi + end, units, b, bi + end, n, ni + end, dh, dhi + end, in, ii + end);
                put(0, 3, dp, dpi + end, units, units - end);
                put(3, 3, dg, dgi + end, units, units - end);
                put(6, 1, db, dbi + end, 0, units - end);
            }
        }
    }

    private void lastGruGradient(float[] gates, int gi, int step, float[] before, int bi, float[] candidate, int ni,
            float[] dhidden, int dhi, float[] incoming, int ii) {
        GruCells.gradient(gates, gi, step, before, bi, candidate, ni, dhidden, dhi, incoming, ii,
                last, 0, last, 3 * WIDEST, WIDEST, last, 6 * WIDEST, LANES);
    }

    /** Copies the first n of results in {@code last} to where they belong, one gate after another. */
    private void put(int first, int count, float[] into, int at, int step, int n) {
        for (int q = 0; q < count; q++) {
            System.arraycopy(last, (first + q) * WIDEST, into, at + q * step, n);
        }
    }
}
