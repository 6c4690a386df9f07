package gridrun.execute;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/** What HotSpot's optimizing compiler is told while a process runs. Another virtual machine goes on without. */
public enum CompilerDirective {

    /**
     * Whoever calls a vector kernel waits while it is compiled.
     *
     * <p>Until the compiler is through with a kernel, each of its vectors is an object, and it takes a hundred times as
     * long. Callers that go on meanwhile get little done, make garbage by the gigabyte, and keep the compiler from a
     * processor.
     */
    CALLERS_OF_KERNELS_WAIT("BackgroundCompilation: false", List.of("gridrun/kernel/vector/*")),

    /**
     * It compiles vector operations as parts of kernels only, and none by itself.
     *
     * <p>By itself it takes an operator for the kind that came first, and notes a mistake with each that is of another.
     * These notes count in every kernel, once for each operation in it. From a hundred on a kernel makes no assumption
     * about classes any more, so that its last operations are calls, its vectors objects, and a step takes two to ten
     * times as long: of processes that train 784-128-10 half did.
     */
    OPERATIONS_ARE_PARTS_OF_KERNELS("c2: {Exclude: true}", List.of("jdk/incubator/vector/VectorOperators*",
            "jdk/incubator/vector/*.opCode", "jdk/incubator/vector/*.lanewise*")),

    /**
     * It leaves alone what surrounds training: it would take more time than it saves in the seconds that a small
     * experiment lasts, and a core that could train. What computes over many numbers is not among these, nor what
     * reads data, nor anything of the user's.
     */
    SURROUNDINGS_ARE_BRIEF("c2: {Exclude: true}", List.of(
            "gridrun/chart/*", "gridrun/cli/*", "gridrun/config/*", "gridrun/experiment/*", "gridrun/http/*",
            "gridrun/page/*", "gridrun/plan/*", "gridrun/plot/*", "gridrun/report/*", "gridrun/result/*",
            "gridrun/session/*", "gridrun/store/*", "gridrun/text/*", "gridrun/tracking/*",
            "com/sun/imageio/*", "j2html/*", "java/*", "jdk/internal/misc/*", "jdk/internal/net/*",
            "jdk/internal/org/*", "jdk/internal/reflect/*", "jdk/internal/util/*", "org/apache/*", "org/jfree/*",
            "org/mlflow/*", "org/mlflow_project/*", "org/sqlite/*", "org/yaml/*", "sun/awt/*", "sun/font/*",
            "sun/invoke/*", "sun/java2d/*", "sun/net/*", "sun/nio/*", "sun/util/*"));

    private final String text;
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param patterns of classes, or of classes and methods with a point between */
    CompilerDirective(String effect, List<String> patterns) {
        text = patterns.stream().map(pattern -> '"' + pattern + (pattern.contains(".") ? "" : ".*") + '"')
                .collect(Collectors.joining(", ", "[{match: [", "], " + effect + "}]"));
    }

    /** Asks for it once a process, beside other work: management's classes take a while. */
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            Thread asking = new Thread(this::tell, "gridrun-compilation");
            asking.setDaemon(true);
            asking.start();
        }
    }

    void tell() {
        System.Logger log = System.getLogger(CompilerDirective.class.getName());
        try {
            Path file = Files.createTempFile("gridrun", ".json");
            try {
                file.toFile().deleteOnExit(); // a command may end before this thread
                Files.writeString(file, text);
                log.log(Level.DEBUG, ManagementFactory.getPlatformMBeanServer().invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"), "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}}, new String[] {String[].class.getName()}));
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | JMRuntimeException | IllegalStateException | LinkageError e) {
            // The last two are of a process that is ending already, and takes no more to be done at its end.
            log.log(Level.DEBUG, this + " cannot be told", e);
        }
    }
}
