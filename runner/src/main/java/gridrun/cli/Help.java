package gridrun.cli;

import java.io.PrintStream;
import org.apache.commons.cli.Option;

/** The text of {@code --help}, within 80 columns. */
final class Help {

    private static final int MEANING = 26;
    private static final int WIDTH = 80;

    private Help() {
    }

    static void print(PrintStream out) {
        out.print("""
                Usage: java -jar runner.jar FILE... [key=value ...] [options]
                       java -jar runner.jar COMMAND [options]

                Runs the experiments that the files describe, records every run in results/, and
                brings params, metrics and artifacts to an MLflow server.

                Settings of the file, by their full or unambiguous short names:
                  learning_rate=0.05        set it; where it was an axis, the axis is gone
                  learning_rate=0.01,0.05   an axis of these values
                  hidden='[256,128],[64]'   an axis of two lists
                  seeds=1 epochs=3          any setting; tracking=none publishes nowhere
                  ~early_stopping           back to the default

                Options:
                """);
        Main.COMMANDS.get(0).options().forEach(option -> option(out, option));
        option(out, ClassPath.OPTION);
        out.print("\nCommands:\n");
        for (Command command : Main.COMMANDS) {
            if (!command.name().isEmpty()) {
                entry(out, command.synopsis(), command.meaning());
                command.options().stream().filter(option -> !Main.COMMANDS.get(0).options().contains(option))
                        .forEach(option -> entry(out, "  " + written(option), option.getDescription()));
            }
        }
        out.print("""

                Exit codes: 0 all done; 1 a run failed (after the others finished); 2 bad file,
                arguments or data, nothing was run; 3 an expectation of the file's is missed;
                4 --require-tracking, and not all was delivered; 130 interrupted (143 by
                SIGTERM, 129 by SIGHUP), the same command continues; 141 nobody read all of
                the output. Of several the first of 130, 2, 1, 3, 4, 141.
                """);
    }

    private static void option(PrintStream out, Option option) {
        entry(out, written(option), option.getDescription());
    }

    private static String written(Option option) {
        return "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
    }

    /** A term and its meaning, wrapped below itself. */
    private static void entry(PrintStream out, String term, String meaning) {
        StringBuilder line = new StringBuilder("  " + term);
        if (line.length() > MEANING) {
            out.println(line);
            line.setLength(0);
        }
        line.append(" ".repeat(Math.max(0, MEANING + 2 - line.length())));
        for (String word : meaning.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(MEANING + 2));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }
}
