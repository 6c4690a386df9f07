package gridrun.config;

import gridrun.component.Default;
import gridrun.component.Version;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The records of other authors that a choice is open to, named by their classes.
 *
 * <p>Each is written with its class's name and its author's version, and both identify it. A file may say the version;
 * then it is that one or a mistake.
 */
final class CustomVariants {

    /** The key of the author's version, beside {@code type}. */
    static final String VERSION = "version";

    private final Class<?> type;
    private final Map<Class<?>, RecordSchema> records = new ConcurrentHashMap<>();

    /** @param type the interface that a record has to implement */
    CustomVariants(Class<?> type) {
        this.type = type;
    }

    /** The record of a name, which has been found to be right; null where there is none. */
    RecordSchema record(String name) {
        return CustomClasses.find(name).map(this::record).orElse(null);
    }

    RecordSchema record(Class<?> found) {
        return records.computeIfAbsent(found, RecordSchema::new);
    }

    /** Whether a word is the name of a class, or can be nothing else. */
    boolean isMeant(String word) {
        return CustomClasses.isQualified(word) || CustomClasses.isGiven(word)
                || !word.isEmpty() && Character.isUpperCase(word.charAt(0))
                        && exists(word);
    }

    private static boolean exists(String word) {
        try {
            return CustomClasses.find(word).isPresent();
        } catch (LinkageError e) {
            return true;
        }
    }

    /** What is wrong with a class as a component; empty where nothing is. */
    Optional<String> mistake(String name) {
        try {
            Optional<Class<?>> found = CustomClasses.find(name);
            return found.isEmpty()
                    ? Optional.of("there is no class " + name + " on the class path; name the jar or directory that has"
                            + " it by --class-path")
                    : mistake(found.get()).map(reason -> shown(found.get()) + " " + reason);
        } catch (LinkageError e) {
            return Optional.of("the class " + name + " cannot be loaded: " + e);
        }
    }

    /** A lambda's class has a name that nobody wrote. */
    private static String shown(Class<?> found) {
        return found.isHidden() ? "a lambda" : found.getName();
    }

    private Optional<String> mistake(Class<?> found) {
        if (!type.isAssignableFrom(found)) {
            return Optional.of("is no " + type.getSimpleName() + "; the class must implement " + type.getName());
        }
        if (!found.isRecord()) {
            return Optional.of("is no record; only a record's components can be settings");
        }
        if (version(found).isBlank()) {
            return Optional.of("has no version, by which its results are told from those of a later one; write"
                    + " @Version(\"1\") in front of the record (" + Version.class.getName() + ")");
        }
        return Stream.of(found.getRecordComponents()).map(CustomVariants::mistake).flatMap(Optional::stream)
                .findFirst();
    }

    /** What is wrong with a setting. */
    private static Optional<String> mistake(RecordComponent component) {
        String name = component.getName();
        if (name.equals(VERSION) || name.equals("type")) {
            return Optional.of("has a setting '%s', which is the name of something else; rename it".formatted(name));
        }
        try {
            Schema.of(component.getGenericType());
            Parameter parameter = new Parameter(component);
            if (!parameter.isRequired()) {
                parameter.standard();
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("has a setting '%s' of a type that no file can give: %s".formatted(name,
                    component.getGenericType().getTypeName()));
        } catch (IllegalStateException e) {
            return Optional.of("has a setting '%s' with a @Default that is no %s: %s".formatted(name,
                    component.getGenericType().getTypeName(),
                    component.getAnnotation(Default.class).value()));
        }
    }

    /** The author's version of a class; nothing where it has none. */
    static String version(Class<?> found) {
        Version version = found.getAnnotation(Version.class);
        return version == null ? "" : version.value();
    }

    /** Notes where a file asks for another version than there is; whether it does not. */
    boolean isVersion(String name, Tree asked, BindContext place) {
        String there = version(CustomClasses.find(name).orElseThrow());
        if (asked == null || asked instanceof Tree.Scalar scalar && scalar.text().equals(there)) {
            return true;
        }
        place.child(VERSION).wrong(asked.origin(), "%s is version %s, not %s".formatted(name, there,
                FlatNames.text(asked)));
        return false;
    }

    /** A map with the name and version of a value's class. */
    static Tree.Mapping start(Class<?> found) {
        return Tree.Mapping.empty(Origin.DEFAULT)
                .with("type", Origin.DEFAULT, Tree.Scalar.text(found.getName()))
                .with(VERSION, Origin.DEFAULT, Tree.Scalar.text(version(found)));
    }
}
