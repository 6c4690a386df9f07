package gridrun.experiment;

import gridrun.config.CanonicalJson;
import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The data, the model or the training of a configuration in full, in each form that a run has it in.
 *
 * @param name the key in an experiment file
 * @param tree with every default
 * @param params the settings by their full names, as people write them
 * @param json what is hashed
 */
record Canonical(String name, Tree tree, Map<String, String> params, String json) {

    /** Writes a part of a configuration. */
    static <T> Canonical of(String name, Class<T> type, T part) {
        Tree tree = Schema.write(type, part);
        return new Canonical(name, tree, FlatNames.of(name, tree), CanonicalJson.of(Schema.identifying(type, tree)));
    }

    /** The tree of a whole configuration. */
    static Tree.Mapping tree(List<Canonical> parts) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        parts.forEach(part -> entries.put(part.name, new Tree.Entry(Origin.DEFAULT, part.tree)));
        return new Tree.Mapping(entries, Origin.DEFAULT);
    }

    /** The settings of a whole configuration. */
    static Map<String, String> params(List<Canonical> parts) {
        Map<String, String> params = new LinkedHashMap<>();
        parts.forEach(part -> params.putAll(part.params));
        return Collections.unmodifiableMap(params);
    }

    /** The JSON of a whole configuration. */
    static String json(List<Canonical> parts) {
        return CanonicalJson.object(parts.stream().collect(Collectors.toMap(Canonical::name, Canonical::json)));
    }
}
