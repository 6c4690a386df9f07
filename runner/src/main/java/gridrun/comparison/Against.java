package gridrun.comparison;

import java.util.Optional;

/**
 * How a configuration compares with the best, or with the baseline.
 *
 * @param candidate the configuration
 * @param difference from that one; empty for that one itself
 * @param pAdjusted its p, corrected for the number of comparisons (Holm); not a number without any
 * @param mark what it comes to; empty where nothing can be claimed: of fewer than two pairs, and of a configuration
 *     that would be tied but for its diverged runs
 */
public record Against(Candidate candidate, Optional<PairedDifference> difference, double pAdjusted,
        Optional<Mark> mark) {

    /** Whether the mark is this one. */
    public boolean is(Mark which) {
        return mark.filter(which::equals).isPresent();
    }

    /** Whether it cannot be told apart from what it is compared with. */
    public boolean isTied() {
        return is(Mark.TIED_WITH_THE_BEST) || is(Mark.TIED_WITH_THE_BASELINE);
    }
}
