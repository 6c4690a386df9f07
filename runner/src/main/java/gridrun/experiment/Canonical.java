package gridrun.experiment;

import gridrun.config.CanonicalJson;
import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.config.YamlWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The data, the model or the training of a configuration in full, in each form that a run has it in. Thousands of runs
 * share one, so what is made of it is made once.
 */
final class Canonical {

    private final String name;
    private final Tree tree;
    private final Map<String, String> params;
    private final String json;
    /** Made when first asked for; by two threads at a time the same. */
    private volatile String lineage;
    private volatile String yaml;

    private Canonical(String name, Tree tree, Map<String, String> params, String json) {
        this.name = name;
        this.tree = tree;
        this.params = params;
        this.json = json;
    }

    /** Writes a part of a configuration. */
    static <T> Canonical of(String name, Class<T> type, T part) {
        Tree tree = Schema.write(type, part);
        return new Canonical(name, tree, FlatNames.of(name, tree), CanonicalJson.of(Schema.identifying(type, tree)));
    }

    /** The key in an experiment file. */
    String name() {
        return name;
    }

    /** What is hashed. */
    String json() {
        return json;
    }

    /** All settings but the epochs, as JSON. */
    String lineage() {
        if (lineage == null) {
            lineage = CanonicalJson.of(name.equals("train")
                    ? Keys.SETTINGS.remove(tree(List.of(this)), "train.epochs").get(name) : tree);
        }
        return lineage;
    }

    /** The part of an experiment file, with every default. */
    String yaml() {
        if (yaml == null) {
            yaml = YamlWriter.text(tree(List.of(this)));
        }
        return yaml;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Canonical that && name.equals(that.name) && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
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

    /** The JSON of a whole configuration: its identity, or what longer and shorter runs have in common. */
    static String json(List<Canonical> parts, Function<Canonical, String> form) {
        return CanonicalJson.object(parts.stream().collect(Collectors.toMap(Canonical::name, form)));
    }
}
