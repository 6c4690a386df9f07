package gridrun.effect;

/**
 * One line of the analysis of variance.
 *
 * @param source the axes, {@code seeds}, or what is left
 * @param order how many factors it is about: 1 for a main effect, 2 for an interaction of two; 0 for what is no effect
 *     of an axis
 * @param degrees of freedom
 * @param squares its sum of squares
 * @param share of the total sum of squares, from 0 to 1
 * @param f its mean square by that of the residual; not a number where there is none
 * @param p the probability of such an F or a larger one where the source has no effect (Fisher, 1925)
 */
public record Effect(String source, int order, int degrees, double squares, double share, double f, double p) {
}
