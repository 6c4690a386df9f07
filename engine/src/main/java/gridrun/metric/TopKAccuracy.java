package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Named;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset.Task;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of examples whose class is among the k of the largest outputs, of more than k classes; its name has the
 * number, {@code top_5_accuracy}. Of equal outputs that of the later class comes first, as in scikit-learn.
 *
 * <p>Source: Russakovsky et al., ImageNet large scale visual recognition challenge, 2015.
 *
 * <p>Example: {@code train: {metrics: [top_3_accuracy]}}
 *
 * @param k how many outputs count
 */
@Named(value = "top_k_accuracy", numbered = TopKAccuracy.NUMBERED)
public record TopKAccuracy(@Default("5") int k) implements Metric {

    /** The names that have the number. */
    static final String NUMBERED = "top_([1-9]\\d{0,8})_accuracy";

    private static final Pattern NAME = Pattern.compile(NUMBERED);

    public TopKAccuracy {
        Check.positive("k", k);
    }

    @Override
    public String name() {
        return "top_" + k + "_accuracy";
    }

    @Override
    public Optional<Metric> named(String name) {
        if (!name.startsWith("top_")) { // most names need no regular expression
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new TopKAccuracy(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String pattern() {
        return NUMBERED;
    }

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.SCORES;
    }

    @Override
    public boolean suits(Task task) {
        return task.classes() > Math.max(2, k);
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Hits hits = tallies.own(new Hits(k));
        return () -> (double) hits.count / tallies.examples();
    }

    private static final class Hits implements Tally {

        private final int k;
        private long count;

        Hits(int k) {
            this.k = k;
        }

        @Override
        public void begin() {
            count = 0;
        }

        @Override
        public void archive(Archive archive) {
            count = archive.whole("hits", count);
        }

        @Override
        public void add(Batch batch) {
            for (int row = 0; row < batch.objective().size(); row++) {
                count += ahead(batch, row, BatchClasses.target(batch, row)) < k ? 1 : 0;
            }
        }

        /** The classes that come before one; of no number all do. */
        private static int ahead(Batch batch, int row, int c) {
            int classes = batch.scores().columns();
            double score = batch.scores().get(row * classes + c);
            int ahead = 0;
            for (int other = 0; other < classes; other++) {
                double another = batch.scores().get(row * classes + other);
                boolean behind = another < score || another == score && other <= c;
                ahead += behind ? 0 : 1;
            }
            return ahead;
        }
    }
}
