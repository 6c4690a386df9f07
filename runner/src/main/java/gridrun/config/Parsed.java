package gridrun.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A record that reads itself from one scalar through {@code parse(String)} and writes itself with {@code toString()}. */
public final class Parsed extends Schema {

    private final Method parse;

    Parsed(Class<?> type) {
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

    @Override
    Object bind(Tree tree, Place place) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNull()) {
            return wrong(tree, place);
        }
        try {
            return parse.invoke(null, scalar.canonical());
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

    @Override
    Tree write(Object value) {
        return Tree.Scalar.plain(value.toString(), Origin.DEFAULT);
    }

    @Override
    String expected() {
        return "a single value";
    }
}
