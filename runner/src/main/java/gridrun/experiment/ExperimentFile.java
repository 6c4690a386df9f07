package gridrun.experiment;

import gridrun.config.KeyedSchema;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.Settings;
import gridrun.config.ShortForms;
import gridrun.config.Tree;
import gridrun.config.YamlWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an experiment file may say, for those who document it and for editors. */
public final class ExperimentFile {

    private ExperimentFile() {
    }

    /** The top level. */
    public static RecordSchema top() {
        return (RecordSchema) Schema.of(ExperimentSpec.class);
    }

    /** The text of a file that says what a tree says, in the order and the forms in which people write it. */
    public static String text(Tree.Mapping said) {
        Tree.Mapping ordered = ordered(top(), said);
        if (said.get("sweep") instanceof Tree.Mapping sweep) {
            ordered = ordered.with("sweep", said.entries().get("sweep").keyOrigin(),
                    ordered((RecordSchema) Schema.of(SweepSpec.class), sweep));
        }
        return YamlWriter.text(ShortForms.of(ExperimentSpec.class, ordered));
    }

    private static Tree.Mapping ordered(RecordSchema schema, Tree.Mapping said) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        schema.parameters().stream().map(Parameter::name).filter(said.entries()::containsKey)
                .forEach(name -> entries.put(name, said.entries().get(name)));
        said.entries().forEach(entries::putIfAbsent);
        return new Tree.Mapping(entries, said.origin());
    }

    /** All full names. */
    public static Settings settings() {
        return Keys.SETTINGS;
    }

    /** Whether a full name belongs to a run's configuration, so that it can vary. */
    public static boolean varies(String name) {
        return Keys.varies(name);
    }

    /** The name of a setting that tables and runs show: short where that is unique. */
    public static String label(String name) {
        return Keys.label(name);
    }

    /** Each name, short or full, that can be a key of a map, with the full name that it means there. */
    public static Map<String, String> names(KeyedSchema map) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String candidate : candidates()) {
            map.key(candidate).ifPresent(key -> names.put(candidate, key.name()));
        }
        return names;
    }

    /** Every name, and every end of one: those that mean nothing, or several things, are not accepted. */
    private static Set<String> candidates() {
        Set<String> candidates = new LinkedHashSet<>();
        for (String full : Keys.SETTINGS.names()) {
            for (int dot = -1; dot < full.length(); dot = next(full, dot)) {
                String name = full.substring(dot + 1);
                candidates.add(name);
                if (Keys.SETTINGS.isChoice(full)) {
                    candidates.add(name + ".type");
                }
            }
        }
        candidates.add("seeds");
        candidates.add(Cases.NAME);
        return candidates;
    }

    private static int next(String name, int dot) {
        int next = name.indexOf('.', dot + 1);
        return next < 0 ? name.length() : next;
    }
}
