package gridrun.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What records are made of, as lists that are equal where the records are: keys of maps for those that describe a run.
 *
 * <p>They could be keys themselves. But for each kind of record that is compared or hashed for the first time the JDK
 * generates several classes, more than a hundred from a file to its first epoch, when every command waits for them.
 */
public final class Structure {

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] accessors =
                    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
            for (Method accessor : accessors) {
                accessor.setAccessible(true);
            }
            return accessors;
        }
    };

    private Structure() {
    }

    /** A record, or a list with records in it, without them; any other value is itself. */
    public static Object of(Object value) {
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(of(item));
            }
            return items;
        }
        return value instanceof Record record ? ofRecord(record) : value;
    }

    /** What several values are made of. */
    public static Object of(Object first, Object... others) {
        List<Object> all = new ArrayList<>(others.length + 1);
        all.add(of(first));
        for (Object other : others) {
            all.add(of(other));
        }
        return all;
    }

    /** Each value once, in their order. */
    public static <T> List<T> distinct(Collection<T> values) {
        Map<Object, T> distinct = new LinkedHashMap<>();
        Set<T> met = Collections.newSetFromMap(new IdentityHashMap<>()); // thousands of runs share what they are of
        for (T value : values) {
            if (met.add(value)) {
                distinct.putIfAbsent(of(value), value);
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(distinct.values()));
    }

    private static List<Object> ofRecord(Record record) {
        Method[] accessors = ACCESSORS.get(record.getClass());
        List<Object> parts = new ArrayList<>(accessors.length + 1);
        parts.add(record.getClass());
        try {
            for (Method accessor : accessors) {
                parts.add(of(accessor.invoke(record)));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(record.getClass() + " cannot be read", e);
        }
        return parts;
    }
}
