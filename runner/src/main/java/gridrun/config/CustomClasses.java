package gridrun.config;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where classes of components are that are not Gridrun's own: those that a program gave, then the class path and what
 * was added to it.
 *
 * <p>Of the process, as its class path is. Safe for use by several threads.
 */
public final class CustomClasses {

    private static final Pattern QUALIFIED = Pattern.compile("([\\p{L}_$][\\w$]*\\.)+[\\p{L}_$][\\w$]*");
    private static final Map<String, Class<?>> GIVEN = new ConcurrentHashMap<>();
    private static final List<Path> ADDED = new ArrayList<>();
    private static volatile ClassLoader loader = CustomClasses.class.getClassLoader();

    private CustomClasses() {
    }

    /** Has a class found by its name, wherever it was loaded from; a class that was given later replaces it. */
    public static void give(Class<?> type) {
        GIVEN.put(type.getName(), type);
    }

    /** Adds jars and directories of classes to the class path, once each. */
    public static synchronized void search(List<Path> path) {
        List<Path> fresh = path.stream().map(entry -> entry.toAbsolutePath().normalize())
                .filter(entry -> !ADDED.contains(entry)).distinct().toList();
        if (!fresh.isEmpty()) {
            loader = new URLClassLoader(fresh.stream().map(CustomClasses::url).toArray(URL[]::new), loader);
            ADDED.addAll(fresh);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is a URL", e);
        }
    }

    /** What was added to the class path. */
    public static synchronized List<Path> added() {
        return List.copyOf(ADDED);
    }

    /** Knows the class path and what was added to it. */
    public static ClassLoader loader() {
        return loader;
    }

    /** Whether a word can be nothing but the name of a class in a package. */
    static boolean isQualified(String word) {
        return QUALIFIED.matcher(word).matches();
    }

    /** Whether a program gave a class of this name, be it one that no file can name. */
    static boolean isGiven(String word) {
        return GIVEN.containsKey(word);
    }

    /** A regular expression for the names of classes in packages. */
    public static String pattern() {
        return "([A-Za-z_$][\\w$]*\\.)+[A-Za-z_$][\\w$]*";
    }

    /** Whether the class of a name can be a component: a record with a version that implements this interface. */
    public static boolean isRight(String name, Class<?> type) {
        return new CustomVariants(type).mistake(name).isEmpty();
    }

    /**
     * The class of a name.
     *
     * @return empty where there is none
     * @throws LinkageError if there is one that cannot be loaded
     */
    static Optional<Class<?>> find(String name) {
        Class<?> given = GIVEN.get(name);
        if (given != null) {
            return Optional.of(given);
        }
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (NoClassDefFoundError e) {
            if (e.getMessage() != null && e.getMessage().contains("wrong name")) {
                return Optional.empty(); // on a file system that tells no capitals from small letters
            }
            throw e;
        }
    }
}
