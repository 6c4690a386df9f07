// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.data.CSV.Encoding;
import gridrun.data.CSV.Missing;
import gridrun.data.CSV.TargetType;
import gridrun.dsl.phrase.Phrase;
import java.nio.file.Path;

/**
 * Rows of a CSV file of your own (RFC 4180, UTF-8): numbers and categories, and one column that is to be learnt.
 *
 * <p>A column is one of numbers if at least half of its values are numbers; a value that is none is an error then,
 * unless the column is listed as categorical. Other columns are categorical. The plan says what was taken for what, and
 * what is unusual. Means, deviations and categories are fitted on the training part only, in float64.
 */
public final class CSV extends Phrase<CSV> implements DatasetSpec {

    CSV(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected CSV of(Tree.Mapping changed) {
        return new CSV(changed);
    }

    /**
     * The file, relative to the experiment file.
     *
     * @param path path; required
     */
    public CSV path(String path) {
        return with("path", path);
    }

    /**
     * The file, relative to the experiment file.
     *
     * @param path path; required
     */
    public CSV path(Path path) {
        return with("path", path);
    }

    /**
     * What is looked at once, at the end: a further file with the same columns, or a share of the rows, which is held
     * out before anything else is drawn and is the same for every seed; none without one.
     *
     * @param test number from 0 to below 1 or path
     */
    public CSV test(double test) {
        return with("test", test);
    }

    /**
     * What is looked at once, at the end: a further file with the same columns, or a share of the rows, which is held
     * out before anything else is drawn and is the same for every seed; none without one.
     *
     * @param test number from 0 to below 1 or path
     */
    public CSV test(String test) {
        return with("test", test);
    }

    /**
     * What is looked at once, at the end: a further file with the same columns, or a share of the rows, which is held
     * out before anything else is drawn and is the same for every seed; none without one.
     *
     * @param test number from 0 to below 1 or path
     */
    public CSV test(Path test) {
        return with("test", test);
    }

    /**
     * The column to learn, by its name or its number from 1; the last one without a name.
     *
     * @param target text
     */
    public CSV target(String target) {
        return with("target", target);
    }

    /**
     * {@code classes} or {@code real}; without one, texts are classes, and so are whole numbers of which no more than
     * 20 are different.
     *
     * @param targetType {@code classes} or {@code real}
     */
    public CSV targetType(TargetType targetType) {
        return with("target_type", targetType);
    }

    /**
     * Whether real targets are scaled to mean 0 and standard deviation 1 for training: they are, unless this is false;
     * the loss is that of scaled targets, {@code rmse} and predictions are in the file's unit.
     */
    public CSV standardizeTargets() {
        return with("standardize_targets", true);
    }

    /**
     * Whether real targets are scaled to mean 0 and standard deviation 1 for training: they are, unless this is false;
     * the loss is that of scaled targets, {@code rmse} and predictions are in the file's unit.
     *
     * @param standardizeTargets {@code true} or {@code false}
     */
    public CSV standardizeTargets(boolean standardizeTargets) {
        return with("standardize_targets", standardizeTargets);
    }

    /**
     * Whether the first row gives the columns' names.
     *
     * @param header {@code true} or {@code false}; by default {@code true}
     */
    public CSV header(boolean header) {
        return with("header", header);
    }

    /**
     * The character between fields.
     *
     * @param delimiter text; by default {@code ,}
     */
    public CSV delimiter(String delimiter) {
        return with("delimiter", delimiter);
    }

    /**
     * The sign before decimals, {@code '.'} or {@code ','}.
     *
     * @param decimal text; by default {@code .}
     */
    public CSV decimal(String decimal) {
        return with("decimal", decimal);
    }

    /**
     * Columns to take as categories though they have numbers.
     *
     * @param categorical list of texts; by default {@code []}
     */
    public CSV categorical(String... categorical) {
        return with("categorical", categorical);
    }

    /**
     * Columns to leave out.
     *
     * @param ignore list of texts; by default {@code []}
     */
    public CSV ignore(String... ignore) {
        return with("ignore", ignore);
    }

    /**
     * Of categories: {@code one_hot}, zeros with a one, or {@code codes}, their numbers from 0 in order; a category
     * that the training part lacks is all zeros, or the code -1.
     *
     * @param encoding {@code one_hot} or {@code codes}; by default {@code one_hot}
     */
    public CSV encoding(Encoding encoding) {
        return with("encoding", encoding);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public CSV standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * {@code error}; {@code drop} for leaving such rows out; {@code mean} for the mean of the column, while a missing
     * category is one that the training part lacks.
     *
     * @param missing {@code error}, {@code drop} or {@code mean}; by default {@code error}
     */
    public CSV missing(Missing missing) {
        return with("missing", missing);
    }

    /**
     * The texts that stand for a missing value, in capitals or not; {@code ''} is an empty field.
     *
     * @param missingValues list of texts; by default {@code [, NA, N/A, NaN, null, None, ?]}
     */
    public CSV missingValues(String... missingValues) {
        return with("missing_values", missingValues);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public CSV validation(double validation) {
        return with("validation", validation);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public CSV folds(int folds) {
        return with("folds", folds);
    }
}
