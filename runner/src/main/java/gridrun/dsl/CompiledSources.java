package gridrun.dsl;

import gridrun.config.CustomClasses;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.dsl.phrase.SourceLoader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java file and those beside it that it names, compiled in memory. */
final class CompiledSources extends ClassLoader implements SourceLoader {

    /** A symbol that is not found is told in three lines; more are about methods that do not fit. */
    private static final int MOST_LINES = 3;
    private static final String REASON = "reason:";

    private final Path directory;
    private final Map<String, byte[]> classes;

    private CompiledSources(Path directory, Map<String, byte[]> classes) {
        super(CustomClasses.loader());
        this.directory = directory;
        this.classes = classes;
    }

    /** Compiles a file; empty where it does not, which is then among the problems, each with line and column. */
    static Optional<CompiledSources> of(Path file, Problems problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Map<String, byte[]> classes = new LinkedHashMap<>();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT,
                StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-g", "-Xlint:none", "-classpath",
                    classPath(), "-sourcepath", directory.toAbsolutePath().toString());
            boolean compiled = compiler.getTask(null, new InMemory(files, classes), found, options, null,
                    files.getJavaFileObjects(file)).call();
            found.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .forEach(each -> problems.add(origin(file, each), message(each)));
            return compiled ? Optional.of(new CompiledSources(directory, classes)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Stream.concat(Stream.of(System.getProperty("java.class.path")),
                CustomClasses.added().stream().map(Path::toString)).collect(Collectors.joining(File.pathSeparator));
    }

    /** What the compiler says on one line, with simple names; of methods that do not fit, that and why. */
    private static String message(Diagnostic<?> found) {
        List<String> lines = found.getMessage(Locale.ROOT).replaceAll("\\b[a-z]\\w*(\\.[a-z]\\w*)*\\.(?=[A-Z])", "")
                .lines().map(String::strip).toList();
        if (lines.size() <= MOST_LINES) {
            return String.join(", ", lines).replaceAll(" +", " ");
        }
        return lines.stream().filter(line -> line.startsWith(REASON)).findFirst()
                .map(line -> lines.get(0).replaceAll("[;:]$", "") + ":" + line.substring(REASON.length()))
                .orElse(lines.get(0));
    }

    private static Origin origin(Path file, Diagnostic<? extends JavaFileObject> found) {
        if (found.getSource() == null || found.getLineNumber() == Diagnostic.NOPOS) {
            return Origin.file(file.toString());
        }
        Path source = Path.of(found.getSource().toUri());
        Path shown = source.equals(file.toAbsolutePath()) ? file
                : Optional.ofNullable(file.getParent()).orElse(Path.of("")).resolve(source.getFileName());
        try {
            String text = found.getSource().getCharContent(true).toString();
            int start = text.lastIndexOf('\n', Math.max(0, (int) found.getPosition() - 1)) + 1;
            int end = text.indexOf('\n', (int) found.getPosition());
            String line = text.substring(Math.min(start, text.length()), end < 0 ? text.length() : end).stripTrailing();
            long width = Math.max(1, Math.min(found.getEndPosition(), start + line.length()) - found.getPosition());
            return new Origin(shown.toString(), (int) found.getLineNumber(), (int) found.getPosition() - start + 1,
                    (int) width, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class of this name, in whatever package. */
    Optional<Class<?>> named(String simpleName) {
        return classes.keySet().stream().filter(name -> name.equals(simpleName) || name.endsWith("." + simpleName))
                .findFirst().<Class<?>>map(name -> {
                    try {
                        return loadClass(name);
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public Path source(String fileName) {
        return directory.resolve(fileName);
    }

    /** Keeps what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, byte[]> classes;

        InMemory(StandardJavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String name,
                JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {

                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {

                        @Override
                        public void close() {
                            classes.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
