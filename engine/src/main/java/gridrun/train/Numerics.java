package gridrun.train;

/** The version of the numbers this engine computes. */
public final class Numerics {

    /** Counted up whenever a change to the engine changes a result's bits, so that no old result is taken for a new one. */
    public static final int VERSION = 1;

    private Numerics() {
    }
}
