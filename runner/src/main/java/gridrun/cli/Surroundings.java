package gridrun.cli;

import gridrun.config.FilePath;
import java.util.List;

/** What the system hands a process as bytes and Java reads as text, by the encoding of the locale. */
final class Surroundings {

    /** What Java reads where bytes are no text in that encoding: what they were is lost. */
    private static final char UNREADABLE = '\uFFFD';

    private Surroundings() {
    }

    /**
     * Looks whether Java could read them.
     *
     * @throws UsageException where it could not, with what to set
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
    }

    private static boolean isUnreadable(String text) {
        return text.indexOf(UNREADABLE) >= 0;
    }
}
