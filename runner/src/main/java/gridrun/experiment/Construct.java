package gridrun.experiment;

import gridrun.config.Problems;
import java.util.List;

/** A word of the sweep that varies something; {@link SweepSpec} says which there are. */
interface Construct {

    /** What it varies, for the product of all; what cannot be is among the problems. */
    List<Dimension> dimensions(Problems problems);
}
