package gridrun.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** What the keys of a map become: texts, or records that read themselves through {@code parse(String, Origin)}. */
final class KeyType {

    private final Class<?> type;
    private final Method parse;

    KeyType(Class<?> type) {
        this.type = type;
        try {
            parse = type == String.class ? null : type.getDeclaredMethod("parse", String.class, Origin.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no parse(String, Origin)", e);
        }
        if (parse != null) {
            parse.setAccessible(true);
        }
    }

    Class<?> type() {
        return type;
    }

    /** @throws IllegalArgumentException where the text is no such key */
    Object read(String key, Origin origin) {
        if (parse == null) {
            return key;
        }
        try {
            return parse.invoke(null, key, origin);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(parse + " fails", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(parse + " cannot be called", e);
        }
    }
}
