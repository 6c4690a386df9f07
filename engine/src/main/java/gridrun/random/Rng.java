package gridrun.random;

/**
 * Counter-based random streams: number i of a stream is a pure function of the stream's key and i.
 *
 * <p>A key is derived from a seed by naming purposes, {@code Rng.of(seed).split("init").split(3)}, so every use has a
 * stream of its own and adding one shifts no other. The generator is SplitMix64 (Steele, Lea and Flood, Fast
 * splittable pseudorandom number generators, 2014): the finalizer of {@code key + (i + 1) γ}.
 */
public final class Rng {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1p-53;

    private final long key;
    private long counter;
    private double spareGaussian = Double.NaN;

    private Rng(long key) {
        this.key = key;
    }

    /** The stream of a seed. */
    public static Rng of(long seed) {
        return new Rng(mix(seed + GAMMA));
    }

    /** An independent stream for a purpose. */
    public Rng split(String purpose) {
        long hash = key;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ (purpose.charAt(i) + GAMMA * (i + 1)));
        }
        return new Rng(mix(hash + GAMMA));
    }

    /** An independent stream for an index. */
    public Rng split(long index) {
        return new Rng(key(key, index));
    }

    /** The key of the stream {@code split(index)}, without making an object. */
    public static long key(long key, long index) {
        return mix(key ^ mix(index * GAMMA + 0x632BE59BD9B4E019L));
    }

    /** What identifies this stream, for {@link #uniform(long, long)}. */
    public long key() {
        return key;
    }

    /** Number {@code index} of the stream {@code key}, uniform in [0, 1). */
    public static double uniform(long key, long index) {
        return (mix(key + (index + 1) * GAMMA) >>> 11) * TO_UNIT;
    }

    /**
     * Number {@code index} of the stream {@code key}, of the standard normal distribution (Box and Muller, 1958):
     * numbers 2i and 2i + 1 are the two of one pair of uniform ones.
     */
    public static double gaussian(long key, long index) {
        long pair = index & ~1L;
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(key, pair)));
        double angle = 2 * Math.PI * uniform(key, pair + 1);
        return radius * (index == pair ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /** The next 64 bits. */
    public long nextLong() {
        return mix(key + ++counter * GAMMA);
    }

    /** The next number, uniform in [0, 1). */
    public double nextUniform() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** The next number, uniform in [low, high). */
    public double nextUniform(double low, double high) {
        return low + (high - low) * nextUniform();
    }

    /** The next whole number, uniform in [0, bound), without bias. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " is not positive");
        }
        long range = bound;
        long limit = Long.MAX_VALUE / range * range;
        long bits;
        do {
            bits = nextLong() >>> 1;
        } while (bits >= limit);
        return (int) (bits % range);
    }

    /** The next number of the standard normal distribution (Box and Muller, 1958). */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextUniform()));
        double angle = 2 * Math.PI * nextUniform();
        spareGaussian = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** Shuffles in place (Fisher and Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
