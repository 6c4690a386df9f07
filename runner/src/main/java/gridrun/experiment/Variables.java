package gridrun.experiment;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that names environment variables as a shell does: {@code ${NAME}}, or {@code ${NAME:-text}} with a text for
 * where the variable is not set or empty. <code>$${</code> stands for <code>${</code> itself.
 */
record Variables(String text) {

    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    /** Whether it names any. */
    boolean isAny() {
        return PLACE.matcher(text).results().anyMatch(place -> place.group(1) != null);
    }

    /**
     * The text with the variables' values; as it is where the environment is null.
     *
     * @throws IllegalArgumentException where one is not set, or the form is another
     */
    String in(Map<String, String> environment) {
        if (environment == null) {
            return text;
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                place.group(1) == null ? "${" : value(place.group(), place.group(1), place.group(2), environment)));
    }

    private static String value(String place, String inside, String end, Map<String, String> environment) {
        Matcher parts = NAME.matcher(inside);
        if (end.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException("'" + place + "' names no environment variable; write ${NAME}, "
                    + "${NAME:-text} with a text for where it is not set, or $${ for these two characters");
        }
        String value = environment.get(parts.group(1));
        if (parts.group(2) != null) {
            return value == null || value.isEmpty() ? parts.group(2) : value;
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "the environment variable %s is not set; ${%s:-none} would be 'none' then"
                            .formatted(parts.group(1), parts.group(1)));
        }
        return value;
    }
}
