package gridrun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names every setting in full, where a file names it by a shorter name or gives several in one map.
 *
 * <p>What cannot be named, because it is wrong or named twice, stays as it is for whoever reads the tree.
 */
final class FullNames {

    private final Settings settings;

    FullNames(Settings settings) {
        this.settings = settings;
    }

    Tree in(Schema schema, Tree tree) {
        if (schema instanceof BareSchema single) {
            return in(single.value(), tree);
        }
        if (schema instanceof ShapeSchema shapes && shapes.form(tree) != null) {
            return in(shapes.form(tree), tree);
        }
        if (schema instanceof ListSchema list && tree instanceof Tree.Sequence items) {
            return new Tree.Sequence(items.items().stream().map(item -> in(list.item(), item)).toList(), tree.origin());
        }
        if (schema == null || !(tree instanceof Tree.Mapping map)) {
            return tree;
        }
        if (schema instanceof KeyedSchema keyed) {
            return keys(keyed, map);
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.replaceAll((key, entry) -> new Tree.Entry(entry.keyOrigin(), in(schema.below(key), entry.value())));
        return new Tree.Mapping(entries, map.origin());
    }

    private Tree keys(KeyedSchema keyed, Tree.Mapping map) {
        Map<String, Tree.Entry> named = new LinkedHashMap<>();
        boolean once = true;
        for (Map.Entry<String, Tree.Entry> entry : map.entries().entrySet()) {
            Optional<String> full = keyed.key(entry.getKey()).map(SettingKey::name);
            once &= full.isPresent() && isRaw(keyed.value(), entry.getValue().value())
                    ? parts(full.get(), entry.getValue(), named)
                    : named.put(full.orElse(entry.getKey()), entry.getValue()) == null;
        }
        return once ? new Tree.Mapping(named, map.origin()) : map;
    }

    /** Whether a tree is a value of the setting, as it is. */
    private static boolean isRaw(Schema said, Tree tree) {
        return said instanceof TreeSchema || said instanceof BareSchema single && isRaw(single.value(), tree)
                || said instanceof ShapeSchema shapes && isRaw(shapes.form(tree), tree);
    }

    /** Whether nothing was said of these settings before. */
    private boolean parts(String name, Tree.Entry entry, Map<String, Tree.Entry> named) {
        if (!(entry.value() instanceof Tree.Mapping map) || !settings.isPart(name, map)) {
            return named.put(name, entry) == null;
        }
        boolean once = true;
        for (Map.Entry<String, Tree.Entry> part : map.entries().entrySet()) {
            once &= parts(BindContext.join(name, part.getKey()), part.getValue(), named);
        }
        return once;
    }
}
