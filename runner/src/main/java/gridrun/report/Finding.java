package gridrun.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a comparison comes to in words.
 *
 * @param sentence who is best, who cannot be told apart from it, and how many seeds would tell
 * @param warnings what one has to know besides
 */
public record Finding(String sentence, List<String> warnings) {

    /** The sentence, and a line a warning. */
    public Stream<String> lines() {
        return Stream.concat(Stream.of(sentence), warnings.stream().map(warning -> "warning: " + warning));
    }

    String markdown() {
        return "**" + sentence + "**\n" + (warnings.isEmpty() ? ""
                : warnings.stream().map(warning -> "- " + warning + "\n").collect(Collectors.joining("", "\n", "")));
    }
}
