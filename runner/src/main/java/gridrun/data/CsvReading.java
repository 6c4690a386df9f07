package gridrun.data;

import gridrun.config.Spelling;
import gridrun.data.CSV.Missing;
import gridrun.data.CSV.TargetType;
import gridrun.data.CsvTable.Dropped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the rows of one CSV file into a table: finds its columns, and leaves out rows that lack values. */
final class CsvReading {

    /** Whole numbers are classes up to this many different ones, if the file does not say what they are. */
    static final int MOST_INFERRED_CLASSES = 20;

    private final CSV spec;
    private final CsvRows rows;
    private final CsvMistakes mistakes;
    private final int[] places;
    private final List<? extends CsvColumn.Builder> inputs;
    private final int targetPlace;
    private final CsvColumn.Builder target;
    private final int[] lacking;
    private final int[] filled;
    private int kept;
    private int dropped;

    /**
     * @param places of the input columns in the file
     * @param targetPlace of the target; -1 where it is not wanted
     * @param target null where it is not wanted
     */
    private CsvReading(CSV spec, CsvRows rows, CsvMistakes mistakes, int[] places,
            List<? extends CsvColumn.Builder> inputs, int targetPlace, CsvColumn.Builder target) {
        this.spec = spec;
        this.rows = rows;
        this.mistakes = mistakes;
        this.places = places;
        this.inputs = inputs;
        this.targetPlace = targetPlace;
        this.target = target;
        this.lacking = new int[rows.names().size()];
        this.filled = new int[places.length];
    }

    /** Reads the file that training examples come from: what is a category is decided here. */
    static CsvTable first(CSV spec, OwnFile file) {
        try (CsvRows rows = new CsvRows(file, spec.delimiter().charAt(0), spec.header(), true)) {
            int target = spec.target() == null ? rows.names().size() - 1
                    : column(rows, new OwnFile("target", file.path()), spec.target());
            List<Integer> ignored = columns(rows, "ignore", spec.ignore());
            List<Integer> categorical = columns(rows, "categorical", spec.categorical());
            int[] places = IntStream.range(0, rows.names().size())
                    .filter(i -> i != target && !ignored.contains(i)).toArray();
            if (places.length == 0) {
                throw file.wrong("%s has no column beside the target '%s' to learn from%s".formatted(file.shown(),
                        rows.names().get(target), rows.otherDelimiter()));
            }
            List<CsvInference> inputs = IntStream.of(places).mapToObj(place -> new CsvInference(rows.names().get(place),
                    categorical.contains(place) ? Boolean.FALSE : null, spec.decimalSign())).toList();
            Boolean numeric = spec.targetType() == null ? null : spec.targetType() == TargetType.REAL;
            CsvInference learnt = new CsvInference(rows.names().get(target), numeric, spec.decimalSign());
            CsvReading reading = new CsvReading(spec, rows, new CsvMistakes(spec, rows, true), places, inputs, target,
                    learnt);
            reading.read();
            for (int i = 0; i < places.length; i++) {
                reading.mistakes.check(inputs.get(i), places[i], false);
            }
            reading.mistakes.check(learnt, target, true);
            return reading.table(spec.targetType() != null ? learnt.build()
                    : learnt.classes(MOST_INFERRED_CLASSES).orElseGet(learnt::build));
        }
    }

    /**
     * Reads a further file of the same columns: by their names where there is a header, else by their places.
     *
     * @param targets whether the target is wanted; where it is not, no row is left out, for each wants an answer
     */
    static CsvTable further(CSV spec, CsvTable first, OwnFile file, boolean targets) {
        boolean isOfExperiment = file.setting().equals("test");
        try (CsvRows rows = new CsvRows(file, spec.delimiter().charAt(0), spec.header(), isOfExperiment)) {
            boolean inOrder = !spec.header() && !targets && rows.names().size() == first.inputs().size();
            int[] places = IntStream.range(0, first.inputs().size())
                    .map(i -> inOrder ? i : column(rows, file, first.inputs().get(i).name())).toArray();
            List<CsvMatch> inputs = first.inputs().stream()
                    .map(column -> new CsvMatch(column, spec.decimalSign())).toList();
            CsvMatch target = targets ? new CsvMatch(first.target(), spec.decimalSign()) : null;
            CsvReading reading = new CsvReading(spec, rows,
                    new CsvMistakes(spec, rows, isOfExperiment), places, inputs,
                    targets ? column(rows, file, first.target().name()) : -1, target);
            reading.read();
            return reading.table(targets ? target.build() : null);
        }
    }

    private CsvTable table(CsvColumn learnt) {
        List<String> remarks = new ArrayList<>();
        if (rows.endWithDelimiter()) {
            remarks.add("rows end with a delimiter, behind which there is no column");
        }
        if (rows.hasNumbersForNames()) {
            remarks.add(
                    "the first row was taken for names, which are numbers (%s): if it holds values, write %s".formatted(
                            CsvMistakes.some(rows.names(), 4), "data.header: false"));
        }
        return new CsvTable(inputs.stream().map(CsvColumn.Builder::build).toList(), learnt, kept, left(),
                IntStream.of(filled).boxed().toList(), remarks, rows.sha256());
    }

    private Dropped left() {
        return new Dropped(dropped, IntStream.range(0, lacking.length).filter(place -> lacking[place] > 0).boxed()
                .sorted((a, b) -> lacking[b] - lacking[a])
                .map(place -> "%s %,d".formatted(rows.names().get(place), lacking[place])).toList());
    }

    private void read() {
        while (rows.next()) {
            if (spec.missing() == Missing.DROP && target != null && lacksAny()) {
                dropped++;
                continue;
            }
            for (int i = 0; i < places.length; i++) {
                String text = rows.field(places[i]);
                boolean missing = spec.isMissing(text);
                if (missing && spec.missing() != Missing.MEAN) {
                    throw mistakes.missing(places[i], text, target != null);
                }
                filled[i] += missing ? 1 : 0;
                add(inputs.get(i), places[i], missing ? null : text);
            }
            if (target != null) {
                addTarget();
            }
            kept++;
        }
        if (kept == 0) {
            throw rows.file().wrong(rows.file().shown() + (dropped == 0 ? " has no rows of values"
                    : ": no row is left: %s, as data.missing: drop says".formatted(left().text())));
        }
    }

    private boolean lacksAny() {
        boolean lacks = spec.isMissing(rows.field(targetPlace));
        lacking[targetPlace] += lacks ? 1 : 0;
        for (int place : places) {
            boolean missing = spec.isMissing(rows.field(place));
            lacking[place] += missing ? 1 : 0;
            lacks |= missing;
        }
        return lacks;
    }

    private void add(CsvColumn.Builder column, int place, String text) {
        String problem = column.add(text, rows.line());
        if (problem != null) {
            throw rows.wrong(place, problem);
        }
    }

    private void addTarget() {
        String text = rows.field(targetPlace);
        if (spec.isMissing(text)) {
            throw mistakes.missingTarget(targetPlace, text);
        }
        add(target, targetPlace, text);
        if (target instanceof CsvMatch match && match.lastIsUnknown()) {
            throw rows.wrong(targetPlace, "'%s' is not one of the classes of the training data".formatted(text));
        }
    }

    private static List<Integer> columns(CsvRows rows, String setting, List<String> wanted) {
        return wanted.stream().map(name -> column(rows, new OwnFile(setting, rows.file().path()), name)).toList();
    }

    /** A column by its name or, where there is no such name, by its number from 1. */
    private static int column(CsvRows rows, OwnFile file, String wanted) {
        int named = rows.names().indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("[1-9][0-9]{0,8}") && Integer.parseInt(wanted) <= rows.names().size()) {
            return Integer.parseInt(wanted) - 1;
        }
        List<String> names = rows.names();
        String delimiter = rows.otherDelimiter();
        String near = delimiter.isEmpty()
                ? Spelling.nearest(wanted, names).map(best -> "; did you mean '" + best + "'?").orElse("") : delimiter;
        boolean values = file.setting().equals("target") && names.stream().anyMatch(n -> CsvNumber.parse(n) != null);
        throw file.wrong("%s has no column '%s'; there %s %s%s%s%s".formatted(file.shown(), wanted,
                names.size() == 1 ? "is" : "are", CsvMistakes.some(names, 12),
                names.size() > 12 ? " (%d columns)".formatted(names.size()) : "", near,
                values ? "; if the first row holds values, write data.header: false" : ""));
    }
}
