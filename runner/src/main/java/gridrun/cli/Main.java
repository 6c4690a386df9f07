package gridrun.cli;

import gridrun.config.FilePath;
import gridrun.config.Spelling;
import gridrun.data.DataLost;
import gridrun.data.DataUnavailable;
import gridrun.data.UnreadableFile;
import gridrun.kernel.choice.KernelChoice;
import gridrun.store.StoreException;
import gridrun.task.Dataset;
import gridrun.text.Visible;
import gridrun.tracking.MlflowException;
import gridrun.tracking.ServerUnavailable;
import gridrun.trained.Unusable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** The command line's entry point: picks the command, and turns what went wrong into a message and an exit code. */
public final class Main {

    private static final String HELP = "--help";

    static final List<Command> COMMANDS =
            List.of(new RunCommand(), new ResultsCommand(), new CompareCommand(), new ReportCommand(),
                    new WatchCommand(),
                    new EvaluateCommand(),
                    new PredictCommand(),
                    new GradientsCommand(), new PublishCommand(), new RecoverCommand(), new ServerCommand(),
                    new ListCommand(), new ExplainCommand(),
                    new BenchCommand());

    private Main() {
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Tables, files and plots write numbers the same way everywhere.
        Locale.setDefault(Locale.ROOT);
        // Pictures are drawn into files: whether there is a display, and whether it answers, is no matter.
        System.setProperty("java.awt.headless", "true");
        // Commands say themselves why training is slow.
        System.setProperty(KernelChoice.TOLD, "true");
        Interruption interruption = Interruption.watch();
        Terminal terminal = Terminal.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> terminal.err().println(
                "the thread %s has ended, which is a mistake of Gridrun's: %s"
                        .formatted(thread.getName(), Visible.message(e.toString()))));
        int code = run(Arrays.asList(args), System.getenv(), terminal, interruption);
        interruption.workEnded();
        if (!interruption.requested()) {
            System.exit(code);
        }
    }

    /** Carries out a command; returns the exit code. */
    static int run(List<String> words, Map<String, String> environment, Terminal terminal, Interruption interruption) {
        int code = carryOut(words, environment, terminal, interruption);
        return Exit.worse(code, terminal.endOfOutput());
    }

    private static int carryOut(List<String> given, Map<String, String> environment, Terminal terminal,
            Interruption interruption) {
        // There is one help for all commands, wherever it is asked for.
        List<String> words = given.contains(HELP) ? List.of(HELP) : given;
        Command command = COMMANDS.stream().filter(known -> !words.isEmpty() && known.name().equals(words.get(0)))
                .findFirst().orElse(COMMANDS.get(0));
        List<String> rest = command.name().isEmpty() ? words : words.subList(1, words.size());
        try {
            Surroundings.check(words, System.getProperty("user.dir"));
            if (command.name().isEmpty() && !words.isEmpty()) {
                checkNoCommand(words.get(0));
            }
            List<Option> options = new ArrayList<>(command.options());
            options.add(ClassPath.OPTION);
            Arguments arguments = Arguments.parse(options, rest, environment);
            ClassPath.search(arguments);
            return command.run(arguments, terminal, interruption);
        } catch (UsageException | DataUnavailable | UnreadableFile | Dataset.Unreadable | Unusable e) {
            terminal.err().println(e.getMessage());
            return Exit.BAD_INPUT;
        } catch (InvalidPathException e) {
            terminal.err().println("'" + e.getInput() + "' is not a path: " + FilePath.reason(e));
            return Exit.BAD_INPUT;
        } catch (StoreException | DataLost | ServerUnavailable | MlflowException e) {
            terminal.err().println(e.getMessage());
            return Exit.RUN_FAILED;
        } catch (InterruptedException e) {
            return Exit.INTERRUPTED;
        } catch (Exception e) {
            Optional<Error> error = errorIn(e);
            if (error.isPresent()) {
                terminal.err().println(reason(error.get()));
                return Exit.RUN_FAILED;
            }
            terminal.err().println("This is a mistake of Gridrun's, not of yours:");
            e.printStackTrace(terminal.err());
            return Exit.RUN_FAILED;
        } catch (Error e) {
            terminal.err().println(reason(e));
            return Exit.RUN_FAILED;
        }
    }

    /** Refuses a command's name that is misspelt before its options are, which experiment files do not take. */
    private static void checkNoCommand(String word) {
        boolean isWord = word.matches("[A-Za-z]+");
        List<String> names = COMMANDS.stream().map(Command::name).filter(name -> !name.isEmpty()).toList();
        Spelling.nearest(word, names).filter(near -> isWord && !Files.exists(Path.of(word))).ifPresent(near -> {
            throw new UsageException("%s: there is no such file; did you mean the command '%s'?".formatted(word, near));
        });
    }

    /** The error for which another thread has failed. */
    private static Optional<Error> errorIn(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).filter(Error.class::isInstance)
                .map(Error.class::cast).findFirst();
    }

    /** What the machine, and not the work, could not go on with: a trace would tell nobody what to do. */
    static String reason(Error e) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        if (e instanceof OutOfMemoryError) {
            return "out of memory: the %,d MiB that Java may take are not enough; a larger java -Xmx, fewer --jobs or "
                    .formatted(megabytes) + "--threads, or smaller files help";
        }
        if (e instanceof StackOverflowError) {
            return "something is nested too deep for Java's stack; java -Xss8m gives it a larger one";
        }
        return "This is a mistake of Gridrun's or of this Java's, not of yours: " + e;
    }
}
