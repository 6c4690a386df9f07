package gridrun.kernel;

/**
 * Adam's two corrections folded into two numbers a step, which leaves one root and one division an element:
 * {@code rate (m / c1) / (√(v / c2) + ε) = (rate √c2 / c1) m / (√v + ε √c2)} (Kingma and Ba, Adam, 2015, end of section
 * 2).
 */
public final class AdamStep {

    private AdamStep() {}

    /** {@code rate √c2 / c1}. */
    public static double rate(double rate, double correction1, double correction2) {
        return rate * Math.sqrt(correction2) / correction1;
    }

    /** {@code ε √c2}. */
    public static double epsilon(double epsilon, double correction2) {
        return epsilon * Math.sqrt(correction2);
    }
}
