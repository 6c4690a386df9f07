package gridrun.data;

import gridrun.data.CSV.Missing;
import gridrun.data.CsvInference.Place;
import java.util.List;

/** What is wrong with fields of a CSV file, each with its place and with what to write. */
final class CsvMistakes {

    private final CSV spec;
    private final CsvRows rows;
    private final boolean isOfExperiment;

    /** @param isOfExperiment whether the experiment names the file, so that its settings may be changed */
    CsvMistakes(CSV spec, CsvRows rows, boolean isOfExperiment) {
        this.spec = spec;
        this.rows = rows;
        this.isOfExperiment = isOfExperiment;
    }

    /** The first ones of a list, and that there are more. */
    static String some(List<String> all, int most) {
        return String.join(", ", all.subList(0, Math.min(most, all.size()))) + (all.size() > most ? ", …" : "");
    }

    /**
     * A value is missing where none may be.
     *
     * @param learnt whether rows may be left out: those to be predicted all want an answer
     */
    UnreadableFile missing(int place, String text, boolean learnt) {
        if (!learnt) {
            return rows.wrong(place, ("'%s' stands for a missing value, and every row wants an answer: fill it; "
                    + "a run that is trained with data.missing: mean fills it itself").formatted(text));
        }
        if (!isOfExperiment) {
            return rows.wrong(place, "'%s' stands for a missing value; fill it, or leave the row out".formatted(text));
        }
        return rows.wrong(place, "'%s' stands for a missing value; data.missing: mean fills it, drop leaves rows out%s"
                .formatted(text, value(text)));
    }

    UnreadableFile missingTarget(int place, String text) {
        if (!isOfExperiment) {
            return rows.wrong(place, "'%s' is no target; leave the row out".formatted(text));
        }
        String drop = spec.missing() == Missing.DROP ? "" : "; data.missing: drop leaves the row out";
        return rows.wrong(place, "'%s' is no target%s%s".formatted(text, drop, value(text)));
    }

    /** What to write where a text that means a missing value is a value of its own. */
    private static String value(String text) {
        return text.isEmpty() ? ""
                : "; where it is a value of its own, data.missing_values: [''] takes empty fields alone for missing";
    }

    /** Checks a column that was read to its end. */
    void check(CsvInference column, int place, boolean target) {
        Place decimal = column.otherDecimal();
        if (decimal != null) {
            String sign = spec.decimalSign() == '.' ? "," : ".";
            throw rows.wrong(decimal.line(), place,
                    "'%s' is a number with decimals behind a '%s': write data.decimal: '%s'%s".formatted(decimal.text(),
                            sign, sign, otherwise(target)));
        }
        if (column.isNumeric() && column.texts() > 0) {
            throw noNumber(column, place, target);
        }
        if (!column.isNumeric() && column.tooMany() != null) {
            Place one = column.tooMany();
            throw rows.wrong(one.line(), place, "'%s' is the %,dst different text, too many for %s".formatted(
                    one.text(), CsvColumn.MOST_CATEGORIES + 1,
                    target ? "classes" : "categories; list the column under data.ignore"));
        }
    }

    private UnreadableFile noNumber(CsvInference column, int place, boolean target) {
        Place first = column.firstText();
        String also = column.texts() == 1 ? "" : " (%,d such texts)".formatted(column.texts());
        if (!column.hasNumbers()) {
            throw rows.wrong(first.line(), place, "'%s' is no number%s, and %s".formatted(first.text(), also,
                    "data.target_type: real takes numbers; classes makes classes of all values"));
        }
        boolean names = !spec.header() && first.line() == 1 && column.texts() == 1;
        return rows.wrong(first.line(), place, "'%s' is no number%s, as %s; %s".formatted(first.text(), also,
                target ? "the other targets are" : "others in this column are",
                names ? "a first row of names needs data.header: true" : advice(first.text(), target)));
    }

    private String advice(String text, boolean target) {
        return "if '%s' means a missing value, list it under data.missing_values%s".formatted(text, otherwise(target));
    }

    private static String otherwise(boolean target) {
        return target ? "; data.target_type: classes makes classes of all values"
                : "; else list the column under data.categorical or data.ignore";
    }
}
