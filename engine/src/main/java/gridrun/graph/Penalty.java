package gridrun.graph;

/**
 * What is added to the objective for weights: {@code l1 Σ|w| + l2 Σw²}.
 *
 * @param l1 λ of the first term; null where the run decides
 * @param l2 λ of the second; null where the run decides
 */
public record Penalty(Double l1, Double l2) {

    /** Whatever the run says. */
    public static final Penalty OF_THE_RUN = new Penalty(null, null);
}
