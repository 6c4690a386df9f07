package gridrun.reference;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.FlatNames;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.VariantSchema;
import gridrun.experiment.ExperimentFile;
import gridrun.metric.Quantity;
import gridrun.metric.TrainingFigure;
import gridrun.observed.ClassFigure;
import gridrun.store.Outcome;
import gridrun.train.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that can be named of one kind: the layers, say.
 *
 * @param name of the kind, in one word
 * @param about the kind, in a sentence
 * @param entries in the order of their registry
 */
public record Chapter(String name, String about, List<Entry> entries) {

    /** What is recorded of runs, by its chapter. */
    static final Map<String, Class<? extends Enum<?>>> MEASURED = measured();

    /** The name of the chapter on the top level of an experiment file. */
    static final String TOP = "experiment";

    /**
     * Something that can be named.
     *
     * @param name in files
     * @param aliases what is accepted as well
     * @param words what is said of it
     * @param rows its parameters
     */
    public record Entry(String name, List<String> aliases, Words words, List<Row> rows) {
    }

    /**
     * A parameter.
     *
     * @param record that it is a parameter of
     * @param meaning as it follows the name
     */
    public record Row(RecordSchema record, Parameter parameter, String meaning) {

        /** As it stands in files. */
        public String name() {
            return parameter.name();
        }

        /** What is legal, in words, with links to other chapters: found by asking a constructor many times. */
        public String type() {
            return ValuePhrases.of(record, parameter);
        }

        /** The default; "required" where it must be given, empty where there is none. */
        public String standard() {
            return parameter.isRequired() ? "required" : parameter.written().map(FlatNames::text).orElse("");
        }
    }

    /** Collected on use, and once. */
    private static final class Known {

        private static final List<Chapter> CHAPTERS = collect();
    }

    /** All chapters, in the order in which a file meets them. */
    public static List<Chapter> all() {
        return Known.CHAPTERS;
    }

    private static List<Chapter> collect() {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        Set<VariantSchema> unions = new LinkedHashSet<>();
        collect(ExperimentFile.top(), "", records, unions);
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(TOP, Words.require(ExperimentFile.top().type()).summary(),
                List.of(entry(TOP, List.of(), ExperimentFile.top()))));
        chapters.add(new Chapter("settings", "The parts of an experiment file that are maps with keys of their own.",
                records.entrySet().stream().map(record -> entry(record.getKey(), List.of(), record.getValue()))
                        .toList()));
        unions.forEach(union -> chapters.add(new Chapter(name(union), Words.require(union.type()).summary(),
                union.variants().entrySet().stream().map(variant -> entry(variant.getKey(),
                        union.spellings(variant.getKey()).stream().skip(1).toList(), variant.getValue())).toList())));
        MEASURED.forEach((name, type) -> chapters.add(measured(name, type)));
        return List.copyOf(chapters);
    }

    /** The chapters of what is recorded, not written: each an enum whose constants are named. */
    private static Map<String, Class<? extends Enum<?>>> measured() {
        Map<String, Class<? extends Enum<?>>> measured = new LinkedHashMap<>();
        measured.put("training", TrainingFigure.class);
        measured.put("observations", Observation.class);
        measured.put("moments", Quantity.Moment.class);
        measured.put("classes", ClassFigure.class);
        measured.put("outcomes", Outcome.class);
        return measured;
    }

    private static Chapter measured(String name, Class<? extends Enum<?>> type) {
        Words words = Words.require(type);
        String about = String.join(" ", Stream.concat(Stream.of(words.summary()), words.details().stream()).toList());
        return new Chapter(name, about, Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT)).map(word -> new Entry(word, List.of(),
                        new Words(words.parameter(word), List.of(), List.of(), List.of(), null, Map.of()), List.of()))
                .toList());
    }

    private static void collect(RecordSchema record, String path, Map<String, RecordSchema> records,
            Set<VariantSchema> unions) {
        for (Parameter parameter : record.parameters()) {
            collect(parameter.schema(), path + parameter.name(), records, unions);
        }
    }

    /** Collects the records and choices that a value can be; a record that has no key of its own goes by its name. */
    private static void collect(Schema schema, String name, Map<String, RecordSchema> records,
            Set<VariantSchema> unions) {
        if (schema instanceof RecordSchema part) {
            records.put(name, part);
            collect(part, name + ".", records, unions);
        } else if (schema instanceof VariantSchema union && unions.add(union)) {
            union.variants().values().forEach(variant -> collect(variant, "", records, unions));
        } else if (schema instanceof ListSchema list) {
            collect(list.item(), name, records, unions);
        } else if (schema instanceof KeyedSchema map) {
            collect(map.value(), name, records, unions);
        } else if (schema instanceof MapSchema map) {
            collect(map.value(), name, records, unions);
        } else if (schema instanceof BareSchema single) {
            collect(single.value(), name, records, unions);
        } else if (schema instanceof ShapeSchema shapes) {
            shapes.forms().forEach(form -> collect(form,
                    form instanceof RecordSchema record ? Names.of(record.type()) : name, records, unions));
        }
    }

    /** The word for the records of a sealed interface: {@code layers} of {@code Layer}; data have no plural. */
    static String name(VariantSchema union) {
        String one = Names.of(union.type()).replaceFirst("_?spec$", "");
        return one.equals("dataset") ? "data" : one + (one.endsWith("s") ? "es" : "s");
    }

    private static Entry entry(String name, List<String> aliases, RecordSchema record) {
        Words words = Words.require(record.type());
        return new Entry(name, aliases, words, record.parameters().stream()
                .map(parameter -> new Row(record, parameter, words.parameter(parameter.name()))).toList());
    }

    /** The entry of a name, or of another name for it. */
    public Optional<Entry> entry(String word) {
        return entries.stream().filter(entry -> entry.name().equals(word) || entry.aliases().contains(word))
                .findFirst();
    }
}
