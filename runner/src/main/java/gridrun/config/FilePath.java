package gridrun.config;

import gridrun.component.Bare;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file that an experiment file names.
 *
 * <p>It is written, and so hashed, as it was given: where on a machine the file lies says nothing about a run.
 *
 * @param written as the file has it
 * @param path absolute; what was given relative is relative to the directory of the file it stands in
 */
public record FilePath(String written, Path path) {

    /** Asked for every run of a plan, for which reflection is too slow. */
    private static final ClassValue<List<Parameter>> PARAMETERS = new ClassValue<>() {

        @Override
        protected List<Parameter> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Parameter::new).toList();
        }
    };

    /** The files that a record names, by the keys that name them. */
    public static Map<String, Path> in(Record settings) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Parameter parameter : PARAMETERS.get(settings.getClass())) {
            Object value = parameter.of(settings);
            if (value instanceof FilePath file) {
                files.put(parameter.name(), file.path());
            } else if (value instanceof Record bare && bare.getClass().isAnnotationPresent(Bare.class)) {
                in(bare).values().forEach(path -> files.put(parameter.name(), path));
            }
        }
        return files;
    }

    /** Why a text is no path, as a user reads it. */
    public static String reason(InvalidPathException e) {
        boolean unmappable = e.getReason().startsWith("Malformed input");
        return unmappable ? "it " + unreadable() : e.getReason();
    }

    /** What is to be said of a name, or a text, that the encoding of the locale does not have. */
    public static String unreadable() {
        String encoding = System.getProperty("sun.jnu.encoding");
        return "has characters that are not in this locale's encoding, %s; %s".formatted(encoding,
                encoding.equals("UTF-8") ? "give it another name" : "set LC_ALL=C.UTF-8");
    }

    @Override
    public String toString() {
        return written;
    }
}
