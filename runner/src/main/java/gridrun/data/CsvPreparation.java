package gridrun.data;

import gridrun.data.CSV.Encoding;
import gridrun.data.CSV.Missing;
import java.util.List;

/**
 * What a CSV data set makes of a file's rows. Its target, decimals and the texts of missing values say what the rows
 * are.
 */
record CsvPreparation(List<String> categorical, List<String> ignore, Encoding encoding, boolean standardize,
        Missing missing) {

    static CsvPreparation of(CSV spec) {
        return new CsvPreparation(spec.categorical(), spec.ignore(), spec.encoding(), spec.standardize(),
                spec.missing());
    }

    /** The preparation without settings of the same rows: where some were left out, columns decided which. */
    CsvPreparation usual(CsvTable table) {
        return table.dropped().rows() > 0 ? new CsvPreparation(categorical, ignore, Encoding.ONE_HOT, true, missing)
                : new CsvPreparation(List.of(), List.of(), Encoding.ONE_HOT, true, Missing.ERROR);
    }

    /** Identifies the rows of a table that is prepared so. */
    String digest(CSV spec, CsvTable table) {
        String settings = String.join(" ", List.of(table.target().name(), categorical.toString(), ignore.toString(),
                encoding.toString(), Boolean.toString(standardize), missing.toString(), spec.decimal(),
                spec.missingValues().toString()));
        return Sha256.digest().text(table.sha256()).text(settings).hex();
    }
}
