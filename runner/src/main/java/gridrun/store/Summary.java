package gridrun.store;

import gridrun.metric.Goal;
import gridrun.metric.MeanLoss;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures that sum a run up, read off its epochs whenever they are asked for.
 *
 * <p>Which epoch is best depends on the metric that a sweep ranks by. Sweeps that share a run may rank by different
 * ones, so nothing of it is stored with the run.
 */
final class Summary {

    /** The epoch whose weights the run kept; recorded when it is completed. */
    static final String KEPT_EPOCH = "kept_epoch";
    private static final String BEST_EPOCH = "best_epoch";

    /** Recorded in every epoch of every run. */
    private static final String LOSS = MeanLoss.NAME;

    private final Sql sql;
    private final long run;

    Summary(Sql sql, long run) {
        this.sql = sql;
        this.run = run;
    }

    /**
     * What tables show, by name: {@code best.*}, {@code kept.*}, {@code final.*} and {@code best_epoch}, and beside
     * them what the run itself recorded once: {@code test_*}, {@code baseline.*} and its epochs.
     *
     * @param ranked what is asked
     * @param goal which way of it is better
     */
    Map<String, Double> of(Quantity ranked, Goal goal) throws SQLException {
        String validation = ranked.epochMetric(true);
        Optional<Long> best = bestEpoch(validation, goal);
        if (best.isEmpty() && !ranked.epochMetric(false).equals(validation)) {
            best = bestEpoch(ranked.epochMetric(false), goal);
        }
        Optional<Long> last = step("SELECT MAX(step) FROM metric WHERE entry = ? AND key = ?", LOSS);
        Optional<Long> kept = step("SELECT MAX(step) FROM metric WHERE entry = ? AND key = ?", KEPT_EPOCH);
        Map<String, Double> summary = new TreeMap<>();
        best.ifPresent(epoch -> summary.put(BEST_EPOCH, (double) epoch));
        record At(String key, long step, double value) {
        }
        for (At at : sql.list("SELECT key, step, value FROM metric WHERE entry = ? AND step IN (0, ?, ?, ?)",
                row -> new At(row.getString(1), row.getLong(2), Queries.value(row)),
                run, best.orElse(0L), last.orElse(0L), kept.orElse(0L))) {
            if (!Quantity.isFigureOfMerit(at.key)) {
                if (Quantity.isFact(at.key)) {
                    summary.put(Queries.shared(at.key), at.value);
                }
                continue;
            }
            put(summary, Moment.BEST, at.key, at.value, best.filter(epoch -> epoch == at.step));
            put(summary, Moment.FINAL, at.key, at.value, last.filter(epoch -> epoch == at.step));
            put(summary, Moment.KEPT, at.key, at.value, kept.filter(epoch -> epoch == at.step));
        }
        return summary;
    }

    private static void put(Map<String, Double> summary, Moment moment, String metric, double value,
            Optional<Long> epoch) {
        epoch.ifPresent(at -> summary.put(Queries.shared(new Quantity(moment, metric).name()), value));
    }

    /** Infinite values cannot be best, and NaN is NULL. */
    private Optional<Long> bestEpoch(String metric, Goal goal) throws SQLException {
        return step("SELECT step FROM metric WHERE entry = ? AND key = ? AND ABS(value) <= 1.7976931348623157e308 "
                + "ORDER BY value " + (goal == Goal.MAXIMIZE ? "DESC" : "ASC") + ", step LIMIT 1", metric);
    }

    private Optional<Long> step(String query, String key) throws SQLException {
        return sql.first(query, row -> {
            long step = row.getLong(1);
            return row.wasNull() ? Optional.<Long>empty() : Optional.of(step);
        }, run, key).flatMap(step -> step);
    }
}
