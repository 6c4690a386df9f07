package gridrun.store;

import java.util.Set;

/** What runs come with where it is asked for, beside their settings and figures: most of what there is to read. */
public enum Detail {
    /** The user's tags. */
    TAGS,
    /** What they were trained on. */
    DATASETS,
    /** The files that they recorded. */
    ARTIFACTS;

    /** What tables and sentences about runs need of them. */
    public static final Set<Detail> REPORTED = Set.of(DATASETS);
}
