package gridrun.tracking;

import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An artifact to deliver: a file of the store, or a text that is made for MLflow. */
record ArtifactContent(String path, long size, String sha256, Path file, byte[] bytes) {

    static ArtifactContent of(Path directory, Artifact artifact) {
        Path file = directory.resolve(artifact.path());
        return new ArtifactContent(artifact.path(), artifact.size(), artifact.sha256(), file, null);
    }

    static ArtifactContent of(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ArtifactContent(path, bytes.length, DurableFiles.sha256(bytes), null, bytes);
    }

    /** The directory that it is in; the root is empty. */
    String directory() {
        return directory(path);
    }

    /** The directory that a path is in; the root is empty. */
    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** @throws IOException if it cannot be read, or is not what was recorded */
    byte[] read() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        byte[] content = Files.readAllBytes(file);
        if (!DurableFiles.sha256(content).equals(sha256)) {
            throw new IOException(file + " was changed after it was recorded");
        }
        return content;
    }
}
