package gridrun.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a CSV file one after the other (RFC 4180, UTF-8), each as long as the first; empty lines are skipped.
 *
 * <p>A delimiter at the ends of the rows begins no column: where the first row ends in an empty field and no row has
 * anything there, there is none.
 */
final class CsvRows implements AutoCloseable {

    private final OwnFile file;
    private final char delimiter;
    private final boolean header;
    private final boolean isOfExperiment;
    private final Sha256 digest = Sha256.digest();
    private final CloseableIterator<CsvRecord> records;
    private final List<String> names;
    private CsvRecord pending;
    private CsvRecord record;
    /** The last line of what was read. */
    private CsvRecord last;
    private boolean trailing;

    /**
     * Opens a file.
     *
     * @param header whether the first row gives the columns' names
     * @param isOfExperiment whether the experiment names the file, so that its settings may be changed
     * @throws UnreadableFile if there is no such file, or no row in it
     */
    CsvRows(OwnFile file, char delimiter, boolean header, boolean isOfExperiment) {
        this.file = file;
        this.delimiter = delimiter;
        this.header = header;
        this.isOfExperiment = isOfExperiment;
        records = records(digest);
        CsvRecord first = read();
        if (first == null) {
            throw file.wrong(file.shown() + " is empty");
        }
        int width = first.getFieldCount();
        if (width > 1 && first.getField(width - 1).isBlank() && endsEmpty(width)) {
            trailing = true;
            width--;
        }
        names = header ? named(first.getFields().subList(0, width))
                : IntStream.rangeClosed(1, width).mapToObj(i -> "x" + i).toList();
        pending = header ? null : first;
    }

    private CloseableIterator<CsvRecord> records(Sha256 hash) {
        return CsvReader.builder().fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false).ofCsvRecord(new TextFile(file).open(hash)).iterator();
    }

    /** Whether no row has anything in its last field. */
    private boolean endsEmpty(int width) {
        try (CloseableIterator<CsvRecord> all = records(Sha256.digest())) {
            while (all.hasNext()) {
                CsvRecord each = all.next();
                if (each.getFieldCount() >= width && !each.getField(width - 1).isBlank()) {
                    return false;
                }
            }
            return true;
        } catch (UncheckedIOException | CsvParseException e) {
            return false; // told where the rows are read
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private List<String> named(List<String> head) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            String name = head.get(i).strip();
            found.add(name.isEmpty() ? "x" + (i + 1) : name);
        }
        Set<String> seen = new HashSet<>();
        Optional<String> twice = found.stream().filter(name -> !seen.add(name)).findFirst();
        if (twice.isPresent()) {
            boolean numbers = found.stream().allMatch(name -> CsvNumber.parse(name) != null);
            throw file.wrong("%s:1: two columns have the name '%s'%s".formatted(file.shown(), twice.get(),
                    !numbers ? "" : "; is this a row of values? " + (isOfExperiment
                            ? "data.header: false says that no row has names"
                            : "The first row gives the columns' names, as in the training data")));
        }
        return List.copyOf(found);
    }

    private CsvRecord read() {
        try {
            CsvRecord next = records.hasNext() ? records.next() : null;
            last = next == null ? last : next;
            return next;
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new TextFile(file).undecodable() : file.unreadable(e.getCause());
        } catch (CsvParseException e) {
            throw file.wrong("%s, after line %d: %s".formatted(file.shown(), lastLine(),
                    e.getMessage()));
        }
    }

    /** On which line the last row that could be read ends; 0 where there was none. */
    private long lastLine() {
        return last == null ? 0
                : last.getStartingLineNumber() + String.join("", last.getFields()).lines().skip(1).count();
    }

    /** The columns' names; without a header x1, x2, …. */
    List<String> names() {
        return names;
    }

    OwnFile file() {
        return file;
    }

    /** Whether rows end with a delimiter behind their last field. */
    boolean endWithDelimiter() {
        return trailing;
    }

    /** Steps to the next row; false at the end. */
    boolean next() {
        record = pending != null ? pending : read();
        pending = null;
        if (record == null) {
            return false;
        }
        int fields = record.getFieldCount();
        boolean ended = fields == names.size() + 1 && record.getField(fields - 1).isBlank();
        if (fields != names.size() && !ended) {
            throw file.wrong("%s:%d: the row has %d fields, not %d as the first%s".formatted(file.shown(),
                    record.getStartingLineNumber(), fields, names.size(), otherDelimiter()));
        }
        trailing |= ended;
        return true;
    }

    /** What to say of a file with one column, whose fields may be separated by something else; nothing of another. */
    String otherDelimiter() {
        String text = names.get(0) + (record == null ? "" : " " + String.join(" ", record.getFields()));
        Optional<String> other = names.size() > 1 ? Optional.empty() : Stream.of("\t", ";", "|", ",")
                .filter(each -> each.charAt(0) != delimiter && text.contains(each)).findFirst();
        return other.map(sign -> "; its fields may be separated by %s: %s".formatted(
                sign.equals("\t") ? "tabs" : "'" + sign + "'", isOfExperiment
                        ? "write data.delimiter: " + (sign.equals("\t") ? "\"\\t\"" : "'" + sign + "'")
                        : "those of the training data are by " + (delimiter == '\t' ? "tabs" : "'" + delimiter + "'")))
                .orElse("");
    }

    /** Whether the first row, which was taken for names, has nothing but numbers, and not those of columns counted. */
    boolean hasNumbersForNames() {
        List<Double> numbers = names.stream().map(CsvNumber::parse).toList();
        boolean counted = IntStream.range(0, names.size()).allMatch(i -> numbers.get(i) != null
                && numbers.get(i) == i + numbers.get(0) && numbers.get(0) == Math.rint(numbers.get(0)));
        return header && numbers.stream().allMatch(number -> number != null) && (!counted || names.size() == 1);
    }

    /** A field of this row, without blanks around it. */
    String field(int column) {
        return record.getField(column).strip();
    }

    /** The line that this row begins in. */
    long line() {
        return record.getStartingLineNumber();
    }

    /** What is wrong with a field of this row. */
    UnreadableFile wrong(int column, String problem) {
        return wrong(line(), column, problem);
    }

    /** What is wrong with a field of an earlier row. */
    UnreadableFile wrong(long line, int column, String problem) {
        String name = names.get(column);
        String where = name.equals("x" + (column + 1)) ? "column " + (column + 1)
                : "column %d (%s)".formatted(column + 1, name);
        return file.wrong("%s:%d: %s: %s".formatted(file.shown(), line, where, problem));
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
