package gridrun.data;

import java.util.HashMap;
import java.util.Map;

/** A column of a further file, read as the same column of the first one was. */
final class CsvMatch implements CsvColumn.Builder {

    private final CsvColumn first;
    private final char decimal;
    private final Map<String, Integer> codes = new HashMap<>();
    private final NumberList values = new NumberList();

    /** @param decimal what stands before the decimals of numbers */
    CsvMatch(CsvColumn first, char decimal) {
        this.first = first;
        this.decimal = decimal;
        for (int i = 0; !first.isNumeric() && i < first.categories().size(); i++) {
            codes.put(first.categories().get(i), i);
        }
    }

    @Override
    public String add(String text, long line) {
        if (text == null) {
            values.add(Double.NaN);
            return null;
        }
        if (first.isNumeric()) {
            Double number = CsvNumber.parse(text, decimal);
            values.add(number == null ? Double.NaN : number);
            return number == null ? "'" + text + "' is no number, as this column has in the training data" : null;
        }
        values.add(code(text));
        return null;
    }

    /** A category's number; a class that is a whole number may be written in another way, as 5.0. */
    private double code(String text) {
        Integer code = codes.get(text);
        if (code == null) {
            String whole = CsvNumber.whole(text, decimal);
            code = whole == null ? null : codes.get(whole);
        }
        return code == null ? Double.NaN : code;
    }

    /** Whether what was added last was missing, or is no category of the first file's. */
    boolean lastIsUnknown() {
        return Double.isNaN(values.last());
    }

    @Override
    public CsvColumn build() {
        return new CsvColumn(first.name(), first.categories(), values.all());
    }
}
