package gridrun.tensor;

/**
 * One flat block of numbers from which tensors are cut: float32 for training, float64 for checking gradients.
 *
 * <p>Each tensor begins a multiple of {@link #ALIGNMENT} behind {@link #FIRST}, and the block ends with as much slack,
 * so a kernel may <em>read</em> a whole vector at the end of any row. What lies behind a tensor's end has no meaning,
 * and a kernel never writes there.
 */
public final class Arena {

    /** Elements in the widest vector, 512 bits of float32; also one cache line. */
    public static final int ALIGNMENT = 16;

    /**
     * Where a cache line begins in a large array of float32. HotSpot's default collector gives an array of half a
     * region or more a place at the beginning of one, and a header of 16 bytes comes first. Other arrays lie at any
     * multiple of eight bytes, and none of their elements is a better beginning than another.
     */
    public static final int FIRST = ALIGNMENT - 16 / Float.BYTES;

    private final float[] floats;
    private final double[] doubles;
    private int used = FIRST;

    private Arena(float[] floats, double[] doubles) {
        this.floats = floats;
        this.doubles = doubles;
    }

    /** Returns an arena of zeros in float32. */
    public static Arena ofFloats(int capacity) {
        return new Arena(new float[FIRST + aligned(capacity) + ALIGNMENT], null);
    }

    /** Returns an arena of zeros in float64. */
    public static Arena ofDoubles(int capacity) {
        return new Arena(null, new double[FIRST + aligned(capacity) + ALIGNMENT]);
    }

    /** Shows an array as a tensor without copying it, for {@code gather} alone: there is no slack behind it. */
    public static Tensor view(float[] values, Shape shape) {
        return new Tensor(new Arena(values, null), 0, shape);
    }

    /** The elements that a tensor of {@code size} takes in an arena. */
    public static int aligned(int size) {
        return Math.addExact(size, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The same block, to cut tensors from its beginning anew: over those that were cut before. */
    public Arena again() {
        return new Arena(floats, doubles);
    }

    /** Cuts the next tensor from this arena; its content is zero unless someone wrote there. */
    public Tensor cut(Shape shape) {
        int offset = used;
        if (offset - FIRST + aligned(shape.size()) > capacity()) {
            throw new IllegalStateException("%s does not fit in the %d elements left of an arena of %d"
                    .formatted(shape, capacity() + FIRST - used, capacity()));
        }
        used += aligned(shape.size());
        return new Tensor(this, offset, shape);
    }

    /** The elements that tensors can be cut from. */
    public int capacity() {
        return (floats == null ? doubles.length : floats.length) - FIRST - ALIGNMENT;
    }

    /** The whole block in float32; null in an arena of float64. */
    public float[] floats() {
        return floats;
    }

    /** The whole block in float64; null in an arena of float32. */
    public double[] doubles() {
        return doubles;
    }

    double get(int index) {
        return floats == null ? doubles[index] : floats[index];
    }

    void set(int index, double value) {
        if (floats == null) {
            doubles[index] = value;
        } else {
            floats[index] = (float) value;
        }
    }
}
