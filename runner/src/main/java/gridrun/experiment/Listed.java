package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.List;
import java.util.Set;

/**
 * Values of an axis that stand one by one.
 *
 * @param values in the order in which they are taken
 */
@Bare
record Listed(Set<Tree> values) implements AxisValues {

    Listed {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an empty axis; give it at least one value");
        }
    }

    @Override
    public List<Tree> trees(Origin origin) {
        return List.copyOf(values);
    }
}
