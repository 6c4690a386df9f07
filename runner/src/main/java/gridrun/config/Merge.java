package gridrun.config;

import java.util.Map;

/**
 * One file over another: maps merge, lists and values are replaced, null removes, another variant replaces the map.
 *
 * <p>Keys that name settings are the same where they are the same text, so both files have them in full.
 */
final class Merge {

    private Merge() {
    }

    /**
     * Returns {@code over} on top of {@code base}; every value keeps its origin.
     *
     * @param schema of both; null where a key is unknown
     * @param base null where there is none
     */
    static Tree of(Schema schema, Tree base, Tree over) {
        if (schema instanceof BareSchema single) {
            return of(single.value(), base, over);
        }
        if (schema instanceof VariantSchema union) {
            return variants(union, base, over);
        }
        boolean whole = schema instanceof TreeSchema || schema instanceof ShapeSchema;
        boolean mergeable = base == null || base.isNull() || base instanceof Tree.Mapping;
        if (!(over instanceof Tree.Mapping mapping) || whole || !mergeable
                || base == null && !(schema instanceof RecordSchema)) {
            return over;
        }
        return maps(schema, base instanceof Tree.Mapping under ? under : Tree.Mapping.empty(over.origin()), mapping);
    }

    private static Tree variants(VariantSchema union, Tree base, Tree over) {
        if (base == null || base.isNull()) {
            return over;
        }
        VariantSchema.Variant under = union.variant(base, BindContext.silent(false));
        boolean other = union.names(over) && !union.isSame(base, over);
        if (under == null || other || !(over instanceof Tree.Mapping mapping)) {
            return under != null && !other && over instanceof Tree.Scalar && !over.isNull() ? base : over;
        }
        VariantSchema.Variant above = union.variant(over, BindContext.silent(false));
        Tree.Mapping changes = above == null ? mapping : above.map();
        Tree.Mapping parameters = changes.get("type") == null ? under.map() : under.parameters();
        return maps(union.record(under.name()), parameters, changes);
    }

    private static Tree.Mapping maps(Schema schema, Tree.Mapping base, Tree.Mapping over) {
        Tree.Mapping merged = new Tree.Mapping(base.entries(), over.origin());
        for (Map.Entry<String, Tree.Entry> entry : over.entries().entrySet()) {
            String key = entry.getKey();
            Tree value = entry.getValue().value();
            boolean known = schema instanceof RecordSchema record && record.names().contains(key);
            boolean removes = value.isNull() && (known || base.get(key) != null);
            merged = removes ? merged.without(key) : merged.with(key, entry.getValue().keyOrigin(),
                    of(schema == null ? null : schema.below(key), base.get(key), value));
        }
        return merged;
    }
}
