package gridrun.config;

import gridrun.component.Check;
import gridrun.component.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A record: a map whose keys are the components' names in snake case. */
public final class RecordSchema extends Schema {

    private final List<Parameter> parameters;
    private final List<String> names;
    private final Constructor<?> constructor;

    RecordSchema(Class<?> type) {
        parameters = Stream.of(type.getRecordComponents()).map(Parameter::new).toList();
        names = parameters.stream().map(Parameter::name).toList();
        constructor = type.getDeclaredConstructors().length == 1 ? type.getDeclaredConstructors()[0] : canonical(type);
        constructor.setAccessible(true);
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Stream.of(type.getRecordComponents()).map(c -> c.getType()).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is a record without its constructor", e);
        }
    }

    /** The record. */
    public Class<?> type() {
        return constructor.getDeclaringClass();
    }

    /** The keys, in the order of the record. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether there is a key that must be given. */
    public boolean asks() {
        return parameters.stream().anyMatch(Parameter::isRequired);
    }

    /**
     * Makes the record of the parameters' values.
     *
     * @throws IllegalArgumentException where the record refuses them
     */
    public Object make(List<?> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            if (type().isAnnotationPresent(Version.class)) {
                throw new IllegalArgumentException(type().getName() + " fails: " + e.getCause(), e.getCause());
            }
            throw new IllegalStateException(constructor + " fails", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    List<String> names() {
        return names;
    }

    @Override
    Schema below(String key) {
        return names.contains(key) ? parameters.get(names.indexOf(key)).schema() : null;
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (tree.isNull()) {
            return bind(Tree.Mapping.empty(tree.origin()), place);
        }
        if (!(tree instanceof Tree.Mapping mapping)) {
            return wrongParts(tree, place);
        }
        for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
            if (!names.contains(entry.getKey())) {
                place.problems().add(entry.getValue().keyOrigin(), unknown(entry.getKey(), place));
            }
        }
        return values(mapping, place);
    }

    private String unknown(String key, BindContext place) {
        String where = place.path().isEmpty() ? "" : " in " + place.path();
        return YamlMistakes.ofItem(key).orElseGet(
                () -> "unknown key '" + key + "'" + where + place.misplaced(key, names));
    }

    /** Reads the parameters that a map gives; keys that are no parameters have been dealt with. */
    Object values(Tree.Mapping mapping, BindContext place) {
        List<Object> values = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        for (Parameter parameter : parameters) {
            Tree tree = mapping.get(parameter.name());
            boolean absent = tree == null || tree.isNull() && parameter.isNullable();
            if (absent && parameter.isRequired() && !isMeant(parameter.name(), mapping)) {
                place.wrong(mapping.origin(),
                        "'" + parameter.name() + "' is missing, " + parameter.schema().expected());
            }
            Object value = absent
                    ? parameter.isRequired() ? null : parameter.standard()
                    : parameter.schema().bind(tree, place.child(parameter.name()));
            if (value == null && (!absent || parameter.isRequired())) {
                wrong.add(parameter.name());
            }
            values.add(value);
        }
        if (wrong.isEmpty()) {
            return construct(values, mapping, place);
        }
        tellMore(values, wrong, mapping, place);
        return null;
    }

    /** Whether a key that there is not was meant for a missing one: it is near, or nothing that is given is right. */
    private boolean isMeant(String missing, Tree.Mapping mapping) {
        List<String> unknown = unknown(mapping);
        return !unknown.isEmpty() && (unknown.size() == mapping.entries().size()
                || unknown.stream().anyMatch(key -> Spelling.nearest(key, List.of(missing)).isPresent()));
    }

    private List<String> unknown(Tree.Mapping mapping) {
        return mapping.entries().keySet().stream().filter(key -> !names.contains(key)
                && !(key.equals(CustomVariants.VERSION) && type().isAnnotationPresent(Version.class))).toList();
    }

    private Object construct(List<Object> values, Tree.Mapping mapping, BindContext place) {
        try {
            return make(values);
        } catch (Check.Invalid e) {
            tell(e, mapping, place);
            tellMore(values, new HashSet<>(Set.of(name(e))), mapping, place);
        } catch (IllegalArgumentException e) {
            if (unknown(mapping).isEmpty()) { // else it may be that key which is lacking
                place.wrong(mapping.origin(), e.getMessage());
            }
        }
        return null;
    }

    /**
     * Tells what a record refuses beside what is wrong already, one thing after another: a wrong value gives way to the
     * usual one, and the rest is looked at again. What follows from a wrong value is not told.
     */
    private void tellMore(List<Object> values, Set<String> wrong, Tree.Mapping mapping, BindContext place) {
        List<Object> asked = new ArrayList<>(values);
        boolean told = wrong.stream().allMatch(name -> givesWay(name, asked, mapping));
        while (told) {
            Check.Invalid next = refusal(asked);
            told = next != null && !follows(next, wrong)
                    && givesWay(name(next), asked, mapping) && wrong.add(name(next));
            if (told) {
                tell(next, mapping, place);
            }
        }
    }

    /** Whether what would be right depends on a wrong value: the check names that setting then. */
    private static boolean follows(Check.Invalid refusal, Set<String> wrong) {
        return wrong.stream().anyMatch(name -> refusal.expected().matches("(?s).*\\b" + name + "\\b.*"));
    }

    /** Puts the usual value in a given one's place, if there is one. */
    private boolean givesWay(String name, List<Object> values, Tree.Mapping mapping) {
        Parameter parameter = names.contains(name) ? parameters.get(names.indexOf(name)) : null;
        if (parameter == null || parameter.isRequired() || mapping.get(name) == null) {
            return false;
        }
        values.set(names.indexOf(name), parameter.standard());
        return true;
    }

    /** Null where the record is made, or refused as a whole. */
    private Check.Invalid refusal(List<Object> values) {
        try {
            make(values);
            return null;
        } catch (IllegalArgumentException e) {
            return e instanceof Check.Invalid invalid ? invalid : null;
        }
    }

    private String name(Check.Invalid refusal) {
        return parameters.stream().filter(p -> p.componentName().equals(refusal.component()))
                .map(Parameter::name).findFirst().orElse(refusal.component());
    }

    private void tell(Check.Invalid refusal, Tree.Mapping mapping, BindContext place) {
        Tree given = mapping.get(name(refusal));
        String hint = refusal.name() == null ? "" : Spelling.hint(refusal.name(), refusal.words());
        place.child(name(refusal)).wrong(given == null ? mapping.origin() : given.origin(), refusal.reason() + hint);
    }

    @Override
    Tree write(Object value) {
        return write(value, Tree.Mapping.empty(Origin.DEFAULT));
    }

    Tree.Mapping write(Object value, Tree.Mapping start) {
        Map<String, Tree.Entry> written = new LinkedHashMap<>(start.entries());
        for (Parameter parameter : parameters) {
            Object part = parameter.of(value);
            if (part != null) {
                written.put(parameter.name(), new Tree.Entry(Origin.DEFAULT, parameter.schema().write(part)));
            }
        }
        return new Tree.Mapping(written, Origin.DEFAULT);
    }

    @Override
    String expected() {
        return "a map with " + String.join(", ", names);
    }
}
