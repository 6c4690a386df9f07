package gridrun.reference;

import gridrun.component.Matches;
import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.EnumSchema;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.ScalarSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.TextSchema;
import gridrun.config.VariantSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a value of each kind looks like in JSON Schema, as the kind's binding in {@link gridrun.config} reads it.
 *
 * <p>Each record, and each choice between records, is a definition of its own.
 */
final class SchemaForms {

    private static final Pattern WORDS = Pattern.compile("\\w+(\\|\\w+)*");
    static final Map<String, Object> NOTHING = Map.of("type", "null");

    private final Map<String, Object> definitions = new TreeMap<>();
    private final KeyedForms keyed = new KeyedForms(this);
    private final VariantForms variants = new VariantForms(this);

    Map<String, Object> definitions() {
        return definitions;
    }

    /** A map of keys and values by turns. */
    static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    /** Any of several forms. */
    static Map<String, Object> any(List<? extends Map<String, Object>> forms) {
        List<? extends Map<String, Object>> distinct = forms.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : object("anyOf", distinct);
    }

    /** A reference to a definition, which is made where there is none yet. */
    Map<String, Object> refer(String name, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition.get());
        }
        return object("$ref", "#/definitions/" + name);
    }

    /** A parameter with its meaning and its default. */
    Map<String, Object> parameter(RecordSchema owner, Parameter parameter) {
        Map<String, Object> described = new LinkedHashMap<>(value(owner, parameter));
        described.put("description", Words.plain(Words.require(owner.type()).parameter(parameter.name())));
        parameter.written().ifPresent(tree -> described.put("default", JsonText.value(tree)));
        return described;
    }

    /** A parameter's value; nothing too, where nothing means the default. */
    Map<String, Object> value(RecordSchema owner, Parameter parameter) {
        Map<String, Object> form = form(owner, parameter);
        boolean empty = parameter.schema() instanceof RecordSchema map && !map.asks();
        return parameter.isNullable() || empty ? nullable(form) : form;
    }

    static Map<String, Object> nullable(Map<String, Object> form) {
        if (!form.containsKey("type") || form.containsKey("enum")) {
            return form.isEmpty() ? form : any(List.of(form, NOTHING));
        }
        Map<String, Object> wider = new LinkedHashMap<>(form);
        List<String> types = new ArrayList<>();
        (form.get("type") instanceof List<?> several ? several : List.of(form.get("type")))
                .forEach(type -> types.add((String) type));
        types.add("null");
        wider.put("type", types);
        return wider;
    }

    /** A parameter's value without its default. */
    Map<String, Object> form(RecordSchema owner, Parameter parameter) {
        Schema schema = parameter.schema();
        if (schema instanceof ScalarSchema leaf) {
            return leaf.isNumber() ? number(leaf, new Limits(owner).interval(parameter)) : text(owner, parameter, leaf);
        }
        if (schema instanceof ListSchema list && list.item() instanceof ScalarSchema leaf && leaf.isNumber()) {
            return list(list, number(leaf, new Limits(owner).interval(parameter)));
        }
        return form(schema);
    }

    private static Map<String, Object> number(ScalarSchema leaf, Interval interval) {
        Map<String, Object> form = object("type", Search.isWhole(leaf.type()) ? "integer" : "number");
        form.putAll(interval.keywords());
        if (Search.isInt(leaf.type())) {
            form.putIfAbsent("maximum", Integer.MAX_VALUE);
        }
        return form;
    }

    private Map<String, Object> text(RecordSchema owner, Parameter parameter, ScalarSchema leaf) {
        List<String> words = leaf.type() == String.class ? new Limits(owner).legal(parameter).words() : List.of();
        if (!words.isEmpty()) {
            return words(words);
        }
        Map<String, Object> form = form(leaf);
        parameter.pattern().ifPresent(pattern -> form.put("pattern", "^(" + pattern + ")$"));
        return form;
    }

    /** Any of some words, or what matches one that is a regular expression. */
    private static Map<String, Object> words(List<String> words) {
        Map<Boolean, List<String>> plain = words.stream()
                .collect(Collectors.partitioningBy(word -> word.matches("[\\w.]+")));
        Map<String, Object> named = object("enum", plain.get(true));
        return plain.get(false).isEmpty() ? named : any(List.of(named, matching(String.join("|", plain.get(false)))));
    }

    static Map<String, Object> matching(String pattern) {
        return object("type", "string", "pattern", "^(" + pattern + ")$");
    }

    /** A value of a kind. */
    Map<String, Object> form(Schema schema) {
        if (schema instanceof ScalarSchema leaf) {
            return leaf.isTruth() ? object("type", "boolean")
                    : leaf.isNumber() ? number(leaf, Interval.all(false)) : object("type", List.of("string", "number"));
        }
        if (schema instanceof EnumSchema choice) {
            return object("enum", choice.words());
        }
        if (schema instanceof TextSchema parsed) {
            return parsed(parsed);
        }
        if (schema instanceof ListSchema list) {
            return list(list, form(list.item()));
        }
        if (schema instanceof KeyedSchema map) {
            return keyed.map(map);
        }
        if (schema instanceof MapSchema map) {
            return dictionary(map, form(map.value()));
        }
        if (schema instanceof RecordSchema record) {
            return refer(Names.of(record.type()), () -> record(record));
        }
        if (schema instanceof BareSchema single) {
            return single(single, form(single.record(), single.parameter()));
        }
        if (schema instanceof ShapeSchema shapes) {
            return any(shapes.forms().stream().map(this::form).toList());
        }
        return schema instanceof VariantSchema union ? variants.union(union) : object();
    }

    /** What one file says of a map of settings over another. */
    Map<String, Object> changes(KeyedSchema map) {
        return keyed.changes(map);
    }

    static Map<String, Object> list(ListSchema list, Map<String, Object> item) {
        Map<String, Object> form = object("type", "array", "items", item);
        if (list.isDistinct()) {
            form.put("uniqueItems", true);
        }
        return form;
    }

    /** A map with keys of the user's own. */
    static Map<String, Object> dictionary(MapSchema map, Map<String, Object> value) {
        Map<String, Object> form = object("type", "object");
        Matches matches = map.keys().getAnnotation(Matches.class);
        if (matches != null) {
            form.put("propertyNames", object("pattern", "^(" + matches.value() + ")$"));
        }
        form.put("additionalProperties", map.value() instanceof KeyedSchema ? nullable(value) : value);
        return form;
    }

    /** The form of a record's one component; a list that the record refuses without items has some. */
    static Map<String, Object> single(BareSchema single, Map<String, Object> form) {
        if (single.value() instanceof ListSchema && new Limits(single.record()).refusesNone(single.parameter())) {
            form.put("minItems", 1);
        }
        return form;
    }

    /** A record that reads itself: the whole numbers it takes, alone or in pairs, or the texts that it matches. */
    private static Map<String, Object> parsed(TextSchema parsed) {
        List<Map<String, Object>> forms = new ArrayList<>();
        new Search(int.class, number -> parsed.accepts(number.toString())).interval().ifPresent(interval -> {
            Map<String, Object> whole = object("type", "integer");
            whole.putAll(interval.keywords());
            forms.add(whole);
            if (parsed.acceptsPairs()) {
                forms.add(object("type", "array", "items", whole, "minItems", 2, "maxItems", 2));
            }
        });
        if (parsed.acceptsPairs()) {
            return any(forms);
        }
        Matches matches = parsed.type().getAnnotation(Matches.class);
        if (matches == null) {
            forms.add(object("type", "string"));
        } else {
            forms.add(WORDS.matcher(matches.value()).matches()
                    ? object("enum", List.of(matches.value().split("\\|")))
                    : object("type", "string", "pattern", "^(" + matches.value() + ")$"));
        }
        return any(forms);
    }

    static String about(RecordSchema record) {
        return Words.plain(Words.require(record.type()).withSource());
    }

    /** A map with the keys of a record. */
    Map<String, Object> record(RecordSchema record) {
        return record(record, object(), List.of());
    }

    /**
     * The same with further keys.
     *
     * @param type the keys, before those of the record
     * @param required those of them that must be given
     */
    Map<String, Object> record(RecordSchema record, Map<String, Object> type, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>(type);
        List<String> asked = new ArrayList<>(required);
        for (Parameter parameter : record.parameters()) {
            properties.put(parameter.name(), parameter(record, parameter));
            if (parameter.isRequired()) {
                asked.add(parameter.name());
            }
        }
        Map<String, Object> form = object(
                "type", "object",
                "description", about(record),
                "properties", properties);
        if (!asked.isEmpty()) {
            form.put("required", asked);
        }
        List<String> either = new Limits(record).either();
        if (!either.isEmpty()) {
            form.put("oneOf", either.stream().map(name -> object("required", List.of(name))).toList());
        }
        form.put("additionalProperties", false);
        return form;
    }
}
