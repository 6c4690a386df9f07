package gridrun.reference;

import static gridrun.reference.Forms.any;
import static gridrun.reference.Forms.object;

import gridrun.component.Names;
import gridrun.config.Composite;
import gridrun.config.Leaf;
import gridrun.config.Parameter;
import gridrun.config.Parsed;
import gridrun.config.Schema;
import gridrun.experiment.ExperimentFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of experiment files, for editors: completion, hints, and the mistakes that need no planning.
 *
 * <p>It is in draft 7, which the YAML language servers know best. It accepts whatever Gridrun accepts; what depends on
 * several settings, or on the data, only Gridrun itself finds.
 */
public final class JsonSchema {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    /** A name of something within a list, as {@code model.layers.0.dense.units}. */
    static final String IN_LIST = "\\.[0-9]+(\\.|$)";
    /** The names that smoke settings may have beside those of settings. */
    static final String OPEN = IN_LIST + "|^tags\\..";

    private final Composite top = ExperimentFile.top();
    private final Map<String, List<Setting>> settings = Setting.below(top);
    private final Map<String, Map<String, Object>> special = new LinkedHashMap<>();
    private final Forms forms = new Forms(special);

    private JsonSchema() {
        special.put("sweep_spec.seeds", any(List.of(
                object("type", "integer", "minimum", 1, "maximum", ExperimentFile.MOST_RUNS),
                object("type", "array", "items", object("type", "integer"), "minItems", 1, "uniqueItems", true))));
        special.put("sweep_spec.parameters", forms.refer("sweep.parameters", this::parameters));
        special.put("sweep_spec.cases", forms.refer("sweep.cases", this::cases));
        special.put("experiment_spec.smoke", forms.refer("smoke", this::smoke));
    }

    /** The schema as the text of a file. */
    public static String text() {
        return JsonText.of(new JsonSchema().file());
    }

    private Map<String, Object> file() {
        Map<String, Object> file = object("$schema", DRAFT, "title", "An experiment of Gridrun");
        file.putAll(settings.containsKey(Extension.KEY) ? new Extension(forms, settings).either(top) : forms.record(top));
        file.put("definitions", forms.definitions());
        return file;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> axes = new LinkedHashMap<>();
        ExperimentFile.axes().forEach((name, full) -> axes.put(name, axis(full)));
        return object("type", "object", "properties", described(axes, ExperimentFile.axes()),
                "patternProperties", object(IN_LIST, any(List.of(values(object()), range()))), "additionalProperties", false);
    }

    /** A case can say whatever smoke settings can, or nothing. */
    private Map<String, Object> cases() {
        return object("type", "object", "propertyNames", object("pattern", "^" + ExperimentFile.CASE + "$"),
                "additionalProperties", any(List.of(forms.refer("smoke", this::smoke), object("type", "null"))));
    }

    private Map<String, Object> smoke() {
        Map<String, Object> overrides = new LinkedHashMap<>();
        ExperimentFile.overrides().forEach((name, full) -> overrides.put(name, override(full)));
        return object("type", "object", "properties", described(overrides, ExperimentFile.overrides()),
                "patternProperties", object(OPEN, object()), "additionalProperties", false);
    }

    /** Short names say what they are short for. */
    private Map<String, Object> described(Map<String, Object> properties, Map<String, String> names) {
        Map<String, Object> described = new LinkedHashMap<>();
        properties.forEach((name, form) -> {
            Setting setting = settings.get(names.get(name)).get(0);
            String meaning = Words.require(setting.owner().type()).parameter(setting.parameter().name());
            Map<String, Object> with = object("$ref", ((Map<?, ?>) form).get("$ref"), "description",
                    (name.equals(names.get(name)) ? "" : names.get(name) + ": ") + Words.plain(meaning));
            described.put(name, with);
        });
        return described;
    }

    /** All that a full name can be set to, whichever records are chosen. */
    private Map<String, Object> value(String full) {
        return any(settings.get(full).stream().map(s -> forms.value(s.owner(), s.parameter())).toList());
    }

    private Map<String, Object> axis(String full) {
        return forms.refer("axis." + full, () -> {
            List<Map<String, Object>> axes = new ArrayList<>();
            axes.add(values(value(full)));
            if (settings.get(full).stream().anyMatch(s -> isNumber(s.parameter().schema()))) {
                axes.add(range());
            }
            return any(axes);
        });
    }

    private static Map<String, Object> values(Map<String, Object> form) {
        return object("type", "array", "items", form, "minItems", 1, "uniqueItems", true);
    }

    private static boolean isNumber(Schema schema) {
        return schema instanceof Parsed || schema instanceof Leaf leaf && leaf.isNumber();
    }

    private Map<String, Object> range() {
        return forms.refer(Names.of(ExperimentFile.range().type()), () -> {
            Map<String, Object> range = forms.record(ExperimentFile.range());
            range.put("oneOf", List.of(object("required", List.of("count")), object("required", List.of("step"))));
            return range;
        });
    }

    /** What smoke settings can make of a setting: a value, an axis, or a map with some of its settings. */
    private Map<String, Object> override(String full) {
        return forms.refer("smoke." + full, () -> {
            List<Map<String, Object>> overrides = new ArrayList<>(List.of(value(full)));
            if (ExperimentFile.axes().containsKey(full)) {
                overrides.add(axis(full));
            }
            Map<String, Object> parts = new LinkedHashMap<>();
            for (Setting setting : settings.get(full)) {
                for (Composite record : Setting.records(setting.parameter().schema())) {
                    for (Parameter part : record.parameters()) {
                        parts.put(part.name(), override(full + "." + part.name()));
                    }
                }
            }
            if (!parts.isEmpty()) {
                overrides.add(object("type", "object", "properties", parts, "additionalProperties", false));
            }
            return any(overrides);
        });
    }
}
