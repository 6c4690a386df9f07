package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Refusals.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not take artifacts themselves. */
@Tag("slow")
class ArtifactStoreTest extends PublishingFixture {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"file", "path"})
    void publish_aDirectoryThatTheServerShares_isWritten(String form) throws Exception {
        record();
        mlflow.artifactRoot = form.equals("file") ? directory.toUri().toString().replaceFirst("/$", "")
                : directory.toString();
        mlflow.shared = directory;
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        FakeRun run = mlflow.byTag(Tags.RUN_KEY, first);
        Path artifacts = directory.resolve(run.run.getInfo().getRunId()).resolve("artifacts");
        assertArrayEquals(new byte[100], Files.readAllBytes(artifacts.resolve("plots/loss.svg")));
        assertTrue(Files.exists(artifacts.resolve("SHA256SUMS")));
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_aDirectoryOfTheServersOwnMachine_isToldAndLeavesNothing() throws Exception {
        record();
        mlflow.artifactRoot = directory.resolve("far/away").toString();
        PublishReport report = publish();
        assertTrue(report.owed().nothing(), report.toString());
        assertFalse(report.isComplete());
        assertTrue(report.refusals().stream().allMatch(refusal -> refusal.message().startsWith(
                "the server keeps artifacts in a directory of its own machine, " + directory)
                && refusal.message().endsWith("; start it with --serve-artifacts")), report.toString());
        assertFalse(Files.exists(directory.resolve("far")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/mlflow", "ftp://me:secret@h/x", "wasbs://c@a/x", "./mlruns"})
    void publish_aStoreThatOnlyItsClientCanWrite_isOneSentence(String root) {
        record();
        mlflow.artifactRoot = root;
        PublishReport report = publish();
        assertTrue(report.owed().nothing(), report.toString());
        assertEquals(7, report.refusals().size(), "one of each run with artifacts");
        Set<String> messages = report.refusals().stream().map(Refusal::message).collect(Collectors.toSet());
        String scheme = root.contains(":") ? root.substring(0, root.indexOf(':') + 1) : "./mlruns";
        assertEquals(1, scheme.endsWith(":") ? messages.size() : 1, messages.toString());
        assertTrue(messages.stream().allMatch(message -> message.startsWith(
                "the server does not take artifacts itself, and Gridrun cannot write to where they belong (" + scheme)),
                messages.toString());
        assertFalse(report.toString().contains("secret"));
        mlflow.artifactRoot = "mlflow-artifacts:/1";
    }
}
