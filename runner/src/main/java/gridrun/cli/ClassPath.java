package gridrun.cli;

import gridrun.config.CustomClasses;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** Where the user's own classes are, beside those that Java was started with. */
final class ClassPath {

    static final Option OPTION = Arguments.option("class-path", "PATH",
            "jars and directories with classes of your own, separated by " + File.pathSeparator
                    + " (GRIDRUN_CLASS_PATH)");

    private ClassPath() {
    }

    /**
     * Adds what the arguments name to where classes are looked for.
     *
     * @throws UsageException if there is no such file
     */
    static void search(Arguments arguments) {
        List<Path> entries = arguments.value("class-path", "GRIDRUN_CLASS_PATH").stream()
                .flatMap(text -> Stream.of(text.split(File.pathSeparator))).filter(text -> !text.isBlank())
                .map(text -> CommonOptions.path("class-path", text)).toList();
        entries.stream().filter(entry -> !Files.exists(entry)).findFirst().ifPresent(entry -> {
            throw new UsageException("--class-path: there is no " + entry);
        });
        CustomClasses.search(entries);
    }
}
