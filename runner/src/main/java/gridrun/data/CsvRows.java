package gridrun.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a CSV file one after the other (RFC 4180, UTF-8), each as long as the first; empty lines are skipped. */
final class CsvRows implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final OwnFile file;
    private final Sha256 digest = Sha256.digest();
    private final CloseableIterator<CsvRecord> records;
    private final List<String> names;
    private CsvRecord pending;
    private CsvRecord record;

    /**
     * Opens a file.
     *
     * @param header whether the first row gives the columns' names
     * @throws UnreadableFile if there is no such file, or no row in it
     */
    CsvRows(OwnFile file, char delimiter, boolean header) {
        this.file = file;
        CsvReader<CsvRecord> reader;
        try {
            reader = CsvReader.builder().fieldSeparator(delimiter)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false).ofCsvRecord(open());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        records = reader.iterator();
        CsvRecord first = read();
        if (first == null) {
            throw file.wrong(file.shown() + " is empty");
        }
        names = header ? named(first) : IntStream.rangeClosed(1, first.getFieldCount()).mapToObj(i -> "x" + i).toList();
        pending = header ? null : first;
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(digest.reading(Files.newInputStream(file.path())), 1 << 16);
        PushbackReader text = new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    private List<String> named(CsvRecord head) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < head.getFieldCount(); i++) {
            String name = head.getField(i).strip();
            found.add(name.isEmpty() ? "x" + (i + 1) : name);
        }
        if (new HashSet<>(found).size() < found.size()) {
            String twice = found.stream().filter(name -> found.indexOf(name) != found.lastIndexOf(name)).findFirst().get();
            throw file.wrong("%s:1: two columns have the name '%s'".formatted(file.shown(), twice));
        }
        return List.copyOf(found);
    }

    private CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? file.wrong(file.shown() + " is no text in UTF-8; convert it")
                    : file.unreadable(e.getCause());
        } catch (CsvParseException e) {
            throw file.wrong("%s, after line %d: %s".formatted(file.shown(),
                    record == null ? 0 : record.getStartingLineNumber(), e.getMessage()));
        }
    }

    /** The columns' names; without a header x1, x2, …. */
    List<String> names() {
        return names;
    }

    OwnFile file() {
        return file;
    }

    /** Steps to the next row; false at the end. */
    boolean next() {
        record = pending != null ? pending : read();
        pending = null;
        if (record != null && record.getFieldCount() != names.size()) {
            throw file.wrong("%s:%d: the row has %d fields, not %d as the first".formatted(
                    file.shown(), record.getStartingLineNumber(), record.getFieldCount(), names.size()));
        }
        return record != null;
    }

    /** A field of this row, without blanks around it. */
    String field(int column) {
        return record.getField(column).strip();
    }

    /** What is wrong with a field of this row. */
    UnreadableFile wrong(int column, String problem) {
        String name = names.get(column);
        String where = name.equals("x" + (column + 1)) ? "column " + (column + 1)
                : "column %d (%s)".formatted(column + 1, name);
        return file.wrong("%s:%d: %s: %s".formatted(
                file.shown(), record.getStartingLineNumber(), where, problem));
    }

    /** The SHA-256 of the file's bytes, once the last row has been read. */
    String sha256() {
        return digest.hex();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
