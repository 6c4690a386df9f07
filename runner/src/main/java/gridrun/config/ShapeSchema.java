package gridrun.config;

import gridrun.component.Bare;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sealed interface whose records are told apart by the shape of what is written: a value, a list or a map,
 * and several maps by their keys.
 */
public final class ShapeSchema extends Schema {

    private final Class<?> type;
    private final Map<Class<?>, Schema> forms = new LinkedHashMap<>();

    ShapeSchema(Class<?> type) {
        this.type = type;
        records(type).forEach(record -> forms.put(record, of(record)));
    }

    /** Whether a sealed interface permits a record that is bare, so that its records have no names. */
    static boolean isMeant(Class<?> type) {
        return records(type).anyMatch(record -> record.isAnnotationPresent(Bare.class));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(ShapeSchema::records)
                : Stream.of(type);
    }

    /** The sealed interface. */
    public Class<?> type() {
        return type;
    }

    /** What can be written, that which is tried first in front. */
    public List<Schema> forms() {
        return List.copyOf(forms.values());
    }

    /** The form that a tree has; null where it has none. */
    Schema form(Tree tree) {
        return forms.values().stream().filter(form -> fits(form, tree))
                .max(Comparator.comparingLong(form -> known(form, tree))).orElse(null);
    }

    /** How many keys of a map are a record's; maps are told apart by them, the first of equal forms being tried. */
    private static long known(Schema form, Tree tree) {
        return form instanceof RecordSchema record && tree instanceof Tree.Mapping map
                ? map.entries().keySet().stream().filter(record.names()::contains).count() : 0;
    }

    private static boolean fits(Schema form, Tree tree) {
        if (form instanceof BareSchema single) {
            return fits(single.value(), tree);
        }
        if (form instanceof TreeSchema) {
            return true;
        }
        if (form instanceof ListSchema) {
            return tree instanceof Tree.Sequence;
        }
        if (form instanceof ScalarSchema scalar && scalar.isNumber()) {
            return tree instanceof Tree.Scalar value && value.kind().isNumber();
        }
        boolean map = form instanceof RecordSchema || form instanceof KeyedSchema || form instanceof MapSchema;
        return map ? tree instanceof Tree.Mapping : tree instanceof Tree.Scalar;
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        Schema form = form(tree);
        return form == null ? wrongParts(tree, place) : form.bind(tree, place);
    }

    @Override
    Tree write(Object value) {
        return forms.get(value.getClass()).write(value);
    }

    @Override
    String expected() {
        return forms.values().stream().map(Schema::expected).collect(Collectors.joining(" or "));
    }
}
