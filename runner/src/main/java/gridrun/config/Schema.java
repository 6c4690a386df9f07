package gridrun.config;

import gridrun.component.Bare;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a value may be, as the Java type that it becomes says it: reading beside writing.
 *
 * <p>Records become maps by the names of their components, sealed interfaces the choice between their permitted
 * records; a record that is {@link Bare} becomes the value of its component.
 */
public abstract sealed class Schema
        permits ScalarSchema, EnumSchema, TextSchema, TreeSchema, ListSchema, MapSchema, KeyedSchema, BareSchema,
        ShapeSchema, RecordSchema, VariantSchema {

    private static final Map<Type, Schema> KNOWN = new ConcurrentHashMap<>();

    /** The schema of a type, made once. */
    public static Schema of(Type type) {
        Schema known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        KNOWN.putIfAbsent(type, make(type));
        return KNOWN.get(type);
    }

    /**
     * Reads a record from a tree.
     *
     * @param path the full name of the tree, empty for a whole file
     * @param settings all that the file may say, for hints about misplaced keys
     * @return the record; empty where something is wrong, which is then among the problems
     */
    public static <T> Optional<T> bind(Class<T> type, Tree tree, String path, Problems problems, Settings settings) {
        Problems found = new Problems();
        Optional<T> bound = bindWhatIsRight(type, tree, path, found, settings);
        problems.addAll(found);
        return found.isEmpty() ? bound : Optional.empty();
    }

    /**
     * Reads a record from a tree without those entries of maps with keys of the user's own that are wrong, so that
     * further mistakes can be found.
     *
     * @return the record; empty where something else is wrong
     */
    public static <T> Optional<T> bindWhatIsRight(
            Class<T> type, Tree tree, String path, Problems problems, Settings settings) {
        return Optional.ofNullable(type.cast(of(type).bind(tree, new BindContext(path, false, problems, settings))));
    }

    /** Writes a record in full: every default, canonical names and numbers, nulls left out. */
    public static <T> Tree write(Class<T> type, T value) {
        return of(type).write(value);
    }

    /**
     * What a written tree is identified by: all of it but the settings that
     * {@linkplain gridrun.component.Default#identifies came later} and stand at their defaults, and those that
     * {@linkplain gridrun.component.Unidentified change no result}.
     *
     * @param tree as {@link #write} makes it; keys may be absent
     */
    public static Tree identifying(Class<?> type, Tree tree) {
        return Identifying.of(of(type), tree);
    }

    /**
     * Writes a tree in full: defaults, nulls, canonical names and numbers, every given value with its own origin.
     *
     * @param tree what binds as this type without a problem
     */
    public static Tree complete(Class<?> type, Tree tree) {
        return Completion.of(of(type), tree, false);
    }

    /** The value, or null where something is wrong, which has been noted. */
    abstract Object bind(Tree tree, BindContext place);

    /** The canonical tree of a value that is not null. */
    abstract Tree write(Object value);

    /** What stands in a map under a key; null where nothing does, or nothing is known of it. */
    Schema below(String key) {
        return null;
    }

    /** What is right here, as in "a whole number". */
    abstract String expected();

    static String shown(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.isNull() ? "nothing" : "'" + scalar.text() + "'";
        }
        return tree instanceof Tree.Sequence ? "a list" : "a map";
    }

    final Object wrong(Tree tree, BindContext place) {
        place.wrong(tree.origin(), "expected " + expected() + ", not " + shown(tree));
        return null;
    }

    /** Where a map or a list is wanted, a text or a map may be lines of one that YAML takes for something else. */
    final Object wrongParts(Tree tree, BindContext place) {
        Optional<String> mistake =
                tree instanceof Tree.Scalar word ? YamlMistakes.ofText(word.text())
                        : Optional.empty();
        mistake.ifPresent(message -> place.problems().add(tree.origin(), message));
        boolean told = mistake.isPresent() || tree instanceof Tree.Mapping map && tellItems(map, place);
        return told ? null : wrong(tree, place);
    }

    /** Tells keys that are items of a list without the blank behind their dash; false where there is none. */
    static boolean tellItems(Tree.Mapping map, BindContext place) {
        List<String> items =
                map.entries().keySet().stream().filter(key -> YamlMistakes.ofItem(key).isPresent()).toList();
        items.forEach(key -> place.problems().add(map.entries().get(key).keyOrigin(),
                YamlMistakes.ofItem(key).orElseThrow()));
        return !items.isEmpty();
    }

    private static Schema make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() != Map.class) {
                return new ListSchema(of(arguments[0]), generic.getRawType() == Set.class);
            }
            Class<?> keys = (Class<?>) arguments[0];
            return SettingKey.class.isAssignableFrom(keys)
                    ? new KeyedSchema(keys, of(arguments[1])) : new MapSchema(keys, of(arguments[1]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Tree.class) {
            return new TreeSchema();
        }
        if (raw.isEnum()) {
            return new EnumSchema(raw);
        }
        if (raw.isSealed()) {
            return ShapeSchema.isMeant(raw) ? new ShapeSchema(raw) : new VariantSchema(raw);
        }
        if (raw.isAnnotationPresent(Bare.class)) {
            return new BareSchema(raw);
        }
        if (!raw.isRecord() || raw == FilePath.class) {
            return new ScalarSchema(raw);
        }
        boolean parsed = Stream.of(raw.getMethods()).anyMatch(method -> Modifier.isStatic(method.getModifiers())
                && method.getName().equals("parse") && method.getReturnType() == raw);
        return parsed ? new TextSchema(raw) : new RecordSchema(raw);
    }
}
