package gridrun.reference;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.VariantSchema;
import gridrun.experiment.ExperimentFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sources of {@code gridrun.dsl.words}, made of the schema and its words as the reference is: a class for each
 * record, an interface for each choice, all words in {@code ComponentWords}, all names in {@code SettingNames}.
 */
final class DslSources {

    static final String PACKAGE = "gridrun.dsl.words";

    /** What stands at the top of an experiment and needs more than a setting's word; see {@code Experiment}. */
    private static final Set<String> BY_HAND = Set.of(
            "name", "extends", "tags", "expect", "smoke", "sweep", "parameters", "zip", "cases", "exclude");

    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<RecordSchema, String> words = new LinkedHashMap<>();
    private final Map<Class<?>, Set<VariantSchema>> choices = new LinkedHashMap<>();
    private final Set<Schema> seen = new LinkedHashSet<>();
    private final Set<Class<?>> made = new LinkedHashSet<>();

    private DslSources() {
        seen.add(ExperimentFile.top());
        for (var parameter : ExperimentFile.top().parameters()) {
            collect(parameter.schema(), parameter.name());
        }
    }

    /** The text of each file, by its name. */
    static Map<String, String> files() {
        return new DslSources().write();
    }

    private void collect(Schema schema, String key) {
        if (schema instanceof ListSchema list) {
            collect(list.item(), key);
        } else if (schema instanceof BareSchema single) {
            collect(single.value(), key);
        } else if (schema instanceof ShapeSchema shapes) {
            shapes.forms().forEach(form -> collect(form,
                    form instanceof RecordSchema record ? Names.of(record.type()) : key));
        } else if (schema instanceof KeyedSchema map) {
            collect(map.value(), key);
        } else if (schema instanceof MapSchema map) {
            collect(map.value(), key);
        } else if (!seen.add(schema)) {
            return;
        } else if (schema instanceof VariantSchema union) {
            name(union.type(), "");
            union.variants().values().forEach(record -> {
                choices.computeIfAbsent(record.type(), type -> new LinkedHashSet<>()).add(union);
                if (made.add(record.type())) {
                    name(record.type(), union.type().getSimpleName());
                    words.put(record, Names.of(record.type()));
                    record.parameters().forEach(parameter -> collect(parameter.schema(), parameter.name()));
                }
            });
        } else if (schema instanceof RecordSchema record) {
            if (made.add(record.type()) && !key.equals("sweep")) {
                name(record.type(), "");
                words.put(record, key);
            }
            record.parameters().forEach(parameter -> collect(parameter.schema(), parameter.name()));
        }
    }

    /** A class goes by the record's name; where that is taken already, with the choice's behind it. */
    private void name(Class<?> type, String choice) {
        String simple = type.getSimpleName();
        names.put(type, names.containsValue(simple) ? simple + choice : simple);
    }

    private Map<String, String> write() {
        DslForms forms = new DslForms(names);
        Map<String, String> files = new TreeMap<>();
        List<DslForms.Factory> factories = new ArrayList<>();
        names.forEach((type, name) -> {
            if (type.isSealed()) {
                files.put(name, choice(type, name));
            }
        });
        words.forEach((record, word) -> {
            files.put(names.get(record.type()), record(forms, record));
            factories.addAll(forms.factories(record, word, choices.containsKey(record.type())));
        });
        files.put("ExperimentWords", experiment(forms));
        files.put("ComponentWords", DslForms.components(names, factories));
        files.put("SettingNames", new DslKeys(forms).source());
        Map<String, String> sources = new TreeMap<>();
        files.forEach((name, text) -> sources.put(name + ".java", text));
        return sources;
    }

    private String choice(Class<?> type, String name) {
        List<String> above = new ArrayList<>();
        for (Class<?> parent : type.getInterfaces()) {
            if (names.containsKey(parent)) {
                above.add(names.get(parent));
            }
        }
        JavaText text = new JavaText(PACKAGE);
        text.type("public interface " + name + " extends "
                + (above.isEmpty() ? text.imported("gridrun.dsl.phrase.Said") : String.join(", ", above)),
                JavaText.doc(Words.require(type)));
        return text.end();
    }

    private String record(DslForms forms, RecordSchema record) {
        String name = names.get(record.type());
        JavaText text = new JavaText(PACKAGE);
        Set<VariantSchema> of = choices.getOrDefault(record.type(), Set.of());
        List<String> interfaces = of.stream().map(VariantSchema::type)
                .filter(type -> of.stream().noneMatch(other -> other.type() != type
                        && type.isAssignableFrom(other.type())))
                .map(names::get).sorted().toList();
        text.type("public final class %s extends %s<%s>%s".formatted(name,
                text.imported("gridrun.dsl.phrase.Phrase"), name,
                interfaces.isEmpty() ? "" : " implements " + String.join(", ", interfaces)),
                JavaText.doc(Words.require(record.type())));
        String mapping = text.imported("gridrun.config.Tree") + ".Mapping";
        text.member("", "%s(%s said) {".formatted(name, mapping), "super(said);");
        text.member("", "@Override\nprotected %s of(%s changed) {".formatted(name, mapping),
                "return new %s(changed);".formatted(name));
        record.parameters().forEach(parameter -> forms.setters(text, record, parameter, name, ""));
        return text.end();
    }

    /** The settings of the top level and, as if they stood there, those of the sweep. */
    private String experiment(DslForms forms) {
        JavaText text = new JavaText(PACKAGE);
        text.type("public abstract class ExperimentWords<E> extends %s<E>".formatted(
                text.imported("gridrun.dsl.phrase.Phrase")),
                "What can be said of an experiment, and of its sweep, by one value or one map.\n\n"
                        + "@param <E> the experiment");
        text.member("", "protected ExperimentWords(%s said) {".formatted(
                text.imported("gridrun.config.Tree") + ".Mapping"), "super(said);");
        RecordSchema top = ExperimentFile.top();
        top.parameters().stream().filter(parameter -> !BY_HAND.contains(parameter.name()))
                .forEach(parameter -> forms.setters(text, top, parameter, "E", ""));
        RecordSchema sweep = (RecordSchema) top.parameters().stream()
                .filter(parameter -> parameter.name().equals("sweep")).findFirst().orElseThrow().schema();
        sweep.parameters().stream().filter(parameter -> !BY_HAND.contains(parameter.name()))
                .forEach(parameter -> forms.setters(text, sweep, parameter, "E", "sweep"));
        return text.end();
    }
}
