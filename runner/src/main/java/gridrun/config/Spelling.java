package gridrun.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that was probably meant. */
public final class Spelling {

    /** Of more than so many, as of the values of a long axis, the first are looked at. */
    private static final int MOST_CANDIDATES = 1_000;

    private Spelling() {
    }

    /**
     * The nearest of the candidates, if one is near.
     *
     * <p>Near is a distance (Damerau, A technique for computer detection and correction of spelling errors, 1964) of up
     * to a third of the word. Nearer is what the word abbreviates: by initials, {@code lr} for {@code learning_rate},
     * or by beginnings of words, {@code val_acc} for {@code val_accuracy} and {@code f1} for {@code macro_f1}.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT).replace('-', '_');
        int most = Math.max(1, Math.min(wanted.length(), 40) / 3);
        return candidates.stream().limit(MOST_CANDIDATES)
                .map(candidate -> new Candidate(candidate, abbreviates(wanted, candidate),
                        distance(wanted, candidate)))
                .filter(candidate -> candidate.isAbbreviated() || candidate.distance() <= most)
                .min(Comparator.comparing((Candidate each) -> !each.isAbbreviated())
                        .thenComparingInt(Candidate::distance))
                .map(Candidate::word);
    }

    private record Candidate(String word, boolean isAbbreviated, int distance) {
    }

    /** Whether a word is another one's initials, or each of its parts begins a further part of the other. */
    private static boolean abbreviates(String word, String candidate) {
        if (word.length() < 2) {
            return false;
        }
        String[] wanted = word.split("[_.]");
        String[] parts = candidate.split("[_.]");
        int at = 0;
        for (String part : wanted) {
            while (at < parts.length && !parts[at].startsWith(part)) {
                at++;
            }
            if (part.isEmpty() || at++ == parts.length) {
                return initials(candidate).equals(word);
            }
        }
        return wanted.length > 0;
    }

    /** {@code "; did you mean 'relu'?"}, or nothing. */
    static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    private static String initials(String candidate) {
        return candidate.indexOf('_') < 0
                ? ""
                : Arrays.stream(candidate.split("_")).filter(part -> !part.isEmpty())
                        .map(part -> part.substring(0, 1)).collect(Collectors.joining());
    }

    /** Insertions, deletions, substitutions and swaps of neighbours between two words. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
