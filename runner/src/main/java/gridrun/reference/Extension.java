package gridrun.reference;

import static gridrun.reference.SchemaForms.any;
import static gridrun.reference.SchemaForms.object;

import gridrun.config.CustomClasses;
import gridrun.config.BareSchema;
import gridrun.config.KeyedSchema;
import gridrun.config.MapSchema;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.VariantSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file may say that extends another: any part of a map, and nothing where it takes something away. */
final class Extension {

    /** The key that names the other file. */
    static final String KEY = "extends";

    private final SchemaForms forms;
    private final Map<String, List<Setting>> settings;

    /** @param settings all settings by their full names */
    Extension(SchemaForms forms, Map<String, List<Setting>> settings) {
        this.forms = forms;
        this.settings = settings;
    }

    /** A file that extends another, or one that is complete. */
    Map<String, Object> either(RecordSchema top) {
        Map<String, Object> complete = forms.record(top);
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> parts = new LinkedHashMap<>();
        top.parameters().forEach(parameter -> {
            String name = parameter.name();
            keys.put(name, object());
            Map<String, Object> part = new LinkedHashMap<>(name.equals(KEY)
                    ? forms.value(top, parameter) : part(name));
            part.put("description", Words.plain(Words.require(top.type()).parameter(name)));
            parts.put(name, part);
        });
        return object("type", "object", "description", complete.get("description"),
                "properties", keys, "additionalProperties", false,
                "if", object("required", List.of(KEY)),
                "then", object("properties", parts),
                "else", object("properties", complete.get("properties"), "required", complete.get("required")));
    }

    private Map<String, Object> part(String full) {
        return forms.refer(KEY + "." + full, () -> {
            List<Map<String, Object>> parts = new ArrayList<>();
            settings.get(full).forEach(setting -> parts.add(forms.value(setting.owner(), setting.parameter())));
            changes(settings.get(full).get(0).parameter().schema()).ifPresent(parts::add);
            Map<String, Object> keys = keys(full);
            if (!keys.isEmpty()) {
                parts.add(object("type", "object", "properties", keys, "additionalProperties", false));
            }
            parts.add(SchemaForms.NOTHING);
            return any(parts);
        });
    }

    /** What changes a map with keys of the user's own. */
    private Optional<Map<String, Object>> changes(Schema schema) {
        if (schema instanceof BareSchema single) {
            return changes(single.value());
        }
        if (schema instanceof KeyedSchema map) {
            return Optional.of(forms.changes(map));
        }
        return schema instanceof MapSchema map ? Optional.of(SchemaForms.dictionary(map,
                changes(map.value()).orElse(object()))) : Optional.empty();
    }

    private Map<String, Object> keys(String full) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Setting setting : settings.get(full)) {
            if (setting.parameter().schema() instanceof VariantSchema union) {
                Map<String, Object> named = object("enum", union.variants().keySet().stream()
                        .flatMap(variant -> union.spellings(variant).stream()).toList());
                keys.put("type", union.isOpen()
                        ? any(List.of(named, SchemaForms.matching(CustomClasses.pattern()))) : named);
            }
            for (RecordSchema record : Setting.records(setting.parameter().schema())) {
                record.parameters().forEach(part -> keys.put(part.name(), part(full + "." + part.name())));
            }
        }
        return keys;
    }
}
