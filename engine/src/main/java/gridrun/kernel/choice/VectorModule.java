package gridrun.kernel.choice;

/**
 * Makes the JDK's incubating vector module available where the command line did not ask for it.
 *
 * <p>{@code Modules.loadModule} is what the JVM itself uses to add a system module late; the manifest of
 * {@code runner.jar} exports it to us ({@code Add-Exports: java.base/jdk.internal.module}). This class mentions no type
 * of the module, for it is there before the module is.
 */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Returns whether the module is there, loading it if need be. */
    static boolean load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules").getMethod("loadModule", String.class).invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException | RuntimeException refused) {
            return false;
        }
    }
}
