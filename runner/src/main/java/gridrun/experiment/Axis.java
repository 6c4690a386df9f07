package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.List;

/**
 * One setting that varies.
 *
 * @param name in full, {@code train.learning_rate}
 * @param label short where that is unique, {@code learning_rate}
 * @param keyOrigin where it is named
 * @param values what it takes in turn
 */
record Axis(String name, String label, Origin keyOrigin, List<Tree> values) {

    int depth() {
        return (int) name.chars().filter(c -> c == '.').count();
    }
}
