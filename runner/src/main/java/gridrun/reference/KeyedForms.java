package gridrun.reference;

import static gridrun.reference.SchemaForms.any;
import static gridrun.reference.SchemaForms.object;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.ScalarSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.TextSchema;
import gridrun.config.TreeSchema;
import gridrun.experiment.ExperimentFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What maps whose keys name settings look like in JSON Schema.
 *
 * <p>What is said of a setting has a form for each setting, in which a raw value is a value of this setting.
 */
final class KeyedForms {

    /**
     * Names beside those of settings, with an example: within a list, of data of one's own class, and of a tag. What
     * their values are is not known.
     */
    private static final Map<String, String> OPEN = Map.of(
            "\\.[0-9]+(\\.|$)", "model.layers.0.dense.units", "^data\\.[a-z]", "data.stripes",
            "^tags\\..", "tags.team");

    private final SchemaForms forms;
    private final Map<String, List<Setting>> settings = Setting.below(ExperimentFile.top());
    private final Map<Class<?>, Map<String, String>> names = new HashMap<>();

    KeyedForms(SchemaForms forms) {
        this.forms = forms;
    }

    Map<String, Object> map(KeyedSchema map) {
        return forms.refer(name(map), () -> map(map, UnaryOperator.identity()));
    }

    /** What one file says over another: nothing takes an entry away. */
    Map<String, Object> changes(KeyedSchema map) {
        return forms.refer(Extension.KEY + "." + name(map), () -> map(map, SchemaForms::nullable));
    }

    private static String name(KeyedSchema map) {
        return Names.of(map.keys()) + "." + name(map.value());
    }

    private static String name(Schema said) {
        return said instanceof ShapeSchema shapes ? Names.of(shapes.type())
                : said instanceof BareSchema single ? Names.of(single.record().type()) : "setting";
    }

    private Map<String, Object> map(KeyedSchema map, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> properties = new LinkedHashMap<>();
        names.computeIfAbsent(map.keys(), keys -> ExperimentFile.names(map))
                .forEach((name, full) -> properties.put(name, change.apply(refer(map.value(), full))));
        Map<String, Object> form = object("type", "object", "properties", properties);
        Map<String, Object> open = new TreeMap<>();
        OPEN.forEach((pattern, example) -> map.key(example)
                .ifPresent(key -> open.put(pattern, change.apply(form(map.value(), map.value(), null)))));
        form.put("patternProperties", open);
        form.put("additionalProperties", false);
        return form;
    }

    private Map<String, Object> refer(Schema said, String full) {
        return forms.refer(name(said) + "." + full, () -> described(full, form(said, said, full)));
    }

    /** With the full name and the meaning, which all names of a setting share. */
    private Map<String, Object> described(String full, Map<String, Object> form) {
        Map<String, Object> described = new LinkedHashMap<>(form);
        settings.getOrDefault(full, List.of()).stream().findFirst().ifPresent(setting -> described.put("description",
                full + ": "
                        + Words.plain(Words.require(setting.owner().type()).parameter(setting.parameter().name()))));
        return described;
    }

    /**
     * @param whole what is said of a setting, and so of the parts of a setting that is a map
     * @param full null where the setting is not known
     */
    private Map<String, Object> form(Schema said, Schema whole, String full) {
        if (said instanceof TreeSchema) {
            return any(parts(full).isEmpty() ? List.of(value(full)) : List.of(value(full), part(full, whole)));
        }
        if (said instanceof BareSchema single && single.value() instanceof ListSchema list) {
            return SchemaForms.single(single, SchemaForms.list(list, value(full)));
        }
        if (said instanceof BareSchema single) {
            return form(single.value(), whole, full);
        }
        if (said instanceof ShapeSchema shapes) {
            return any(shapes.forms().stream().filter(form -> suits(form, full))
                    .map(form -> form(form, whole, full)).toList());
        }
        return forms.form(said);
    }

    /** Several values are for what varies, and a map that stands for values for numbers. */
    private boolean suits(Schema form, String full) {
        boolean several = form instanceof RecordSchema
                || form instanceof BareSchema single && single.value() instanceof ListSchema;
        return !settings.containsKey(full) || !several
                || ExperimentFile.varies(full) && (!(form instanceof RecordSchema)
                        || settings.get(full).stream().anyMatch(setting -> isNumber(setting.parameter().schema())));
    }

    private static boolean isNumber(Schema schema) {
        return schema instanceof TextSchema || schema instanceof ScalarSchema leaf && leaf.isNumber();
    }

    /** All that a setting can be, whichever records are chosen; what is no setting, as the case, is a text. */
    private Map<String, Object> value(String full) {
        return full == null ? object() : forms.refer("value." + full, () -> !settings.containsKey(full)
                ? forms.form(Schema.of(String.class)) : any(settings.get(full).stream()
                        .map(setting -> forms.value(setting.owner(), setting.parameter())).toList()));
    }

    /** The parts of a setting that is a map, of all records that it can be. */
    private List<Parameter> parts(String full) {
        return settings.getOrDefault(full, List.of()).stream()
                .flatMap(setting -> Setting.records(setting.parameter().schema()).stream())
                .flatMap(record -> record.parameters().stream()).toList();
    }

    private Map<String, Object> part(String full, Schema whole) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parts(full).forEach(part -> properties.put(part.name(), refer(whole, full + "." + part.name())));
        return object("type", "object", "properties", properties, "additionalProperties", false);
    }
}
