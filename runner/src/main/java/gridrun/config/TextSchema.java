package gridrun.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record that reads itself from one scalar through {@code parse(String)} and writes itself with {@code toString()}.
 * One that reads {@code [1, 1]} too is offered lists of two numbers in this spelling.
 */
public final class TextSchema extends Schema {

    private final Method parse;

    TextSchema(Class<?> type) {
        try {
            parse = type.getMethod("parse", String.class);
            parse.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no parse(String)", e);
        }
    }

    /** What the value becomes. */
    public Class<?> type() {
        return parse.getDeclaringClass();
    }

    /** Whether a text can be read. */
    public boolean accepts(String text) {
        try {
            return parse.invoke(null, text) != null;
        } catch (InvocationTargetException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(parse + " cannot be called", e);
        }
    }

    /** Whether a list of two numbers can be read, as well as one number. */
    public boolean acceptsPairs() {
        return accepts("[1, 1]");
    }

    /** The text that is parsed; null where there is none. */
    private String text(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.isNull() ? null : scalar.canonical();
        }
        boolean list = acceptsPairs() && tree instanceof Tree.Sequence sequence
                && sequence.items().stream().allMatch(item -> item instanceof Tree.Scalar);
        return !list ? null : ((Tree.Sequence) tree).items().stream().map(item -> ((Tree.Scalar) item).canonical())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        String text = text(tree);
        if (text == null) {
            return isUnquoted(tree) ? unquoted(tree, place) : wrong(tree, place);
        }
        try {
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException(parse + " fails", e.getCause());
            }
            place.wrong(tree.origin(), e.getCause().getMessage());
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(parse + " cannot be called", e);
        }
    }

    /** Whether it would be right in quotes: a colon in it makes a map of it. */
    private boolean isUnquoted(Tree tree) {
        return tree instanceof Tree.Mapping map && map.entries().size() == 1 && accepts(asText(map));
    }

    private static String asText(Tree.Mapping map) {
        Map.Entry<String, Tree.Entry> only = map.entries().entrySet().iterator().next();
        return only.getKey() + ": " + (only.getValue().value() instanceof Tree.Scalar scalar ? scalar.text() : "");
    }

    private Object unquoted(Tree tree, BindContext place) {
        place.wrong(tree.origin(),
                "a colon makes a map of it; put it in quotes: \"" + asText((Tree.Mapping) tree) + "\"");
        return null;
    }

    @Override
    Tree write(Object value) {
        String text = value.toString();
        if (!text.startsWith("[")) {
            return Tree.Scalar.plain(text, Origin.DEFAULT);
        }
        return new Tree.Sequence(Stream.of(text.substring(1, text.length() - 1).split(", "))
                .<Tree>map(item -> Tree.Scalar.plain(item, Origin.DEFAULT)).toList(), Origin.DEFAULT);
    }

    @Override
    String expected() {
        return acceptsPairs() ? "a whole number or a list of two" : "a single value";
    }
}
