package gridrun.cli;

import java.util.List;
import org.apache.commons.cli.Option;

/** A word on the command line that does something of its own. */
interface Command {

    /** The word; empty for running files, which needs none. */
    String name();

    /** How it is written, for the help. */
    String synopsis();

    /** What it does, in a line. */
    String meaning();

    List<Option> options();

    /**
     * Carries it out.
     *
     * @return the exit code
     * @throws Exception what a user can do something about, with a message that says what; see {@link Main}
     */
    int run(Arguments arguments, Terminal terminal, Interruption interruption) throws Exception;
}
