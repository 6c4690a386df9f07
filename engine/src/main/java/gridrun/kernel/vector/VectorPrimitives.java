package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

import gridrun.kernel.Primitives;
import gridrun.tensor.Tensor;

/** Primitives on vectors, divided by elements. The forms with {@code from} and {@code to} do a part of the elements. */
final class VectorPrimitives implements Primitives {

    private final Team team;

    private final float[] block = new float[VectorMath.BLOCK];

    VectorPrimitives(Team team) {
        this.team = team;
    }

    @Override
    public void multiplyAdd(double a, double b, int times, Tensor y) {
        if (team.isSmall(y.size(), times)) {
            multiplyAdd(a, b, times, y, 0, y.size());
        } else {
            team.share(y.size(), Team.LINE,
                    (member, from, to) -> member.primitives.multiplyAdd(a, b, times, y, from, to));
        }
    }

    void multiplyAdd(double a, double b, int times, Tensor y, int from, int to) {
        float[] ys = y.arena().floats();
        for (int i = from; i < to; i += Chains.COUNT * LANES) {
            int n = Math.min(Chains.COUNT * LANES, to - i);
            System.arraycopy(ys, y.offset() + i, block, 0, n);
            Chains.multiplyAdd((float) a, (float) b, times, block);
            System.arraycopy(block, 0, ys, y.offset() + i, n);
        }
    }

    @Override
    public void exp(Tensor x, Tensor y) {
        if (team.isSmall(y.size(), Team.COMPUTED)) {
            exp(x, y, 0, y.size());
        } else {
            team.share(y.size(), Team.LINE, (member, from, to) -> member.primitives.exp(x, y, from, to));
        }
    }

    void exp(Tensor x, Tensor y, int from, int to) {
        for (int i = from; i < to; i += VectorMath.BLOCK) {
            int n = Math.min(VectorMath.BLOCK, to - i);
            System.arraycopy(x.arena().floats(), x.offset() + i, block, 0, n);
            VectorMath.exp(block, block, n);
            System.arraycopy(block, 0, y.arena().floats(), y.offset() + i, n);
        }
    }
}
