package gridrun.store;

import gridrun.metric.Goal;
import gridrun.metric.MeanLoss;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.text.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** What a row's epoch is, added up. */
    private static final int IS_BEST = 1;
    private static final int IS_LAST = 2;
    private static final int IS_KEPT = 4;

    /** A metric's place among those that are known counts above them, and a run's number above that: one column. */
    private static final int METRIC = 8;
    private static final int RUN = METRIC << 16;
    /** The place of metrics that are not among them. */
    private static final int UNKNOWN = RUN / METRIC - 1;

    private final Sql sql;
    private final String runs;
    private final long of;

    /**
     * @param runs a query of the runs' entries
     * @param of its parameter
     */
    Summary(Sql sql, String runs, long of) {
        this.sql = sql;
        this.runs = runs;
        this.of = of;
    }

    /** What a metric is called in a summary; null where it is not shown so. */
    private record Names(String best, String last, String kept, String fact) {

        static Names of(String metric) {
            return Quantity.isFigureOfMerit(metric)
                    ? new Names(new Quantity(Moment.BEST, metric).name(), new Quantity(Moment.FINAL, metric).name(),
                            new Quantity(Moment.KEPT, metric).name(), null)
                    : new Names(null, null, null, Quantity.isFact(metric) ? metric : null);
        }

        private boolean isShown() {
            return best != null || fact != null;
        }

        /** Puts a metric's value of an epoch under the names that it has as such. */
        void put(Map<String, Double> summary, ResultSet row, long epoch) throws SQLException {
            if (isShown()) {
                Double value = Queries.value(row, 2);
                put(summary, best, value, (epoch & IS_BEST) != 0);
                put(summary, last, value, (epoch & IS_LAST) != 0);
                put(summary, kept, value, (epoch & IS_KEPT) != 0);
                put(summary, fact, value, true);
            }
        }

        private static void put(Map<String, Double> summary, String name, Double value, boolean counts) {
            if (name != null && counts) {
                summary.put(name, value);
            }
        }
    }

    /**
     * What tables show of each run that has recorded something, by name: {@code best.*}, {@code kept.*},
     * {@code final.*} and {@code best_epoch}, and beside them what the run itself recorded once: {@code test_*},
     * {@code baseline.*} and its epochs.
     *
     * @param ranked what is asked
     * @param goal which way of it is better
     */
    Map<Long, Map<String, Double>> of(Quantity ranked, Goal goal) throws SQLException {
        // Infinite values cannot be best, and NaN is NULL.
        String best =
                "SELECT step FROM metric WHERE entry = r.run AND key = %s AND ABS(value) <= 1.7976931348623157e308 "
                        + "ORDER BY value " + (goal == Goal.MAXIMIZE ? "DESC" : "ASC") + ", step LIMIT 1";
        String last = "SELECT MAX(step) FROM metric WHERE entry = r.run AND key = %s";
        List<String> ofOne = sql.list("SELECT DISTINCT key FROM metric WHERE entry = (SELECT * FROM (" + runs
                + ") LIMIT 1)", row -> row.getString(1), of);
        List<String> shown = ofOne.stream().filter(Summary::isShown).limit(UNKNOWN).toList();
        // A third of all rows need not be read.
        List<String> hidden = ofOne.stream().filter(metric -> !isShown(metric)).toList();
        Rows rows = new Rows(shown);
        // Thousands of rows: as few as can be, and of each a number in place of a text. Numbers by %s: %d writes the
        // digits of the user's language.
        sql.each("""
                WITH r(run) AS (%s), at AS MATERIALIZED (
                  SELECT run, COALESCE((%s), (%s)) AS best, (%s) AS last, (%s) AS kept FROM r),
                  known AS MATERIALIZED (SELECT key AS place, value AS metric FROM json_each(?6))
                SELECT run * %s + COALESCE(place, %s) * %s
                  + (m.step IS best) * %s + (m.step IS last) * %s + (m.step IS kept) * %s, m.value, m.step, m.key
                FROM at JOIN metric m ON m.entry = run AND m.step IN (0, best, last, kept)
                  AND m.key NOT IN (SELECT value FROM json_each(?7))
                LEFT JOIN known ON metric = m.key""".formatted(runs,
                best.formatted("?2"), best.formatted("?3"), last.formatted("?4"), last.formatted("?5"),
                RUN, UNKNOWN, METRIC, IS_BEST, IS_LAST, IS_KEPT),
                rows::add, of, ranked.epochMetric(true), ranked.epochMetric(false), LOSS, KEPT_EPOCH, json(shown),
                json(hidden));
        return rows.summaries;
    }

    private static boolean isShown(String metric) {
        return Names.of(metric).isShown();
    }

    private static String json(List<String> texts) {
        return texts.stream().map(Quoted::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** Puts rows together, of which those of a run follow each other. */
    private static final class Rows {

        private final Map<Long, Map<String, Double>> summaries = new HashMap<>();
        private final List<Names> known;
        private final Map<String, Names> others = new HashMap<>();
        private long run = -1;
        private Map<String, Double> summary = Map.of();

        Rows(List<String> known) {
            this.known = known.stream().map(Names::of).toList();
        }

        void add(ResultSet row) throws SQLException {
            long code = row.getLong(1);
            if (code / RUN != run) {
                run = code / RUN;
                summary = summaries.computeIfAbsent(run, one -> new HashMap<>());
            }
            if ((code & IS_BEST) != 0 && !summary.containsKey(BEST_EPOCH)) {
                summary.put(BEST_EPOCH, row.getDouble(3));
            }
            int place = (int) (code % RUN / METRIC);
            Names names = place == UNKNOWN ? others.computeIfAbsent(row.getString(4), Names::of) : known.get(place);
            names.put(summary, row, code);
        }
    }
}
