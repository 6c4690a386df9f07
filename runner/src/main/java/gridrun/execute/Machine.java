package gridrun.execute;

import gridrun.kernel.Kernels;
import gridrun.tracking.Tags;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run's numbers do not depend on, and people want to know all the same: the machine and the JDK. */
final class Machine {

    private Machine() {
    }

    static Map<String, String> tags(Kernels kernels, int threads) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(Tags.JDK, Runtime.version().toString());
        tags.put("gridrun.jvm", System.getProperty("java.vm.name"));
        tags.put(Tags.KERNELS, kernels.description());
        tags.put("gridrun.os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        tags.put("gridrun.cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        tags.put("gridrun.threads", Integer.toString(threads));
        return tags;
    }
}
