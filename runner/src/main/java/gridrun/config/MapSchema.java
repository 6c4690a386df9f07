package gridrun.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map with keys of the user's own: where an entry is wrong the others are read all the same. */
public final class MapSchema extends Schema {

    private final KeyType keys;
    private final Schema value;

    MapSchema(Class<?> keys, Schema value) {
        this.keys = new KeyType(keys);
        this.value = value;
    }

    /** What the keys become: texts, or a record that reads itself from one. */
    public Class<?> keys() {
        return keys.type();
    }

    /** What each value is. */
    public Schema value() {
        return value;
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return wrongParts(tree, place);
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Object bound = value.bind(entry.value(), place.child(name));
            try {
                Object key = keys.read(name, entry.keyOrigin());
                if (bound != null) {
                    values.put(key, bound);
                }
            } catch (IllegalArgumentException e) {
                place.wrong(entry.keyOrigin(), e.getMessage());
            }
        });
        return Collections.unmodifiableMap(values);
    }

    @Override
    Tree write(Object map) {
        Tree.Mapping written = Tree.Mapping.empty(Origin.DEFAULT);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            written = written.with(entry.getKey().toString(), Origin.DEFAULT, value.write(entry.getValue()));
        }
        return written;
    }

    @Override
    Schema below(String key) {
        return value;
    }

    @Override
    String expected() {
        return "a map";
    }
}
