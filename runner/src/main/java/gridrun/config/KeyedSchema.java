package gridrun.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map whose keys name settings, and whose values say something of each: nothing is an empty one.
 *
 * <p>Where an entry is wrong the others are read all the same.
 */
public final class KeyedSchema extends Schema {

    private final KeyType keys;
    private final Schema value;

    KeyedSchema(Class<?> keys, Schema value) {
        this.keys = new KeyType(keys);
        this.value = value;
    }

    /** What the keys become. */
    public Class<?> keys() {
        return keys.type();
    }

    /** What is said of each setting. */
    public Schema value() {
        return value;
    }

    /** The setting that a name means here; empty where it means none. */
    public Optional<SettingKey> key(String name) {
        try {
            return Optional.of((SettingKey) keys.read(name, Origin.DEFAULT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (!(tree instanceof Tree.Mapping) && !tree.isNull()) {
            return wrongParts(tree, place);
        }
        Map<SettingKey, Object> values = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> bind(name, entry, place, names, values));
        }
        return Collections.unmodifiableMap(values);
    }

    private void bind(String name, Tree.Entry entry, BindContext place, Set<String> names,
            Map<SettingKey, Object> values) {
        SettingKey key;
        try {
            key = (SettingKey) keys.read(name, entry.keyOrigin());
        } catch (IllegalArgumentException e) {
            place.problems().add(entry.keyOrigin(), e.getMessage());
            return;
        }
        boolean isFirst = names.add(key.name());
        if (!isFirst) {
            place.wrong(key.origin(), key.name() + " stands here for the second time");
        }
        Object bound = value.bind(entry.value(), place.child(key.label()));
        if (bound != null && isFirst) {
            values.put(key, bound);
        }
    }

    @Override
    Tree write(Object map) {
        Tree.Mapping written = Tree.Mapping.empty(Origin.DEFAULT);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            SettingKey key = (SettingKey) entry.getKey();
            written = written.with(key.name(), key.origin(), value.write(entry.getValue()));
        }
        return written;
    }

    @Override
    Schema below(String key) {
        return value;
    }

    @Override
    String expected() {
        return "a map of settings";
    }
}
