package gridrun.store;

import java.util.Set;

/**
 * What is known of how an entry came about, by name: the store's own words. Others, such as a tracking server, have
 * theirs and translate. Tags are the user's.
 */
public final class Facts {

    /** The checksum of a run's weights at its end. */
    public static final String WEIGHTS_SHA256 = "weights_sha256";

    public static final String JDK = "jdk";
    public static final String JVM = "jvm";
    public static final String KERNELS = "kernels";
    public static final String OS = "os";
    public static final String CORES = "cores";
    public static final String THREADS = "threads";

    public static final String GIT_COMMIT = "git.commit";
    public static final String GIT_BRANCH = "git.branch";
    public static final String GIT_REPOSITORY = "git.repository";
    /** Whether the working tree was changed since the commit, {@code true} or {@code false}. */
    public static final String GIT_DIRTY = "git.dirty";

    /** How pictures were drawn, and those of a sweep for which table: the version and the table's checksum. */
    public static final String PICTURES_OF = "pictures_of";

    /** What stands above a sweep's pictures, where that is not its name; each plan says anew what it is. */
    public static final String TITLE = "title";

    /** The checksum of what a sweep's report was made of. */
    public static final String REPORT_OF = "report_of";

    /** The checksum of what a sweep's tables were made of, and of the program that made them. */
    public static final String TABLES_OF = "tables_of";

    /** The checksum of a sweep's newest plan, and that plan's date. */
    public static final String PLAN_OF = "plan_of";

    /** How the last race went of a sweep whose plan is none any more: it chose which runs there are. */
    public static final String RACED = "raced";

    /** What says something to the store alone, be it of what a thing was made, so that it need not be made again. */
    public static final Set<String> MARKS = Set.of(PICTURES_OF, REPORT_OF, TABLES_OF, PLAN_OF, RACED);

    /** Lists which tags are a run's own, set when it was trained: plans leave these alone. */
    public static final String OWN_TAGS = "own_tags";

    /** How what is compared names begin; each plan says anew how that is. */
    public static final String COMPARISON = "comparison.";

    /** How a sweep's race goes, where its plan is one. */
    public static final String RACE = COMPARISON + "race";

    private Facts() {
    }
}
