package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gridrun.cli.StudyPage.Finding;
import gridrun.cli.StudyPage.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudyPageTest {

    private static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d+ ±\\s+\\d+(\\.\\d+)?");

    @Test
    void page_isCommandsAndWhatTheyPrint() {
        String page = """
                # A study

                ```sh
                java -jar runner.jar experiments/a.yaml hidden='[24, 24]'
                ```
                <!-- java -jar runner.jar results a --format md -->

                | rank |

                <!-- end -->
                ![curves](a-curves.png)
                """;
        StudyPage read = StudyPage.of(page);
        assertEquals(page, read.text());
        assertEquals(List.of("experiments/a.yaml", "hidden=[24, 24]"), read.all(Training.class).get(0).words());
        assertEquals(List.of("results", "a", "--format", "md"), read.all(Finding.class).get(0).words());
    }

    static List<String> studies() throws IOException {
        return StudiesIT.studies();
    }

    /** Whoever writes a figure into a sentence finds it in a table that a command has written. */
    @ParameterizedTest
    @MethodSource("studies")
    void figuresOfSentences_standInTables(String study) throws IOException {
        StudyPage page = StudyPage.of(Files.readString(Runner.ROOT.resolve("experiments/" + study + ".md")));
        String prose = page.all(StudyPage.Prose.class).stream().map(StudyPage.Prose::text)
                .collect(Collectors.joining());
        String found = page.all(Finding.class).stream().map(Finding::text).collect(Collectors.joining());
        assertFalse(found.isEmpty(), study + " has no table");
        assertEquals(List.of(), FIGURE.matcher(prose).results().map(MatchResult::group)
                .map(figure -> figure.replaceAll("\\s+", " ")).filter(figure -> !found.contains(figure)).toList());
    }
}
