package gridrun.experiment;

import gridrun.comparison.Selector;
import gridrun.component.Bare;
import gridrun.config.FlatNames;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration that all are compared with.
 *
 * @param values what it has; of several configurations that have it, the one that ranks first
 */
@Bare
record BaselineSelection(Map<Exclude.AxisName, Exclude.One> values) {

    public BaselineSelection {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an empty map; name the baseline's settings, or leave it out");
        }
    }

    Selector selector() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name.label(), FlatNames.text(value.tree())));
        return new Selector(texts);
    }
}
