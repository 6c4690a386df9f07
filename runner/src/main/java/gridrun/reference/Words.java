package gridrun.reference;

import gridrun.component.Default;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Settings;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the javadoc of a type says of it, formulas and code between backticks.
 *
 * @param summary the first sentence
 * @param shapes of inputs, parameters and outputs, one each
 * @param details further paragraphs
 * @param examples lines of an experiment file that name it
 * @param source author, title and year of what is implemented; null for none
 * @param parameters what each parameter, or each constant of an enum, means
 */
public record Words(
        String summary,
        @Default("[]") List<String> shapes,
        @Default("[]") List<String> details,
        @Default("[]") List<String> examples,
        @Default("null") String source,
        @Default("{}") Map<String, String> parameters) {

    /** Where the words are, beside this class: made from the sources, and kept current by a test. */
    public static final String RESOURCE = "words.yaml";

    /** Read on use. */
    private static final class Known {

        private static final Map<String, Words> WORDS = read();
    }

    /** The words of a type, if it has any. */
    static Optional<Words> of(Class<?> type) {
        return Optional.ofNullable(Known.WORDS.get(type.getName()));
    }

    /** The words of a type that must have some. */
    static Words require(Class<?> type) {
        return of(type).orElseThrow(() -> new IllegalStateException(type.getName() + " has no words in " + RESOURCE));
    }

    private static Map<String, Words> read() {
        Problems problems = new Problems();
        Map<String, Words> words = new LinkedHashMap<>();
        new YamlReader(problems).map(RESOURCE, text()).map(Tree.Mapping::entries).orElse(Map.of())
                .forEach((name, entry) -> {
                    Settings settings = Settings.of(Words.class);
                    Schema.bind(Words.class, entry.value(), name, problems, settings)
                            .ifPresent(of -> words.put(name, of));
                });
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.render());
        }
        return words;
    }

    private static String text() {
        try (InputStream resource = Words.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a parameter means, as it follows its name. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The first sentence, and the source where there is one. */
    String withSource() {
        return summary + (source == null ? "" : " Source: " + source + ".");
    }

    /** A text without its backticks. */
    static String plain(String text) {
        return text.replace("`", "");
    }
}
