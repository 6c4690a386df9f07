package gridrun.execute;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * Has whoever calls a vector kernel wait while it is compiled.
 *
 * <p>Until HotSpot's optimizing compiler is through with a kernel, each of its vectors is an object, and it takes a
 * hundred times as long. Callers that go on meanwhile get little done, make garbage by the gigabyte, and keep the
 * compiler from a processor.
 */
final class ForegroundCompilation {

    private static final String DIRECTIVE =
            "[{match: [\"gridrun/kernel/vector/*.*\"], BackgroundCompilation: false}]";

    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private ForegroundCompilation() {
    }

    /** Asks for it once a process, beside other work: management's classes take a while. Needs HotSpot. */
    static void ask() {
        if (ASKED.compareAndSet(false, true)) {
            Thread asking = new Thread(ForegroundCompilation::tell, "gridrun-compilation");
            asking.setDaemon(true);
            asking.start();
        }
    }

    static void tell() {
        System.Logger log = System.getLogger(ForegroundCompilation.class.getName());
        try {
            Path file = Files.createTempFile("gridrun", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                log.log(Level.DEBUG, ManagementFactory.getPlatformMBeanServer().invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"), "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}}, new String[] {String[].class.getName()}));
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | JMRuntimeException e) {
            log.log(Level.DEBUG, "Kernels are compiled in the background", e);
        }
    }
}
