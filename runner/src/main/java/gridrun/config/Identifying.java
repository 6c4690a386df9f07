package gridrun.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Leaves out of a canonical tree what does not identify a configuration: see {@link Schema#identifying}. */
final class Identifying {

    private Identifying() {
    }

    static Tree of(Schema schema, Tree tree) {
        if (schema instanceof ListSchema items && tree instanceof Tree.Sequence list) {
            return new Tree.Sequence(list.items().stream().map(item -> of(items.item(), item)).toList(), tree.origin());
        }
        if (!(tree instanceof Tree.Mapping map)) {
            return tree;
        }
        if (schema instanceof VariantSchema union) {
            return parameters(union.record(((Tree.Scalar) map.get("type")).text()), map);
        }
        return schema instanceof RecordSchema composite ? parameters(composite, map) : tree;
    }

    private static Tree parameters(RecordSchema composite, Tree.Mapping map) {
        Map<String, Tree.Entry> kept = new LinkedHashMap<>(map.entries());
        for (Parameter parameter : composite.parameters()) {
            Tree.Entry entry = map.entries().get(parameter.name());
            if (entry == null) {
                continue;
            }
            if (parameter.isUnidentified() || !parameter.identifies() && isDefault(parameter, entry.value())) {
                kept.remove(parameter.name());
            } else {
                kept.put(parameter.name(), new Tree.Entry(entry.keyOrigin(), of(parameter.schema(), entry.value())));
            }
        }
        return new Tree.Mapping(kept, map.origin());
    }

    private static boolean isDefault(Parameter parameter, Tree value) {
        return parameter.standard() == null ? value.isNull()
                : CanonicalJson.of(value).equals(CanonicalJson.of(parameter.schema().write(parameter.standard())));
    }
}
