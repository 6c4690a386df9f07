package gridrun.trial;

import gridrun.tracking.ServerUnavailable;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A trial of the short sweep against a real server of its own. */
@Tag("trial")
public abstract class ServerTrial {

    /** For the results of commands. */
    @TempDir
    protected static Path temporary;
    /** What an undisturbed command leaves, to compare with. */
    protected static ServerSweep sweep;

    @BeforeAll
    protected static void undisturbed() throws Exception {
        sweep = new ServerSweep(temporary, ServerSweep.SHORT);
    }

    @AfterAll
    protected static void stop() throws ServerUnavailable {
        sweep.close();
    }
}
