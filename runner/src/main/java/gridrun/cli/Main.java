package gridrun.cli;

import gridrun.config.FilePath;
import gridrun.data.DataUnavailable;
import gridrun.data.UnreadableFile;
import gridrun.store.StoreException;
import gridrun.task.Dataset;
import gridrun.tracking.MlflowException;
import gridrun.tracking.ServerUnavailable;
import gridrun.trained.TrainedRun;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command line's entry point: picks the command, and turns what went wrong into a message and an exit code. */
public final class Main {

    static final List<Command> COMMANDS =
            List.of(new RunCommand(), new ResultsCommand(), new EvaluateCommand(), new PredictCommand(),
                    new GradientsCommand(), new PublishCommand(), new ServerCommand(), new ListCommand(),
                    new BenchCommand());

    private Main() {
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Tables, files and plots write numbers the same way everywhere.
        Locale.setDefault(Locale.ROOT);
        // Pictures are drawn into files: whether there is a display, and whether it answers, is no matter.
        System.setProperty("java.awt.headless", "true");
        Interruption interruption = Interruption.watch();
        int code = run(Arrays.asList(args), System.getenv(), Terminal.ofProcess(), interruption);
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

    private static int carryOut(List<String> words, Map<String, String> environment, Terminal terminal,
                                Interruption interruption) {
        Command command = COMMANDS.stream().filter(known -> !words.isEmpty() && known.name().equals(words.get(0)))
                .findFirst().orElse(COMMANDS.get(0));
        List<String> rest = command.name().isEmpty() ? words : words.subList(1, words.size());
        try {
            Surroundings.check(words, System.getProperty("user.dir"));
            return command.run(Arguments.parse(command.options(), rest, environment), terminal, interruption);
        } catch (UsageException | DataUnavailable | UnreadableFile | Dataset.Unreadable | TrainedRun.Unusable e) {
            terminal.err().println(e.getMessage());
            return Exit.BAD_INPUT;
        } catch (InvalidPathException e) {
            terminal.err().println("'" + e.getInput() + "' is not a path: " + FilePath.reason(e));
            return Exit.BAD_INPUT;
        } catch (StoreException | ServerUnavailable | MlflowException e) {
            terminal.err().println(e.getMessage());
            return Exit.RUN_FAILED;
        } catch (InterruptedException e) {
            return Exit.INTERRUPTED;
        } catch (Exception e) {
            terminal.err().println("This is a mistake of Gridrun's, not of yours:");
            e.printStackTrace(terminal.err());
            return Exit.RUN_FAILED;
        }
    }
}
