package gridrun.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
     * @param file where it was read, for errors
     * @param content in UTF-8
     * @throws IOException if it is no such file
     */
    public static List<Map<String, String>> rows(Path file, byte[] content) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            for (NamedCsvRecord row : rows) {
                if (row.getFieldCount() != row.getHeader().size()) {
                    throw new IOException("%s: a row of %d fields is under a head of %d".formatted(file,
                            row.getFieldCount(), row.getHeader().size()));
                }
            }
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
