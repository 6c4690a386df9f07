package gridrun.experiment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file expects of its results: {@code best.val_accuracy >= 0.95}, {@code all: test_loss < 0.1}, {@code smoke:
 * final.loss < 3}.
 *
 * <p>The grammar: {@code [[smoke] [all]:] QUANTITY COMPARISON NUMBER}. A quantity is {@code best.NAME} (at the best
 * epoch), {@code final.NAME} (at the last one), {@code test_NAME} or {@code best_epoch}; a comparison is one of
 * {@code >= <= > < == !=}.
 *
 * @param smoke whether it holds in smoke runs too, not of full runs alone
 * @param all whether it is said of every run, not of the best configuration's mean over its seeds
 * @param quantity what is compared
 * @param comparison how
 * @param number the bound as it was written
 * @param claim what is claimed of two configurations instead, or null
 */
public record Expectation(boolean smoke, boolean all, String quantity, Comparison comparison, String number,
        Claim claim) {

    private static final String GRAMMAR = "an expectation is QUANTITY COMPARISON NUMBER, as in "
            + "'best.val_accuracy >= 0.95' or, of every run, 'all: final.loss < 0.1'; 'smoke: ' or 'smoke all: ' in "
            + "front "
            + "has it hold in smoke runs too; or it compares configurations, as in "
            + "'activation=relu > activation=sigmoid' or 'tied(learning_rate=0.1, learning_rate=0.05)'";
    private static final Pattern FORM = Pattern.compile("(?:(smoke|all|smoke\\s+all)\\s*:)?"
            + "\\s*([\\w./-]+)\\s*([^\\w\\s.+-]+)\\s*(\\S+)");
    private static final Pattern CLAIM = Pattern.compile("(?:(smoke)\\s*:)?(.*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /**
     * Reads an expectation.
     *
     * @throws IllegalArgumentException where it does not follow the grammar, with what would be right
     */
    public static Expectation parse(String text) {
        Matcher claimed = CLAIM.matcher(text.strip());
        Optional<Claim> claim = claimed.matches() ? Claim.parse(claimed.group(2).strip()) : Optional.empty();
        if (claim.isPresent()) {
            return new Expectation(claimed.group(1) != null, false, null, null, null, claim.get());
        }
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no expectation; " + GRAMMAR);
        }
        Comparison comparison = Comparison.of(parts.group(3));
        if (comparison == null) {
            throw new IllegalArgumentException(
                    "'" + parts.group(3) + "' is not one of >=, <=, >, <, ==, !=; " + GRAMMAR);
        }
        if (!NUMBER.matcher(parts.group(4)).matches()) {
            throw new IllegalArgumentException("'" + parts.group(4) + "' is not a number; " + GRAMMAR);
        }
        String said = parts.group(1) == null ? "" : parts.group(1);
        return new Expectation(
                said.startsWith("smoke"), said.endsWith("all"), parts.group(2), comparison, parts.group(4), null);
    }

    /** Whether a value meets it; what is no finite number meets nothing. */
    public boolean holds(double found) {
        return comparison.holds(found, Double.parseDouble(number));
    }

    @Override
    public String toString() {
        String said = smoke && all ? "smoke all: " : smoke ? "smoke: " : all ? "all: " : "";
        return claim != null ? said + claim : said + quantity + " " + comparison.sign() + " " + number;
    }
}
