package gridrun.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector shape of this process: the widest that the processor prefers, or less with the system property
 * {@code gridrun.vectorBits} (128, 256 or 512).
 *
 * <p>The species are constants, without which the compiler would keep vectors as objects.
 */
final class Lanes {

    static final VectorSpecies<Float> FLOATS = species();
    static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    /** As many bytes as a vector has elements, or the fewest that a vector of bytes can have: twice as many. */
    static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.length() * Byte.SIZE)));
    /** Bytes in a vector of them. */
    static final int BYTE_LANES = BYTES.length();
    /** Elements in a vector. */
    static final int LANES = FLOATS.length();
    /** Elements in the widest vector, and partial sums of a reduction whatever the width. */
    static final int WIDEST = 16;

    private Lanes() {}

    private static VectorSpecies<Float> species() {
        int preferred = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        return switch (Math.min(preferred, Integer.getInteger("gridrun.vectorBits", 512))) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            case 512 -> FloatVector.SPECIES_512;
            default -> throw new IllegalStateException("vectors of " + preferred + " bits");
        };
    }

    /** The largest multiple of {@link #LANES} up to n. */
    static int whole(int n) {
        return n & -LANES;
    }

    /** The least multiple of {@link #WIDEST} from n. */
    static int padded(int n) {
        return n + WIDEST - 1 & -WIDEST;
    }
}
