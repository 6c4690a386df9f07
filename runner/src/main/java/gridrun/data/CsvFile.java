package gridrun.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of comma-separated values that Gridrun has written. */
public final class CsvFile {

    private CsvFile() {
    }

    /**
     * Its rows, each by the columns' names.
     *
     * @throws IOException if it cannot be read, or is no such file
     */
    public static List<Map<String, String>> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
