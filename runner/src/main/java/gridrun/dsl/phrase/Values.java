package gridrun.dsl.phrase;

import gridrun.config.Numbers;
import gridrun.config.Origin;
import gridrun.config.ScalarKind;
import gridrun.config.Tree;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Java's values as files write them. */
public final class Values {

    private Values() {
    }

    /** A value of a setting: a number, a text, a word of an enum, a phrase, several of these, or null. */
    public static Tree tree(Object value, Place place) {
        if (value instanceof Tree said) {
            return said;
        }
        if (value instanceof Said phrase) {
            Tree.Mapping tree = phrase.tree();
            boolean isWord = tree.entries().size() == 1 && tree.get("type") != null;
            return isWord ? tree.get("type") : tree; // relu, as files write it
        }
        if (value instanceof Collection<?> list) {
            return new Tree.Sequence(list.stream().map(item -> tree(item, place)).toList(), place.origin());
        }
        if (value != null && value.getClass().isArray()) {
            return new Tree.Sequence(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> tree(Array.get(value, i), place)).toList(), place.origin());
        }
        if (value instanceof Map<?, ?> map) {
            Tree.Mapping tree = Tree.Mapping.empty(place.origin());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                tree = tree.with(key, place.origin(key), tree(entry.getValue(), place));
            }
            return tree;
        }
        return scalar(value, place);
    }

    private static Tree scalar(Object value, Place place) {
        if (value == null || value instanceof Boolean) {
            String text = String.valueOf(value);
            return Tree.Scalar.plain(text, place.origin(text));
        }
        if (value instanceof Number number) {
            boolean real = value instanceof Double || value instanceof Float;
            String text = real ? Numbers.text(number.doubleValue()) : number.toString();
            return Tree.Scalar.plain(text, real ? place.number(number.doubleValue()) : place.origin(text));
        }
        String word = value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
        Origin origin = value instanceof Enum<?> constant ? place.origin(constant.name()) : place.origin(word);
        return new Tree.Scalar(ScalarKind.TEXT, word, origin);
    }
}
