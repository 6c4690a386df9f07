package gridrun.reference;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.EnumSchema;
import gridrun.config.ListSchema;
import gridrun.config.RecordSchema;
import gridrun.config.ScalarSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.VariantSchema;
import gridrun.experiment.ExperimentFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names of the settings that can vary, and the words of enums, as Java's constants. */
final class DslKeys {

    private final DslForms forms;
    private final Map<String, Class<?>> enums = new TreeMap<>();

    DslKeys(DslForms forms) {
        this.forms = forms;
    }

    String source() {
        JavaText text = new JavaText(DslSources.PACKAGE);
        text.type("public abstract class SettingNames",
                "The name of every setting that can vary, with the type of its values; and the words of settings that"
                        + " have words.\n\n<p>A name is short where that tells which setting is meant.");
        text.member("", "protected SettingNames() {");
        Set<String> taken = new LinkedHashSet<>();
        Map<String, List<Setting>> settings = Setting.below(ExperimentFile.top());
        settings.forEach((name, of) -> {
            of.forEach(setting -> enums(setting.parameter().schema()));
            if (ExperimentFile.varies(name)) {
                String label = label(name);
                String constant = label.replace('.', '_').toUpperCase(Locale.ROOT);
                taken.add(constant);
                text.imported("gridrun.dsl.phrase.Key");
                text.member(meaning(name, of), "public static final Key<%s> %s = new Key<>(\"%s\", \"%s\");"
                        .formatted(type(text, of), constant, name, label));
            }
        });
        words(text, taken);
        return text.end();
    }

    /** Short where that is unique, also among what cannot vary: {@code seed} is the experiment's. */
    private static String label(String name) {
        String label = ExperimentFile.label(name);
        return ExperimentFile.settings().names().contains(label) ? name : label;
    }

    private static String meaning(String name, List<Setting> of) {
        Set<String> meanings = new LinkedHashSet<>();
        of.forEach(setting -> meanings.add(Words.require(setting.owner().type()).parameter(
                setting.parameter().name())));
        return JavaText.html("`" + name + "`: " + String.join("; or ", meanings) + ".");
    }

    private String type(JavaText text, List<Setting> of) {
        Set<String> types = new LinkedHashSet<>();
        of.forEach(setting -> types.add(type(text, setting.parameter().schema())));
        return types.size() == 1 ? types.iterator().next() : "Object";
    }

    /** The type of an axis's values; a whole number may stand where any may. */
    private String type(JavaText text, Schema schema) {
        if (schema instanceof ShapeSchema) {
            return "Object";
        }
        if (schema instanceof ScalarSchema scalar && scalar.isNumber()) {
            return scalar.type() == int.class || scalar.type() == Integer.class ? "Integer" : "Number";
        }
        return forms.type(text, schema, true);
    }

    private void enums(Schema schema) {
        if (schema instanceof EnumSchema choice) {
            enums.put(choice.type().getName(), choice.type());
        } else if (schema instanceof ListSchema list) {
            enums(list.item());
        } else if (schema instanceof BareSchema single) {
            enums(single.value());
        } else if (schema instanceof RecordSchema record) {
            record.parameters().forEach(parameter -> enums(parameter.schema()));
        } else if (schema instanceof VariantSchema union) {
            union.variants().values().stream().flatMap(variant -> variant.parameters().stream())
                    .map(parameter -> parameter.schema()).filter(EnumSchema.class::isInstance).forEach(this::enums);
        }
    }

    /** The words of enums; one that means something else already has its enum's name in front. */
    private void words(JavaText text, Set<String> taken) {
        for (Class<?> type : enums.values()) {
            for (Object constant : type.getEnumConstants()) {
                String name = ((Enum<?>) constant).name();
                String word = name.toLowerCase(Locale.ROOT);
                String unique = taken.add(name) ? name : prefixed(type, name, taken);
                String meaning = Words.of(type).map(words -> words.parameter(word)).filter(of -> !of.isEmpty())
                        .map(of -> ": " + of).orElse("");
                text.member(JavaText.sentence(JavaText.html("`" + word + "`" + meaning)),
                        "public static final %s %s = %s.%s;".formatted(text.imported(type.getCanonicalName()), unique,
                                type.getSimpleName(), name));
            }
        }
    }

    private static String prefixed(Class<?> type, String name, Set<String> taken) {
        String unique = Names.snake(type.getSimpleName()).toUpperCase(Locale.ROOT) + "_" + name;
        if (!taken.add(unique)) {
            throw new IllegalStateException(unique + " is the name of two things");
        }
        return unique;
    }
}
