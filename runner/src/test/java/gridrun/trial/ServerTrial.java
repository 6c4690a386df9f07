package gridrun.trial;

import gridrun.tracking.ServerUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    /** Whatever became of the test before: this one begins with nothing on the server. */
    @BeforeEach
    void begin() throws SQLException {
        sweep.server().putAway(ServerSweep.NAME);
    }

    @AfterAll
    protected static void stop() throws ServerUnavailable {
        sweep.close();
    }
}
