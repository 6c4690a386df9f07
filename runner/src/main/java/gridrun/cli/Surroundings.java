package gridrun.cli;

import gridrun.config.FilePath;
import gridrun.kernel.choice.KernelChoice;
import java.util.List;

/**
 * What a process is started with beside its arguments: texts that Java reads by the encoding of the locale, and system
 * properties.
 */
final class Surroundings {

    /** What Java reads where bytes are no text in that encoding: what they were is lost. */
    private static final char UNREADABLE = '\uFFFD';

    private Surroundings() {
    }

    /**
     * Looks whether Java could read the texts, and whether the properties ask for something there is.
     *
     * @throws UsageException where that is not so, with what to set
     */
    static void check(List<String> words, String directory) {
        if (isUnreadable(directory)) {
            throw new UsageException(
                    "the name of the working directory, '%s', %s".formatted(directory, FilePath.unreadable()));
        }
        String temporary = System.getProperty("java.io.tmpdir");
        if (isUnreadable(temporary)) {
            throw new UsageException(
                    "the name of the temporary directory, '%s', %s".formatted(temporary, FilePath.unreadable()));
        }
        words.stream().filter(Surroundings::isUnreadable).findFirst().ifPresent(word -> {
            throw new UsageException("the argument '%s' %s".formatted(word, FilePath.unreadable()));
        });
        try {
            KernelChoice.checkProperties();
        } catch (IllegalArgumentException e) {
            throw new UsageException("java -D" + e.getMessage());
        }
    }

    private static boolean isUnreadable(String text) {
        return text.indexOf(UNREADABLE) >= 0;
    }
}
