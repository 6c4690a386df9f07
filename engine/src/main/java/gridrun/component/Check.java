package gridrun.component;

import java.util.List;

/** Checks of hyper-parameters, for the compact constructors of component records. */
public final class Check {

    private Check() {
    }

    /** A hyper-parameter's value is not one that its component can have. */
    public static final class Invalid extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String component;
        private final String reason;
        private final String expected;
        private final String name;
        private final transient List<String> words;

        /**
         * @param component the record component, in camel case
         * @param value what was given
         * @param expected what would be right, as in "a positive number"
         */
        public Invalid(String component, Object value, String expected) {
            this(component, value, expected, null, List.of());
        }

        private Invalid(String component, Object value, String expected, String name, List<String> words) {
            super("%s: %s is not %s".formatted(Names.snake(component), value, expected));
            this.component = component;
            this.expected = expected;
            this.name = name;
            this.words = words;
            this.reason = "%s is not %s".formatted(value, expected);
        }

        /** The record component's name, in camel case. */
        public String component() {
            return component;
        }

        /** What would be right. */
        public String expected() {
            return expected;
        }

        /** The name that is unknown; null where it is no matter of names. */
        public String name() {
            return name;
        }

        /** The names of which one would be right, and regular expressions for those that have a number within. */
        public List<String> words() {
            return words;
        }

        /** What is wrong, without the component's name. */
        public String reason() {
            return reason;
        }
    }

    /**
     * Checks a hyper-parameter.
     *
     * @param component the record component, in camel case
     * @param expected what would be right; names each other hyper-parameter that it depends on, as files write it
     */
    public static void that(boolean holds, String component, Object value, String expected) {
        if (!holds) {
            throw new Invalid(component, value, expected);
        }
    }

    /**
     * Checks that a name is known.
     *
     * @param words the names to choose from, and regular expressions for those that have a number within
     * @param expected what would be right, which tells the same in short
     */
    public static void known(boolean holds, String component, String name, List<String> words, String expected) {
        if (!holds) {
            throw new Invalid(component, "'" + name + "'", expected, name, words);
        }
    }

    public static void positive(String component, double value) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, component, number(value), "a positive number");
    }

    public static void notNegative(String component, double value) {
        that(value >= 0 && value < Double.POSITIVE_INFINITY, component, number(value), "zero or a positive number");
    }

    /**
     * Checks for what is added to a divisor. In float32 a smaller one would be 0, also times Adam's √(1 - β2), which is
     * from 1e-8, and one above 3e38 infinite; then 0 is divided by 0 where a gradient or a variance is.
     */
    public static void epsilon(String component, double value) {
        that(value >= 1e-30 && value <= 1e30, component, number(value),
                "a number from 1e-30 to 1e30, which float32 holds");
    }

    /** Checks for a share or a decay rate: {@code 0 <= value < 1}. */
    public static void fraction(String component, double value) {
        that(value >= 0 && value < 1, component, number(value), "a number from 0 up to, not with, 1");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
