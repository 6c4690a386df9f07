package gridrun.task;

/**
 * How real targets were brought to a common size: a network learns {@code (y - center) / scale}.
 *
 * @param center what became 0, in the unit of the data
 * @param scale what became 1, in the unit of the data; positive
 */
public record Scaling(double center, double scale) {

    /** Targets as they are. */
    public static final Scaling NONE = new Scaling(0, 1);

    /** Of a float, relative to the number: half a unit in the last place, and as much for the way there and back. */
    private static final double ROUNDING = 0x1p-23;

    public Scaling {
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(center)) {
            throw new IllegalArgumentException("no numbers can be scaled by %s around %s".formatted(scale, center));
        }
    }

    /**
     * Brings values to mean 0 and standard deviation 1 (with n, not n - 1).
     *
     * <p>Where they all are equal, or next to it, they are only centred; so is nothing at all. Means are taken of
     * differences, so that values far from 0 (seconds since 1970, say) lose nothing of what tells them apart.
     */
    public static Scaling standard(double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        double mean = values[0];
        mean += meanFrom(mean, values);
        mean += meanFrom(mean, values);
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        double squares = 0; // of shares of the largest, as those of 1e200 would be infinite
        for (double value : values) {
            double share = largest == 0 ? 0 : (value - mean) / largest;
            squares += share * share / values.length;
        }
        double deviation = largest * Math.sqrt(squares);
        boolean constant = !(deviation > 8 * Math.ulp(mean)) || !Double.isFinite(deviation);
        return new Scaling(mean, constant ? 1 : deviation);
    }

    private static double meanFrom(double origin, double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += (value - origin) / values.length;
        }
        return mean;
    }

    /** Whether targets stay as they are, to the bit. */
    public boolean isNone() {
        return Double.compare(center, 0) == 0 && scale == 1;
    }

    /** What a network learns of a value. */
    public double scaled(double value) {
        return (value - center) / scale;
    }

    /**
     * What a network's answer, or a target as it learned it, means in the unit of the data. What single precision
     * cannot tell from 0 is 0: a target of 0 must not come back as a rounding error.
     */
    public double unscaled(double answer) {
        double value = center + answer * scale;
        return Math.abs(value) < ROUNDING * Math.abs(center) ? 0 : value;
    }
}
