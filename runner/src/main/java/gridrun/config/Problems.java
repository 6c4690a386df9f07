package gridrun.config;

import gridrun.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All errors of a file and its command line, collected so that they are shown at once, as a compiler does.
 *
 * <p>Of very many the first are kept and the others counted: a file may be made to have a hundred thousand.
 */
public final class Problems {

    private static final int MOST_KEPT = 1_000;
    private static final int MOST_SHOWN = 50;

    private final Set<Problem> found = new LinkedHashSet<>();
    private int others;

    /** Notes an error; the same error at the same place counts once. */
    public void add(Origin origin, String message) {
        if (isFull()) {
            others++;
            return;
        }
        found.add(new Problem(origin, Visible.message(message)));
    }

    /** Whether so many are known that others are only counted: what they say is not worth finding out. */
    public boolean isFull() {
        return found.size() >= MOST_KEPT;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The number of errors. */
    public int count() {
        return found.size() + others;
    }

    /** Notes all errors of others. */
    public void addAll(Problems more) {
        more.found.forEach(problem -> add(problem.origin(), problem.message()));
        others += more.others;
    }

    /** Whether this very error was noted before. */
    public boolean has(Problem problem) {
        return found.contains(problem);
    }

    /** The errors in the order of the file, those of the command line last. */
    public List<Problem> inOrder() {
        List<String> sources = new ArrayList<>();
        for (Problem problem : found) {
            if (!sources.contains(problem.origin().source())) {
                sources.add(problem.origin().source());
            }
        }
        sources.remove(Origin.COMMAND_LINE);
        sources.add(Origin.COMMAND_LINE);
        return found.stream()
                .sorted(Comparator.<Problem>comparingInt(p -> sources.indexOf(p.origin().source()))
                        .thenComparingInt(p -> p.origin().line())
                        .thenComparingInt(p -> p.origin().line() == 0 ? 0 : p.origin().column()))
                .toList();
    }

    /** The errors with their excerpts and the closing line, each line ended. */
    public String render() {
        StringBuilder text = new StringBuilder();
        inOrder().stream().limit(MOST_SHOWN).forEach(problem -> text.append(problem.origin()).append(": ")
                .append(problem.message()).append('\n').append(Excerpt.of(problem.origin())));
        // Others may be the same ones once more, found on another way through the file.
        String more = others > 0 ? "more than " : "";
        if (found.size() > MOST_SHOWN) {
            text.append("and %s%,d more\n".formatted(more, found.size() - MOST_SHOWN));
        }
        return text.append("%s%,d error%s, nothing was run.\n".formatted(
                more, found.size(), found.size() == 1 ? "" : "s")).toString();
    }
}
