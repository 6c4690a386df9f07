package gridrun.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Comma-separated values (RFC 4180) that Gridrun has written, as rows of texts. */
public final class CsvText {

    private CsvText() {
    }

    /** The rows, the head among them; empty where these are none, or not all as long as the head. */
    public static Optional<List<List<String>>> rows(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
            return Optional.of(rows).filter(all -> !all.isEmpty()
                    && all.stream().allMatch(row -> row.size() == all.get(0).size()));
        } catch (IOException | CsvParseException e) {
            return Optional.empty(); // a text that is no such table has no rows
        }
    }
}
