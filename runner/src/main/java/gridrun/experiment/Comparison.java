package gridrun.experiment;

/** How an expectation compares what was found with its bound. */
public enum Comparison {
    AT_LEAST(">="), AT_MOST("<="), EQUAL("=="), UNEQUAL("!="), ABOVE(">"), BELOW("<");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign as a file has it. */
    public String sign() {
        return sign;
    }

    /** The comparison of a sign; null if there is none. */
    static Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        return null;
    }

    /** Whether it holds; never of what is no finite number. */
    boolean holds(double found, double bound) {
        return Double.isFinite(found) && switch (this) {
            case AT_LEAST -> found >= bound;
            case AT_MOST -> found <= bound;
            case EQUAL -> found == bound;
            case UNEQUAL -> found != bound;
            case ABOVE -> found > bound;
            case BELOW -> found < bound;
        };
    }
}
