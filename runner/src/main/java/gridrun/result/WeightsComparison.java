package gridrun.result;

import gridrun.store.Facts;
import gridrun.store.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the weights that runs ended with, to find out whether runs that are trained again end with the same. */
public final class WeightsComparison {

    private final Map<String, String> before = new LinkedHashMap<>();

    /** Remembers the weights of those runs that have a result. */
    public WeightsComparison(List<Run> runs) {
        runs.stream().filter(Run::hasResult).filter(run -> run.facts().containsKey(Facts.WEIGHTS_SHA256))
                .forEach(run -> before.put(run.runKey(), run.facts().get(Facts.WEIGHTS_SHA256)));
    }

    /** Those that ended with the same weights, bit for bit. */
    public long same(List<Run> runs) {
        return runs.stream().filter(run -> isRepeated(run) && weights(run).equals(before.get(run.runKey()))).count();
    }

    /** Those that ended with other weights, which must not be. */
    public List<Run> different(List<Run> runs) {
        return runs.stream().filter(run -> isRepeated(run) && !weights(run).equals(before.get(run.runKey()))).toList();
    }

    private boolean isRepeated(Run run) {
        return run.hasResult() && before.containsKey(run.runKey());
    }

    private static String weights(Run run) {
        return run.facts().get(Facts.WEIGHTS_SHA256);
    }
}
