package gridrun.reference;

import gridrun.component.Matches;
import gridrun.component.Names;
import gridrun.config.Choice;
import gridrun.config.Composite;
import gridrun.config.Dictionary;
import gridrun.config.Items;
import gridrun.config.Keyed;
import gridrun.config.Leaf;
import gridrun.config.Parameter;
import gridrun.config.Parsed;
import gridrun.config.Raw;
import gridrun.config.Schema;
import gridrun.config.Shapes;
import gridrun.config.Single;
import gridrun.config.Union;
import java.util.List;
import java.util.Optional;

/** What is legal for a parameter, in words. */
final class Phrases {

    private Phrases() {
    }

    /** The phrase, literal words between backticks, choices between records as links to their chapter. */
    static String of(Composite owner, Parameter parameter) {
        Schema schema = parameter.schema();
        if (schema instanceof Items list && list.item() instanceof Leaf leaf && leaf.isNumber()) {
            return "list of " + number(leaf) + "s" + new Limits(owner).interval(parameter).phrase();
        }
        if (schema instanceof Leaf leaf && leaf.isNumber()) {
            return number(leaf) + new Limits(owner).interval(parameter).phrase();
        }
        if (!(schema instanceof Leaf leaf) || leaf.type() != String.class) {
            return of(schema);
        }
        Limits.Legal legal = new Limits(owner).legal(parameter);
        return !legal.summary().isEmpty() ? legal.summary()
                : legal.words().isEmpty() ? of(schema) : either(legal.words());
    }

    private static String number(Leaf leaf) {
        return Search.isWhole(leaf.type()) ? "whole number" : "number";
    }

    private static String of(Schema schema) {
        if (schema instanceof Leaf leaf) {
            return leaf.isNumber() ? number(leaf)
                    : leaf.type() == String.class ? "text" : leaf.isTruth() ? "`true` or `false`" : "path";
        }
        if (schema instanceof Choice choice) {
            return either(choice.words());
        }
        if (schema instanceof Union union) {
            return "one of the " + link(union);
        }
        if (schema instanceof Parsed parsed) {
            return parsed(parsed);
        }
        if (schema instanceof Single single) {
            return of(single.record(), single.parameter());
        }
        if (schema instanceof Shapes shapes) {
            return joined(shapes.forms().stream()
                    .map(form -> form instanceof Composite record ? link(record) : of(form)).distinct().toList());
        }
        if (schema instanceof Items list) {
            return "list of " + (list.item() instanceof Union union ? link(union) : several(of(list.item())));
        }
        if (schema instanceof Keyed map) {
            return "map from settings to " + several(of(map.value()));
        }
        return schema instanceof Dictionary map && map.keys() != String.class
                ? "map from names to " + several(of(map.value())) : schema instanceof Raw ? "value" : "map";
    }

    /** A phrase in the plural: its first noun, and those that are joined to it. */
    private static String several(String phrase) {
        return phrase.replaceAll("(^|, | or )(list|map|path|text|value|\\[\\w+)\\b", "$1$2s");
    }

    private static String link(Composite record) {
        String name = Names.of(record.type());
        return "[" + name + "](#" + name + ")";
    }

    private static String link(Union union) {
        String chapter = Chapter.name(union);
        return "[" + (chapter.equals("data") ? "data sets" : chapter) + "](#" + chapter + ")";
    }

    private static String parsed(Parsed parsed) {
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
