package gridrun.reference;

import static gridrun.reference.SchemaForms.any;
import static gridrun.reference.SchemaForms.object;

import gridrun.component.Names;
import gridrun.config.CustomClasses;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.VariantSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a choice between records looks like in JSON Schema. */
final class VariantForms {

    private final SchemaForms forms;

    VariantForms(SchemaForms forms) {
        this.forms = forms;
    }

    /** The variant's name, or a map; one of a single key may have the name as its key. */
    Map<String, Object> union(VariantSchema union) {
        return forms.refer(name(union), () -> {
            List<Map<String, Object>> all = new ArrayList<>(word(union).toList());
            union.numbered().keySet().forEach(word -> all.add(SchemaForms.matching(word)));
            all.add(object("type", "object", "properties", keys(union), "additionalProperties", false,
                    "minProperties", 1, "maxProperties", 1));
            union.variants().keySet().forEach(variant -> all.add(typed(union, variant)));
            union.inferred().forEach(same -> all.add(untyped(union, same)));
            if (union.isOpen()) {
                all.addAll(custom());
            }
            return any(all);
        });
    }

    /** Records of other authors by their classes, whose settings are not known here. */
    private static List<Map<String, Object>> custom() {
        Map<String, Object> name = SchemaForms.matching(CustomClasses.pattern());
        return List.of(name,
                object("type", "object", "properties", object("type", name), "required", List.of("type")),
                object("type", "object", "propertyNames", name, "minProperties", 1, "maxProperties", 1));
    }

    /** Maps without a type, of which exactly one has all the keys. */
    private Map<String, Object> untyped(VariantSchema union, List<String> variants) {
        List<Map<String, Object>> each = variants.stream().map(variant -> settings(union, variant)).toList();
        return each.size() == 1 ? each.get(0) : object("oneOf", each);
    }

    private Map<String, Object> settings(VariantSchema union, String variant) {
        return forms.refer(name(union) + "." + variant + ".settings",
                () -> forms.record(union.variants().get(variant)));
    }

    private static String name(VariantSchema union) {
        return Names.of(union.type());
    }

    private Map<String, Object> typed(VariantSchema union, String variant) {
        RecordSchema record = union.variants().get(variant);
        return forms.refer(name(union) + "." + variant, () -> forms.record(record,
                object("type", object("enum", union.spellings(variant),
                        "description", SchemaForms.about(record))),
                List.of("type")));
    }

    /** The bare words: of variants that need no setting. */
    private Stream<Map<String, Object>> word(VariantSchema union) {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        union.variants().forEach((variant, record) -> {
            if (!record.asks()) {
                union.spellings(variant).forEach(word -> {
                    words.add(word);
                    meanings.add(SchemaForms.about(record));
                });
            }
        });
        return words.isEmpty() ? Stream.of()
                : Stream.of(
                        forms.refer(name(union) + ".word", () -> object("enum", words, "enumDescriptions", meanings)));
    }

    private Map<String, Object> keys(VariantSchema union) {
        Map<String, Object> keys = new LinkedHashMap<>();
        union.variants().forEach((variant, record) -> union.spellings(variant).forEach(
                word -> keys.put(word,
                        forms.refer(name(union) + "." + variant + ".value", () -> keyed(union, variant)))));
        return keys;
    }

    /** What stands after a variant's name: its settings, or the first of them alone. */
    private Map<String, Object> keyed(VariantSchema union, String variant) {
        RecordSchema record = union.variants().get(variant);
        List<Map<String, Object>> all = new ArrayList<>(List.of(settings(union, variant)));
        List<Parameter> parameters = record.parameters();
        if (!record.asks()) {
            all.add(SchemaForms.NOTHING);
        }
        if (!parameters.isEmpty() && parameters.stream().skip(1).noneMatch(Parameter::isRequired)) {
            all.add(forms.form(record, parameters.get(0)));
        }
        Map<String, Object> form = new LinkedHashMap<>(any(all));
        form.put("description", SchemaForms.about(record));
        return form;
    }
}
