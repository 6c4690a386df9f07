package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.BYTES;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.INTS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.B2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;

/** One pass over arrays, element by element, in whole vectors: n is a multiple of the lanes. */
final class Sweeps extends Alone {

    private Sweeps() {}

    /** {@code c = a + b}. */
    static void add(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, a, ai + i).add(fromArray(FLOATS, b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code c = a - b}. */
    static void subtract(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, a, ai + i).sub(fromArray(FLOATS, b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code c = a b}. */
    static void multiply(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, a, ai + i).mul(fromArray(FLOATS, b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code c = a / b}. */
    static void divide(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, a, ai + i).div(fromArray(FLOATS, b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code y = s x}. */
    static void scale(float s, float[] x, int xi, float[] y, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, x, xi + i).mul(s).intoArray(y, yi + i);
        }
    }

    /** {@code z = y + s x}, fused. */
    static void addScaled(float s, float[] x, int xi, float[] y, int yi, float[] z, int zi, int n) {
        for (int i = 0; i < n; i += LANES) {
            broadcast(FLOATS, s).fma(fromArray(FLOATS, x, xi + i), fromArray(FLOATS, y, yi + i)).intoArray(z, zi + i);
        }
    }

    /** {@code x = x + s sign(w)}. */
    static void addSigns(float s, float[] w, int wi, float[] x, int xi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector at = fromArray(FLOATS, w, wi + i);
            FloatVector sign = at.blend(s, at.compare(GT, 0)).blend(-s, at.compare(LT, 0));
            fromArray(FLOATS, x, xi + i).add(sign).intoArray(x, xi + i);
        }
    }

    /** {@code x = min(max(x, -bound), bound)}. */
    static void clip(float[] x, int xi, int n, float bound) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector at = fromArray(FLOATS, x, xi + i);
            at.blend(bound, at.compare(GT, bound)).blend(-bound, at.compare(LT, -bound)).intoArray(x, xi + i);
        }
    }

    /** Four rows of x, from those positions on, behind one another into y, whose rows are {@code ldy} apart. */
    static void copyFour(float[] x, int x0, int x1, int x2, int x3, float[] y, int yi, int ldy, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, x, x0 + i).intoArray(y, yi + i);
            fromArray(FLOATS, x, x1 + i).intoArray(y, yi + ldy + i);
            fromArray(FLOATS, x, x2 + i).intoArray(y, yi + 2 * ldy + i);
            fromArray(FLOATS, x, x3 + i).intoArray(y, yi + 3 * ldy + i);
        }
    }

    /** {@code y = (x & 255) s}, of so many bytes in whole vectors of them. */
    static void numbers(byte[] x, int xi, float s, float[] y, int yi, int n) {
        for (int i = 0; i < n; i += BYTES.length()) {
            number(x, xi + i, s, y, yi + i);
        }
    }

    /** The same of four rows, which are {@code ldy} apart in y. */
    static void numbersOfFour(byte[] x, int x0, int x1, int x2, int x3, float s, float[] y, int yi, int ldy, int n) {
        for (int i = 0; i < n; i += BYTES.length()) {
            number(x, x0 + i, s, y, yi + i);
            number(x, x1 + i, s, y, yi + ldy + i);
            number(x, x2 + i, s, y, yi + 2 * ldy + i);
            number(x, x3 + i, s, y, yi + 3 * ldy + i);
        }
    }

    private static void number(byte[] x, int xi, float s, float[] y, int yi) {
        ByteVector at = ByteVector.fromArray(BYTES, x, xi);
        for (int part = 0; part < BYTES.length() / LANES; part++) {
            Vector<Integer> whole = at.convertShape(B2I, INTS, part).lanewise(AND, 0xFF);
            ((FloatVector) whole.convertShape(I2F, FLOATS, 0)).mul(s).intoArray(y, yi + part * LANES);
        }
    }
}
