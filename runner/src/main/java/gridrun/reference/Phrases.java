package gridrun.reference;

import gridrun.component.Matches;
import gridrun.component.Names;
import gridrun.config.Choice;
import gridrun.config.Composite;
import gridrun.config.Items;
import gridrun.config.Leaf;
import gridrun.config.Parameter;
import gridrun.config.Parsed;
import gridrun.config.Raw;
import gridrun.config.Schema;
import gridrun.config.Union;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is legal for a parameter, in words. */
final class Phrases {

    /** Of parameters that are bound by hand, by record and parameter. */
    private static final Map<String, String> SPECIAL = Map.of(
            "experiment_spec.smoke", "map of settings",
            "sweep_spec.cases", "map from names to maps of settings",
            "sweep_spec.parameters", "map of lists and [ranges](#range)",
            "sweep_spec.seeds", "whole number from 1, or list of whole numbers");

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
        List<String> words = schema instanceof Leaf leaf && leaf.type() == String.class
                ? new Limits(owner).words(parameter) : List.of();
        String special = SPECIAL.get(Names.of(owner.type()) + "." + parameter.name());
        return special != null ? special : words.isEmpty() ? of(schema) : either(words);
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
        if (schema instanceof Items list) {
            String item = list.item() instanceof Union union ? link(union) : of(list.item());
            return "list of " + (item.matches("\\w+") ? item + "s" : item);
        }
        return schema instanceof Raw ? "any value" : "map";
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
        String last = "`" + words.get(words.size() - 1) + "`";
        return words.size() == 1 ? last
                : words.stream().limit(words.size() - 1).map(word -> "`" + word + "`").collect(Collectors.joining(", "))
                        + " or " + last;
    }
}
