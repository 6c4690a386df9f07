package gridrun.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables that this program gave, by the hashes of their content. What was given stays in memory while the program
 * runs, since an experiment may name it at any time.
 */
final class GivenTables {

    private static final Map<String, CsvTable> TABLES = new ConcurrentHashMap<>();
    private static final Map<String, String> MISTAKES = new ConcurrentHashMap<>();

    private GivenTables() {
    }

    /**
     * The table of a content.
     *
     * @throws UnreadableFile if this program has none, or what it gave is no table
     */
    static CsvTable of(String content) {
        CsvTable table = TABLES.get(content);
        if (table == null) {
            throw new UnreadableFile("content", MISTAKES.getOrDefault(content,
                    "these data are in the Java program that gave them, and not here; run the experiment there,"
                            + " or write the data to a CSV file"));
        }
        return table;
    }

    /** Keeps what is wrong with a table until all mistakes are told; returns what stands for it. */
    static String keepMistake(String mistake) {
        String content = Sha256.digest().text(mistake).hex();
        MISTAKES.put(content, mistake);
        return content;
    }

    /** Keeps a table and returns its content's hash. */
    static String keep(List<CsvColumn> inputs, CsvColumn target) {
        Sha256 digest = Sha256.digest();
        inputs.forEach(column -> add(digest, column));
        add(digest, target);
        String content = digest.hex();
        TABLES.putIfAbsent(content, new CsvTable(List.copyOf(inputs), target, target.values().length,
                new CsvTable.Dropped(0, List.of()), List.of(), List.of(), content));
        return content;
    }

    private static void add(Sha256 digest, CsvColumn column) {
        List<String> texts = new ArrayList<>(List.of(column.name(), column.isNumeric() ? "numbers" : "categories"));
        texts.addAll(column.isNumeric() ? List.of() : column.categories());
        texts.forEach(text -> digest.text(text.length() + ":" + text));
        ByteBuffer value = ByteBuffer.allocate(Double.BYTES);
        for (double number : column.values()) {
            digest.bytes(value.putDouble(0, number).array());
        }
    }
}
