package gridrun.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Finds the ends of an interval of numbers by halving.
 *
 * <p>Every number has an ordinal: of a whole number it is the number itself, of another its place among all doubles.
 *
 * @param type of the numbers
 * @param accepts whether a number, boxed as its type, is in the interval
 */
record Search(Class<?> type, Predicate<Object> accepts) {

    static final List<Double> GUESSES = List.of(1.0, 0.0, 2.0, 0.5, 10.0, 100.0, 1000.0, -1.0);

    static boolean isWhole(Class<?> type) {
        return type != double.class && type != Double.class;
    }

    /** The interval; empty where none of some usual numbers is in it. */
    Optional<Interval> interval() {
        OptionalLong inside = GUESSES.stream().filter(guess -> !isWhole(type) || guess == Math.rint(guess))
                .mapToLong(this::ordinal).filter(this::isInside).findFirst();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        long lowest = isInt(type) ? Integer.MIN_VALUE : isWhole(type) ? Long.MIN_VALUE : ordinal(-Double.MAX_VALUE);
        long highest = isInt(type) ? Integer.MAX_VALUE : isWhole(type) ? Long.MAX_VALUE : ordinal(Double.MAX_VALUE);
        return Optional.of(new Interval(isWhole(type),
                isInside(lowest) ? Double.NEGATIVE_INFINITY : value(edge(inside.getAsLong(), lowest)),
                isInside(highest) ? Double.POSITIVE_INFINITY : value(edge(inside.getAsLong(), highest))));
    }

    static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    private boolean isInside(long ordinal) {
        if (isInt(type)) {
            return accepts.test((int) ordinal);
        }
        return isWhole(type) ? accepts.test(ordinal) : accepts.test(value(ordinal));
    }

    /** The last ordinal inside on the way to one outside. */
    private long edge(long inside, long outside) {
        while (Math.max(inside, outside) - 1 > Math.min(inside, outside)) {
            long middle = (inside & outside) + ((inside ^ outside) >> 1);
            if (isInside(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private long ordinal(double number) {
        long bits = Double.doubleToLongBits(number);
        return isWhole(type) ? (long) number : bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private double value(long ordinal) {
        return isWhole(type) ? ordinal : Double.longBitsToDouble(ordinal < 0 ? Long.MIN_VALUE - ordinal : ordinal);
    }
}
