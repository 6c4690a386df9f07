package gridrun.experiment;

/** When a race ends, if not with its last seed. */
public enum Until {
    /** When one configuration is told apart from all others. */
    DECIDED
}
