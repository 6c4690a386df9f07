package gridrun.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One word of an enum, in lower case. */
final class Choice extends Schema {

    private final Map<String, Object> words = new LinkedHashMap<>();

    Choice(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            words.put(word(constant), constant);
        }
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    @Override
    Object bind(Tree tree, Place place) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNull()) {
            return wrong(tree, place);
        }
        Object value = words.get(scalar.text());
        if (value == null) {
            place.wrong(tree.origin(), Union.unknown(scalar.text(), words.keySet(), words.keySet()));
        }
        return value;
    }

    @Override
    Tree write(Object value) {
        return Tree.Scalar.text(word(value));
    }

    @Override
    String expected() {
        return "one of " + String.join(", ", words.keySet());
    }
}
