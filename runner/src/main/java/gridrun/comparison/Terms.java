package gridrun.comparison;

import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.store.Facts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How configurations are compared, and what of them is shown.
 *
 * @param baseline what all are compared with; null for the best
 * @param confidence of intervals and claims, between 0 and 1
 * @param test the paired test
 * @param interval how intervals are found
 * @param shown further figures in tables; empty for those of the ranked metric at other moments
 * @param race by which configurations get their seeds; null where all get the same
 * @param pairing which of their runs are pairs
 */
public record Terms(Selector baseline, double confidence, PairedTest.Choice test, MeanInterval.Method interval,
        List<Quantity> shown, RaceTerms race, Pairing pairing) {

    /** With the best, by the paired t-test and its intervals, at 95 %. */
    public static final Terms USUAL = new Terms(null, 0.95, PairedTest.Choice.T, MeanInterval.Method.T,
            List.of(), null, Pairing.WITHIN_A_SWEEP);

    private static final String BASELINE = "comparison.baseline";
    private static final String CONFIDENCE = "comparison.confidence";
    private static final String TEST = "comparison.paired_test";
    private static final String INTERVAL = "comparison.interval";
    private static final String SHOWN = "comparison.shown";

    public Terms {
        shown = List.copyOf(shown);
    }

    /** The same with other figures in tables. */
    public Terms showing(List<Quantity> figures) {
        return new Terms(baseline, confidence, test, interval, figures, race, pairing);
    }

    /**
     * How configurations of several sweeps are compared: as all of them say, and as usual where they do not say the
     * same. No sweep's race was one of all.
     */
    public static Terms between(List<Terms> all) {
        return new Terms(alike(all, Terms::baseline, USUAL.baseline), alike(all, Terms::confidence, USUAL.confidence),
                alike(all, Terms::test, USUAL.test), alike(all, Terms::interval, USUAL.interval),
                alike(all, Terms::shown, USUAL.shown), null, Pairing.BETWEEN_SWEEPS);
    }

    /** What a file's sweep can say of the comparison, and these do not say alike. */
    public static List<String> differing(List<Terms> all) {
        return Stream.of(BASELINE, CONFIDENCE, TEST, INTERVAL)
                .filter(name -> all.stream().map(terms -> terms.texts().getOrDefault(name, "")).distinct().count() > 1)
                .map(name -> name.substring(name.indexOf('.') + 1)).toList();
    }

    private static <T> T alike(List<Terms> all, Function<Terms, T> of, T usual) {
        T first = of.apply(all.get(0));
        return all.stream().allMatch(terms -> Objects.equals(of.apply(terms), first)) ? first : usual;
    }

    /** The same in a race; null for none. */
    public Terms in(RaceTerms other) {
        return new Terms(baseline, confidence, test, interval, shown, other, pairing);
    }

    /**
     * Where the mean of a figure is; empty of fewer than two values. An interval ends where the metric's range does: no
     * mean of accuracies is above 1.
     *
     * @param figure such as {@code best.val_accuracy}
     * @param overlap of the training parts, n_test/n_train; 0 for independent values
     */
    public Optional<MeanInterval> interval(String figure, double[] values, double overlap) {
        Optional<MeanInterval> found = MeanInterval.of(interval, values, confidence, overlap);
        return Vocabulary.named(Quantity.of(figure).metric())
                .map(metric -> found.map(ends -> ends.within(metric.least(), metric.greatest()))).orElse(found);
    }

    /** The same with another confidence. */
    Terms at(double other) {
        return new Terms(baseline, other, test, interval, shown, race, pairing);
    }

    /** The p below which a difference is claimed: what is left of the confidence, without binary rounding. */
    public double level() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
    }

    /** As people write it: {@code 95 %}. */
    public String percent() {
        return BigDecimal.valueOf(confidence).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** What its intervals are called, and how they are found where that is unusual. */
    public String intervalName() {
        return percent() + " interval" + (interval == MeanInterval.Method.BOOTSTRAP ? " (bootstrap, BCa)" : "");
    }

    /** What of it is not usual, as texts by name, to be kept. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (baseline != null) {
            texts.put(BASELINE, baseline.toString());
        }
        if (confidence != USUAL.confidence) {
            texts.put(CONFIDENCE, Double.toString(confidence));
        }
        if (test != USUAL.test) {
            texts.put(TEST, word(test));
        }
        if (interval != USUAL.interval) {
            texts.put(INTERVAL, word(interval));
        }
        if (!shown.isEmpty()) {
            texts.put(SHOWN, shown.stream().map(Quantity::name).collect(Collectors.joining(", ")));
        }
        if (race != null) {
            texts.put(Facts.RACE, race.text());
        }
        return texts;
    }

    /** It again from its texts. */
    public static Terms of(Map<String, String> texts) {
        return new Terms(Optional.ofNullable(texts.get(BASELINE)).map(Selector::parse).orElse(null),
                Optional.ofNullable(texts.get(CONFIDENCE)).map(Double::parseDouble).orElse(USUAL.confidence),
                Optional.ofNullable(texts.get(TEST)).map(word -> PairedTest.Choice.valueOf(constant(word)))
                        .orElse(USUAL.test),
                Optional.ofNullable(texts.get(INTERVAL)).map(word -> MeanInterval.Method.valueOf(constant(word)))
                        .orElse(USUAL.interval),
                Optional.ofNullable(texts.get(SHOWN)).map(names -> Stream.of(names.split(", ")).map(Quantity::of)
                        .toList()).orElse(USUAL.shown),
                Optional.ofNullable(texts.get(Facts.RACE)).map(RaceTerms::parse).orElse(null),
                Pairing.WITHIN_A_SWEEP);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
