package gridrun.config;

import java.util.Map;
import java.util.Optional;

/**
 * What was meant where a component is written in a form that it does not have.
 *
 * @param variants by their names
 * @param canonical the names by all words for them
 */
record VariantHints(Map<String, RecordSchema> variants, Map<String, String> canonical) {

    /** A map that gives a variant's first parameter by its name and others beside it, as it has to be written. */
    Optional<String> beside(Tree.Mapping mapping) {
        for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
            RecordSchema composite = variants.get(canonical.getOrDefault(entry.getKey(), ""));
            Tree.Mapping rest = mapping.without(entry.getKey());
            Tree value = entry.getValue().value();
            if (composite == null || !composite.names().containsAll(rest.entries().keySet())) {
                continue;
            }
            Tree.Mapping whole = Tree.Mapping.empty(mapping.origin());
            whole = value instanceof Tree.Mapping own ? own
                    : value.isNull() || rest.get(composite.names().get(0)) != null ? whole
                            : whole.with(composite.names().get(0), value.origin(), value);
            for (Map.Entry<String, Tree.Entry> other : rest.entries().entrySet()) {
                whole = whole.with(other.getKey(), other.getValue().keyOrigin(), other.getValue().value());
            }
            return Optional.of("{" + entry.getKey() + ": " + FlatNames.text(whole) + "}");
        }
        return Optional.empty();
    }

    /** What to say of the name of a file, as its ending tells, where one of the variants begins with a path. */
    Optional<String> ofFile(String word) {
        String name = word.substring(word.lastIndexOf('.') + 1);
        RecordSchema composite = word.equals(name) ? null : variants.get(name);
        return composite == null || composite.names().isEmpty() || !composite.names().get(0).equals("path")
                ? Optional.empty()
                : Optional.of("'%s' is not the name of a component; a file is given as {type: %s, path: %s}"
                        .formatted(word, name, word));
    }
}
