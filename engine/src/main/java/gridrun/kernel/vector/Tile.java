package gridrun.kernel.vector;

/**
 * What a register tile is computed from and where it goes. Each class of tiles says which of these it reads.
 *
 * <p>Tiles take one object, and read from it what they need where they need it: what the chains begin with, what the
 * loop goes over, where the result goes. As parameters all of it would be alive throughout. The compiler, short of
 * registers where chains begin, would put some of it into vector registers, and fetch it from there in every step of
 * the loop. Such a fetch waits behind the products, and the next product waits for it: a quarter of the speed, in
 * those processes where the compiler decides so.
 */
final class Tile {

    /** Products in a chain. */
    int k;

    /** The operand that is read number by number, from {@code ai} on. */
    float[] a;
    int ai;
    /** From one row of it to the next. */
    int rowStep;
    /** From one product's number to the next one's. */
    int step;
    /** Where a convolution finds its numbers: product p's at {@code places[pi + p]}, behind {@code ai}. */
    int[] places;
    int pi;
    /** Where a weight gradient's rows begin: row r's numbers behind {@code taps[ti + r]}. */
    int[] taps;
    int ti;

    /** The operand that is read in vectors: product p's row is at {@code bi + p * ldb}. */
    float[] b;
    int bi;
    int ldb;

    /** Where the chains begin: row r's at {@code si + r * lds}. */
    float[] s;
    int si;
    int lds;

    /** Where they end: row r's at {@code ci + r * ldc}. */
    float[] c;
    int ci;
    int ldc;
}
