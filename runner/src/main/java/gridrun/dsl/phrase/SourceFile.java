package gridrun.dsl.phrase;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The source of a class, if it is at hand.
 *
 * @param name as errors show it
 * @param lines none where it is not at hand
 */
record SourceFile(String name, List<String> lines) {

    private static final Map<Class<?>, SourceFile> KNOWN = new WeakHashMap<>();
    private static final List<Path> ROOTS = List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of(""));
    /** From target/classes up to a project. */
    private static final int STEPS_UP = 4;

    /** The source of a class, looked for once. */
    static synchronized SourceFile of(Class<?> type, String fileName) {
        SourceFile known = KNOWN.get(type);
        if (known == null) {
            known = find(type, fileName == null ? type.getSimpleName() + ".java" : fileName);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** A line, from 1; empty where there is none. */
    String line(int number) {
        return number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static SourceFile find(Class<?> type, String name) {
        if (type.getClassLoader() instanceof SourceLoader loader) {
            Path file = loader.source(name);
            return new SourceFile(file.toString(), read(file));
        }
        Path start = home(type);
        if (start != null && start.endsWith(name)) {
            return new SourceFile(name, read(start)); // java LrSweep.java
        }
        Path inRoot = Path.of(type.getPackageName().replace('.', '/')).resolve(name);
        Path at = start;
        for (int i = 0; at != null && i < STEPS_UP; i++, at = at.getParent()) {
            for (Path root : ROOTS) {
                Path file = at.resolve(root).resolve(inRoot);
                if (Files.isRegularFile(file)) {
                    return new SourceFile(name, read(file));
                }
            }
        }
        return new SourceFile(name, List.of());
    }

    /** Where the class comes from: a directory, a jar or a source; null where that is no file. */
    private static Path home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // a class from a network, say
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // errors name the line all the same
        }
    }
}
