package gridrun.metric;

/** The parts of the data that metrics are of, by what stands before a metric's name. */
public enum DataPart {

    TRAINING(""), VALIDATION("val_"), TEST("test_");

    private final String prefix;

    DataPart(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before a metric's name: {@code val_}. */
    public String prefix() {
        return prefix;
    }

    /** The part of a name such as {@code val_loss}. */
    public static DataPart of(String name) {
        return name.startsWith(VALIDATION.prefix) ? VALIDATION : name.startsWith(TEST.prefix) ? TEST : TRAINING;
    }

    /** A name of this part without its prefix. */
    public String bare(String name) {
        return name.substring(prefix.length());
    }
}
