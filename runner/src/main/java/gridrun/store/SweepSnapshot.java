package gridrun.store;

import java.util.List;

/**
 * A sweep and its runs as they stood in one moment. What is made of a snapshot can say of what it was made, whatever
 * other commands record meanwhile.
 *
 * @param runs as {@link Store#runs(String)} has them
 * @param checksum as {@link Store#checksum} has it
 */
public record SweepSnapshot(Sweep sweep, List<Run> runs, String checksum) {
}
