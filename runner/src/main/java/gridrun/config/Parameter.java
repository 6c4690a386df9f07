package gridrun.config;

import gridrun.component.Default;
import gridrun.component.Matches;
import gridrun.component.Names;
import gridrun.component.Unidentified;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** One component of a record as a key of a map. */
public final class Parameter {

    private final RecordComponent component;
    private final String name;
    private final String fallback;
    private final boolean identifies;
    private final boolean unidentified;
    private final Method accessor;
    private Object standard;

    Parameter(RecordComponent component) {
        this.component = component;
        name = Names.snake(component.getName());
        Default annotation = component.getAnnotation(Default.class);
        fallback = annotation == null ? null : annotation.value();
        identifies = annotation == null || annotation.identifies();
        unidentified = component.isAnnotationPresent(Unidentified.class);
        accessor = component.getAccessor();
        accessor.setAccessible(true);
    }

    /** The key, in snake case. */
    public String name() {
        return name;
    }

    /** The name in the record. */
    public String componentName() {
        return component.getName();
    }

    /** Resolved on use, because records may contain themselves. */
    public Schema schema() {
        return Schema.of(component.getGenericType());
    }

    /** Whether there is no default. */
    public boolean isRequired() {
        return fallback == null;
    }

    /** Whether nothing is a value too, and the default. */
    public boolean isNullable() {
        return "null".equals(fallback);
    }

    /** Whether the default, too, is among what a configuration is identified by; see {@link Default#identifies}. */
    boolean identifies() {
        return identifies;
    }

    /** Whether no value of it is among what a configuration is identified by. */
    boolean isUnidentified() {
        return unidentified;
    }

    /** The regular expression that a text must match as a whole, if there is one. */
    public Optional<String> pattern() {
        return Optional.ofNullable(component.getAnnotation(Matches.class)).map(Matches::value);
    }

    /** The default as it would be written in a file; empty where there is none but nothing. */
    public Optional<Tree> written() {
        if (isRequired() || isNullable()) {
            return Optional.empty();
        }
        return fallback.startsWith("[") || fallback.startsWith("{")
                ? new YamlReader(new Problems()).text("default", fallback)
                : Optional.of(Tree.Scalar.plain(fallback, Origin.DEFAULT));
    }

    /** The value where the file is silent; null where that is the default. */
    public synchronized Object standard() {
        if (standard == null && !isNullable()) {
            Problems problems = new Problems();
            standard = written().map(tree -> schema().bind(tree, new BindContext(name, false, problems))).orElse(null);
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
