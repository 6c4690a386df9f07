package gridrun.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map with keys of the user's own. */
public final class Dictionary extends Schema {

    private final Schema value;

    Dictionary(Schema value) {
        this.value = value;
    }

    /** What each value is. */
    public Schema value() {
        return value;
    }

    @Override
    Object bind(Tree tree, Place place) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return wrong(tree, place);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Object bound = value.bind(entry.value(), place.child(key));
            if (bound != null) {
                values.put(key, bound);
            }
        });
        return values.size() == mapping.entries().size() ? Collections.unmodifiableMap(values) : null;
    }

    @Override
    Tree write(Object map) {
        Tree.Mapping written = Tree.Mapping.empty(Origin.DEFAULT);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            written = written.with((String) entry.getKey(), Origin.DEFAULT, value.write(entry.getValue()));
        }
        return written;
    }

    @Override
    String expected() {
        return "a map";
    }
}
