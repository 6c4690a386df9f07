package gridrun.comparison;

/** What a comparison comes to. */
public enum Mark {
    /** Its mean is best, and the others are compared with it. */
    BEST("best"),
    /** Cannot be told apart from the best. */
    TIED_WITH_THE_BEST("tied with the best"),
    /** Is worse than what it is compared with. */
    WORSE("worse"),
    /** The file names it, and the others are compared with it. */
    BASELINE("baseline"),
    /** Cannot be told apart from the baseline. */
    TIED_WITH_THE_BASELINE("tied with the baseline"),
    /** Is better than the baseline. */
    BETTER("better");

    private final String words;

    Mark(String words) {
        this.words = words;
    }

    /** As tables have it. */
    public String words() {
        return words;
    }
}
