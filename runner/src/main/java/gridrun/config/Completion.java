package gridrun.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a tree in full as {@link Schema#write} does, but every value that was given keeps its origin. */
final class Completion {

    private Completion() {
    }

    /**
     * Returns the canonical tree of a value, defaults and nulls included.
     *
     * @param given what binds without a problem
     */
    static Tree of(Schema schema, Tree given, boolean inList) {
        if (schema instanceof RecordSchema composite) {
            return given.isNull() ? of(composite, Tree.Mapping.empty(given.origin()), inList)
                    : parameters(composite, (Tree.Mapping) given, new LinkedHashMap<>());
        }
        if (schema instanceof VariantSchema union) {
            return variant(union, given, inList);
        }
        if (schema instanceof ListSchema items) {
            return new Tree.Sequence(((Tree.Sequence) given).items().stream()
                    .map(item -> of(items.item(), item, true)).toList(), given.origin());
        }
        boolean own = schema instanceof TreeSchema || schema instanceof MapSchema || schema instanceof KeyedSchema;
        if (own || schema instanceof BareSchema || schema instanceof ShapeSchema) {
            return given;
        }
        Tree written = schema.write(schema.bind(given, BindContext.silent(inList)));
        return written instanceof Tree.Scalar scalar ? new Tree.Scalar(scalar.kind(), scalar.text(), given.origin())
                : new Tree.Sequence(((Tree.Sequence) written).items(), given.origin());
    }

    /** A variant without settings is its bare word. */
    private static Tree variant(VariantSchema union, Tree given, boolean inList) {
        VariantSchema.Variant variant = union.variant(given, BindContext.silent(inList));
        Origin origin = variant.type() == null ? given.origin() : variant.type().origin();
        Tree name = new Tree.Scalar(ScalarKind.TEXT, variant.name(), origin);
        RecordSchema composite = union.record(variant.name());
        boolean isOurs = union.variants().containsKey(variant.name());
        if (isOurs && composite.parameters().isEmpty()) {
            return name;
        }
        Map<String, Tree.Entry> start = new LinkedHashMap<>();
        start.put("type", new Tree.Entry(origin, name));
        if (!isOurs) {
            start.putAll(CustomVariants.start(composite.type()).without("type").entries());
        }
        return parameters(composite, variant.parameters(), start);
    }

    private static Tree parameters(RecordSchema composite, Tree.Mapping given, Map<String, Tree.Entry> written) {
        for (Parameter parameter : composite.parameters()) {
            Tree.Entry entry = given.entries().get(parameter.name());
            boolean absent = entry == null || parameter.isNullable() && entry.value().isNull();
            Tree value = absent ? standard(parameter) : of(parameter.schema(), entry.value(), false);
            written.put(parameter.name(), new Tree.Entry(absent ? Origin.DEFAULT : entry.keyOrigin(), value));
        }
        return new Tree.Mapping(written, given.origin());
    }

    private static Tree standard(Parameter parameter) {
        return parameter.isNullable() ? Tree.Scalar.plain("null", Origin.DEFAULT)
                : of(parameter.schema(), parameter.schema().write(parameter.standard()), false);
    }
}
