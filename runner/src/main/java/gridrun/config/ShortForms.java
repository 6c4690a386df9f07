package gridrun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree as people write it: in lists {@code dense: 64} in place of {@code {type: dense, units: 64}}. */
public final class ShortForms {

    private final Settings settings;

    private ShortForms(Settings settings) {
        this.settings = settings;
    }

    /** A whole file, in which maps may have settings as keys. */
    public static Tree.Mapping of(Class<?> type, Tree.Mapping file) {
        return (Tree.Mapping) new ShortForms(Settings.of(type)).in(Schema.of(type), file);
    }

    private Tree in(Schema schema, Tree tree) {
        if (schema instanceof BareSchema single) {
            return in(single.value(), tree);
        }
        if (schema instanceof ListSchema list && tree instanceof Tree.Sequence sequence) {
            return new Tree.Sequence(sequence.items().stream().map(item -> item(list.item(), item)).toList(),
                    sequence.origin());
        }
        if (tree instanceof Tree.Sequence values) { // of an axis, each what one value may be
            return new Tree.Sequence(values.items().stream().map(value -> in(schema, value)).toList(),
                    values.origin());
        }
        if (!(tree instanceof Tree.Mapping map)) {
            return tree;
        }
        if (schema instanceof VariantSchema union) {
            VariantSchema.Variant variant = union.variant(map, BindContext.silent(false));
            return variant == null ? map : map(union.record(variant.name()), map);
        }
        return map(schema, map);
    }

    private Tree.Mapping map(Schema schema, Tree.Mapping map) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        if (map.get("type") != null) {
            entries.put("type", map.entries().get("type")); // in front, as people write it
        }
        map.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyOrigin(),
                in(below(schema, key), entry.value()))));
        return new Tree.Mapping(entries, map.origin());
    }

    /** What stands under a key; under the name of a setting that may be the setting's value. */
    private Schema below(Schema schema, String key) {
        return schema instanceof KeyedSchema keyed
                ? keyed.key(key).map(SettingKey::name).map(settings::schema).orElse(null)
                : schema == null ? null : schema.below(key);
    }

    private Tree item(Schema schema, Tree item) {
        Tree inner = in(schema, item);
        if (!(schema instanceof VariantSchema union) || !(inner instanceof Tree.Mapping map)
                || !(map.get("type") instanceof Tree.Scalar type)) {
            return inner;
        }
        Tree.Mapping given = map.without("type");
        RecordSchema record = union.record(type.text());
        List<String> names = record == null ? List.of() : record.names();
        if (given.entries().isEmpty() || names.isEmpty()) {
            return inner;
        }
        Tree first = given.get(names.get(0));
        boolean alone = given.entries().size() == 1 && first != null && !(first instanceof Tree.Mapping)
                && !first.isNull();
        return Tree.Mapping.empty(map.origin()).with(type.text(), type.origin(), alone ? first : given);
    }
}
