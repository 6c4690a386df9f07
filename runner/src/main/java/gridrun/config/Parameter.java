package gridrun.config;

import gridrun.component.Default;
import gridrun.component.Names;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** One component of a record as a key of a map. */
final class Parameter {

    private final RecordComponent component;
    private final String name;
    private final String fallback;
    private final Method accessor;
    private Object standard;

    Parameter(RecordComponent component) {
        this.component = component;
        name = Names.snake(component.getName());
        Default annotation = component.getAnnotation(Default.class);
        fallback = annotation == null ? null : annotation.value();
        accessor = component.getAccessor();
        accessor.setAccessible(true);
    }

    String name() {
        return name;
    }

    String componentName() {
        return component.getName();
    }

    /** Resolved on use, because records may contain themselves. */
    Schema schema() {
        return Schema.of(component.getGenericType());
    }

    boolean isRequired() {
        return fallback == null;
    }

    boolean isNullable() {
        return "null".equals(fallback);
    }

    /** The value where the file is silent; null where that is the default. */
    synchronized Object standard() {
        if (standard == null && !isNullable()) {
            Problems problems = new Problems();
            Tree tree = Kind.of(fallback) == Kind.TEXT && (fallback.startsWith("[") || fallback.startsWith("{"))
                    ? new YamlReader(problems).text("default", fallback).orElse(null)
                    : Tree.Scalar.plain(fallback, Origin.DEFAULT);
            standard = tree == null ? null : schema().bind(tree, new Place(name, false, problems));
            if (standard == null) {
                throw new IllegalStateException("the default of " + component + " is wrong:\n" + problems.render());
            }
        }
        return standard;
    }

    Object of(Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be called", e);
        }
    }
}
