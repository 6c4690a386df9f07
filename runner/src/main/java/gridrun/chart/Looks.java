package gridrun.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The looks of configurations: a colour for each value of one axis and a dash for each of another, so that one sees
 * which lines have a value in common.
 */
public final class Looks {

    /** Lines in one panel, of which one still sees which is whose. */
    public static final int MOST_LINES = 8;
    /** Dashes that one tells apart. */
    public static final int MOST_DASHES = 4;

    /** Something that varies: an axis, or several that vary together. The level of each configuration. */
    public record Factor(String axis, List<Integer> levels) {

        public int count() {
            return (int) levels.stream().distinct().count();
        }
    }

    private Looks() {
    }

    /**
     * A look for each configuration, no two alike.
     *
     * @param swept the values of each by axis
     */
    public static List<Look> of(List<Map<String, String>> swept) {
        List<Factor> factors = factors(swept);
        Factor dashed = dashed(factors, swept.size());
        if (dashed == null) {
            return IntStream.range(0, swept.size()).mapToObj(Look::of).toList();
        }
        List<Integer> colours = rest(factors, dashed);
        return IntStream.range(0, swept.size())
                .mapToObj(i -> new Look(colours.get(i), dashed.levels.get(i), null)).toList();
    }

    /** The factor with the fewest levels, if few enough and all the others together tell what it leaves open. */
    private static Factor dashed(List<Factor> factors, int configurations) {
        Factor best = null;
        for (Factor factor : factors) {
            boolean serves = factors.size() > 1 && factor.count() <= MOST_DASHES && IntStream.range(0, configurations)
                    .mapToObj(i -> List.of(rest(factors, factor).get(i), factor.levels.get(i))).distinct()
                    .count() == configurations;
            best = serves && (best == null || factor.count() < best.count()) ? factor : best;
        }
        return best;
    }

    /** The levels of all factors but one, as if these were one. */
    private static List<Integer> rest(List<Factor> factors, Factor without) {
        return numbered(IntStream.range(0, without.levels.size()).mapToObj(i -> factors.stream()
                .filter(factor -> factor != without).map(factor -> factor.levels.get(i)).toList()).toList());
    }

    /** What varies, in the order of the axes; axes that vary together are one. */
    public static List<Factor> factors(List<Map<String, String>> swept) {
        List<Factor> factors = new ArrayList<>();
        if (swept.isEmpty() || swept.stream().anyMatch(values -> !values.keySet().equals(swept.get(0).keySet()))) {
            return factors;
        }
        for (String axis : swept.get(0).keySet()) {
            Factor factor = new Factor(axis, numbered(swept.stream().map(values -> values.get(axis)).toList()));
            if (factor.count() > 1 && factors.stream().noneMatch(other -> other.levels.equals(factor.levels))) {
                factors.add(factor);
            }
        }
        return factors;
    }

    private static List<Integer> numbered(List<?> values) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        return values.stream().map(value -> {
            numbers.putIfAbsent(value, numbers.size());
            return numbers.get(value);
        }).toList();
    }
}
