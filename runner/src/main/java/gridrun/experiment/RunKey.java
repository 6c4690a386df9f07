package gridrun.experiment;

import gridrun.metric.Metric;
import gridrun.random.RunSeeds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The identity of a run's result: the same key, the same numbers, bit for bit. */
public final class RunKey {

    private RunKey() {
    }

    /**
     * Returns the key in hexadecimal.
     *
     * @param fold the fold, from 1; 0 where there are none
     * @param dataFingerprint of the content that the data set really has
     * @param numericsVersion of the engine's arithmetic
     * @param asked what is measured without being usual: part of the result, and of no configuration
     */
    public static String of(
            String configId, RunSeeds seeds, int fold, String dataFingerprint, int numericsVersion,
            List<Metric> asked) {
        Stream<String> numbers = Stream.of(
                configId, seeds.toString(), dataFingerprint, Integer.toString(numericsVersion));
        Stream<String> folds = fold == 0 ? Stream.empty() : Stream.of("fold " + fold);
        Stream<String> metrics = asked.stream().map(Metric::name).sorted();
        return Identity.sha256(Stream.of(numbers, folds, metrics).flatMap(part -> part)
                .collect(Collectors.joining("\n")));
    }
}
