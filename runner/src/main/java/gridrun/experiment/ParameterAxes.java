package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.Problems;
import java.util.List;
import java.util.Map;

/**
 * Settings that vary, each by itself.
 *
 * @param axes what each takes in turn
 */
@Bare
record ParameterAxes(Map<Varied, AxisValues> axes) implements Construct {

    @Override
    public List<Dimension> dimensions(Problems problems) {
        return axes.entrySet().stream().flatMap(
                axis -> Axis.of(axis.getKey(), axis.getValue().trees(axis.getKey().origin()), problems).stream())
                .map(axis -> new Dimension(List.of(axis))).toList();
    }
}
