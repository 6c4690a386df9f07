package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Which processor this is, and of which kind: how many bits it computes at a time, whatever vectors it offers. */
public final class Processor {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";
    static final String CEILING = "fma_ceiling/";
    /** Twice the bits are twice the operations, or, where the processor splits them, about as many as before. */
    private static final double WIDER = 1.3;

    private Processor() {
    }

    /** The model as the system tells it, or just the architecture. */
    public static String model() {
        try {
            return Files.readAllLines(CPUINFO).stream().filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(architecture());
        } catch (IOException notLinux) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }

    /**
     * The kind in words, such as "computes 256 bits at a time and splits operations of 512"; empty where the rows have
     * no ceilings to compare.
     */
    public static String kind(List<Measurement> rows) {
        TreeMap<Integer, Double> ceilings = new TreeMap<>();
        rows.stream().filter(row -> row.name().startsWith(CEILING))
                .forEach(row -> ceilings.put(Integer.valueOf(row.name().substring(CEILING.length())), row.value()));
        if (ceilings.size() < 2) {
            return "";
        }
        int whole = ceilings.firstKey();
        while (ceilings.higherKey(whole) != null
                && ceilings.higherEntry(whole).getValue() > WIDER * ceilings.get(whole)) {
            whole = ceilings.higherKey(whole);
        }
        String computes = "computes %d bits at a time".formatted(whole);
        return whole == ceilings.lastKey() ? computes
                : computes + " and splits operations of " + ceilings.lastKey();
    }
}
