package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.List;

/** What an axis takes in turn: listed, or evenly spaced. */
sealed interface AxisValues extends Overriding permits Listed, Range {

    /**
     * The values in order.
     *
     * @param origin of those that nobody wrote one by one
     */
    List<Tree> trees(Origin origin);
}
