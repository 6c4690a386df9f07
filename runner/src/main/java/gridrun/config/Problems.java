package gridrun.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All errors of a file and its command line, collected so that they are shown at once, as a compiler does. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Notes an error; the same error at the same place counts once. */
    public void add(Origin origin, String message) {
        found.add(new Problem(origin, message));
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The number of errors. */
    public int count() {
        return found.size();
    }

    /** Notes all errors of others. */
    public void addAll(Problems others) {
        found.addAll(others.found);
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
        for (Problem problem : inOrder()) {
            text.append(problem.origin()).append(": ").append(problem.message()).append('\n');
            text.append(Excerpt.of(problem.origin()));
        }
        return text.append(count()).append(count() == 1 ? " error" : " errors").append(", nothing was run.\n").toString();
    }
}
