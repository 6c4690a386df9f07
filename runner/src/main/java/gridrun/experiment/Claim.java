package gridrun.experiment;

import gridrun.comparison.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A difference that is claimed: {@code activation=relu > activation=sigmoid}, that the one is better whichever way the
 * metric is; or {@code tied(learning_rate=0.1, learning_rate=0.05)}, that the two cannot be told apart.
 *
 * @param one the configurations that are said to be better, or one side of the tie
 * @param other what they are compared with
 * @param tied whether a tie is claimed
 */
public record Claim(Selector one, Selector other, boolean tied) {

    private static final Pattern BETTER =
            Pattern.compile("([\\w.]+\\s*=(?!=)[^<>]*?)\\s*([<>])\\s*([\\w.]+\\s*=(?!=).*)");
    private static final Pattern TIED = Pattern.compile("tied\\s*\\((.*)\\)");

    /**
     * Reads a claim; empty where a text is none.
     *
     * @throws IllegalArgumentException where it names no two configurations
     */
    static Optional<Claim> parse(String text) {
        Matcher tied = TIED.matcher(text);
        if (tied.matches()) {
            List<String> sides = sides(tied.group(1));
            return Optional.of(new Claim(Selector.parse(sides.get(0)), Selector.parse(sides.get(1)), true));
        }
        Matcher better = BETTER.matcher(text);
        if (!better.matches()) {
            return Optional.empty();
        }
        Selector left = Selector.parse(better.group(1));
        Selector right = Selector.parse(better.group(3));
        return Optional.of(better.group(2).equals(">") ? new Claim(left, right, false) : new Claim(right, left, false));
    }

    /** Apart by a semicolon, or where the first setting is named again. */
    private static List<String> sides(String text) {
        if (text.contains(";")) {
            return List.of(text.substring(0, text.indexOf(';')), text.substring(text.indexOf(';') + 1));
        }
        String[] parts = text.split(Selector.COMMA);
        List<String> left = new ArrayList<>(List.of(parts[0]));
        List<String> right = new ArrayList<>();
        String first = key(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            boolean isRight = !right.isEmpty() || key(parts[i]).equals(first) || parts.length == 2;
            (isRight ? right : left).add(parts[i]);
        }
        if (right.isEmpty()) {
            throw new IllegalArgumentException("'tied(%s)' names one configuration; a tie is of two, as in "
                    .formatted(text) + "'tied(learning_rate=0.1, learning_rate=0.05)'");
        }
        return List.of(String.join(",", left), String.join(",", right));
    }

    private static String key(String part) {
        return part.substring(0, Math.max(0, part.indexOf('='))).strip();
    }

    @Override
    public String toString() {
        return tied ? "tied(%s%s %s)".formatted(one, one.values().size() > 1 ? ";" : ",", other)
                : one + " > " + other;
    }
}
