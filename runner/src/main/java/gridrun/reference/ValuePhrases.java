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
import gridrun.config.TreeSchema;
import gridrun.config.VariantSchema;
import java.util.List;
import java.util.Optional;

/** What is legal for a parameter, in words. */
final class ValuePhrases {

    private ValuePhrases() {
    }

    /** The phrase, literal words between backticks, choices between records as links to their chapter. */
    static String of(RecordSchema owner, Parameter parameter) {
        Schema schema = parameter.schema();
        if (schema instanceof ListSchema list && list.item() instanceof ScalarSchema leaf && leaf.isNumber()) {
            return "list of " + number(leaf) + "s" + new Limits(owner).interval(parameter).phrase();
        }
        if (schema instanceof ScalarSchema leaf && leaf.isNumber()) {
            return number(leaf) + new Limits(owner).interval(parameter).phrase();
        }
        if (!(schema instanceof ScalarSchema leaf) || leaf.type() != String.class) {
            return of(schema);
        }
        Limits.Legal legal = new Limits(owner).legal(parameter);
        return !legal.summary().isEmpty() ? legal.summary()
                : legal.words().isEmpty() ? of(schema) : either(legal.words());
    }

    private static String number(ScalarSchema leaf) {
        return Search.isWhole(leaf.type()) ? "whole number" : "number";
    }

    private static String of(Schema schema) {
        if (schema instanceof ScalarSchema leaf) {
            return leaf.isNumber() ? number(leaf)
                    : leaf.type() == String.class ? "text" : leaf.isTruth() ? "`true` or `false`" : "path";
        }
        if (schema instanceof EnumSchema choice) {
            return either(choice.words());
        }
        if (schema instanceof VariantSchema union) {
            return "one of the " + link(union);
        }
        if (schema instanceof TextSchema parsed) {
            return parsed(parsed);
        }
        if (schema instanceof BareSchema single) {
            return of(single.record(), single.parameter());
        }
        if (schema instanceof ShapeSchema shapes) {
            return joined(shapes.forms().stream()
                    .map(form -> form instanceof RecordSchema record ? link(record) : of(form)).distinct().toList());
        }
        if (schema instanceof ListSchema list) {
            return "list of " + (list.item() instanceof VariantSchema union ? link(union) : several(of(list.item())));
        }
        if (schema instanceof KeyedSchema map) {
            return "map from settings to " + several(of(map.value()));
        }
        return schema instanceof MapSchema map && map.keys() != String.class
                ? "map from names to " + several(of(map.value())) : schema instanceof TreeSchema ? "value" : "map";
    }

    /** A phrase in the plural: its first noun, and those that are joined to it. */
    private static String several(String phrase) {
        return phrase.replaceAll("(^|, | or )(list|map|path|text|value|\\[\\w+)\\b", "$1$2s");
    }

    private static String link(RecordSchema record) {
        String name = Names.of(record.type());
        return "[" + name + "](#" + name + ")";
    }

    private static String link(VariantSchema union) {
        String chapter = Chapter.name(union);
        return "[" + (chapter.equals("data") ? "data sets" : chapter) + "](#" + chapter + ")";
    }

    private static String parsed(TextSchema parsed) {
        Optional<Interval> interval = new Search(int.class, number -> parsed.accepts(number.toString())).interval();
        String number = interval.map(numbers -> "whole number" + numbers.phrase()).orElse("");
        if (parsed.acceptsPairs()) {
            return number + " or list of two";
        }
        Matches matches = parsed.type().getAnnotation(Matches.class);
        String text = matches == null || !matches.value().matches("[\\w|]+") ? "text"
                : either(List.of(matches.value().split("\\|")));
        return number.isEmpty() ? text : number + " or " + text;
    }

    private static String either(List<String> words) {
        return joined(words.stream().map(word -> "`" + word + "`").toList());
    }

    private static String joined(List<String> phrases) {
        int last = phrases.size() - 1;
        return last == 0 ? phrases.get(0) : String.join(", ", phrases.subList(0, last)) + " or " + phrases.get(last);
    }
}
