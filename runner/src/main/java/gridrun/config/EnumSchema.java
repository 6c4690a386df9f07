package gridrun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One word of an enum, in lower case. */
public final class EnumSchema extends Schema {

    private final Class<?> type;
    private final Map<String, Object> words = new LinkedHashMap<>();

    EnumSchema(Class<?> type) {
        this.type = type;
        for (Object constant : type.getEnumConstants()) {
            words.put(word(constant), constant);
        }
    }

    /** The enum. */
    public Class<?> type() {
        return type;
    }

    /** The words, in the order of the enum. */
    public List<String> words() {
        return List.copyOf(words.keySet());
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNull()) {
            return wrong(tree, place);
        }
        Object value = words.get(scalar.text());
        if (value == null) {
            place.wrong(tree.origin(), VariantSchema.unknown(scalar.text(), words.keySet(), words.keySet()));
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
