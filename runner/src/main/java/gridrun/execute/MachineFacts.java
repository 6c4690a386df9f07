package gridrun.execute;

import gridrun.kernel.Kernels;
import gridrun.store.Facts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run's numbers do not depend on, and people want to know all the same: the machine and the JDK. */
final class MachineFacts {

    private static final String JDK = Runtime.version().toString();
    private static final String JVM = System.getProperty("java.vm.name");
    private static final String OS = System.getProperty("os.name") + " " + System.getProperty("os.arch");

    private MachineFacts() {
    }

    static Map<String, String> of(Kernels kernels, int threads) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Facts.JDK, JDK);
        facts.put(Facts.JVM, JVM);
        facts.put(Facts.KERNELS, kernels.description());
        facts.put(Facts.OS, OS);
        facts.put(Facts.CORES, Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put(Facts.THREADS, Integer.toString(threads));
        return facts;
    }
}
