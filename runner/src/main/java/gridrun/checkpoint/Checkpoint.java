package gridrun.checkpoint;

import gridrun.archive.Snapshot;
import gridrun.store.DurableFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as far as it has come.
 *
 * @param key whose it is: a run's, or what a run and its longer forms have in common
 * @param version the content of the data and the version of the engine
 * @param epochs all that have ended, in order
 * @param steps those of the next epoch that are behind it, too
 * @param stepSeconds the time that these took
 * @param state the trainer's
 */
public record Checkpoint(
        String key, String version, List<Epoch> epochs, int steps, double stepSeconds, Snapshot state) {

    /**
     * An epoch that has ended.
     *
     * @param endMs when, milliseconds since 1970
     * @param seconds how long it took
     */
    public record Epoch(long endMs, double seconds, Map<String, Double> metrics) {
    }

    /** What is no whole checkpoint. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1;

        Damaged(Exception cause) {
            super("damaged", cause);
        }
    }

    private static final byte[] MAGIC = "GRIDRUN CHECKPOINT 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 32;

    /** The time that was trained so far. */
    public double seconds() {
        return stepSeconds + epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    /** This under another key. */
    Checkpoint of(String other) {
        return new Checkpoint(other, version, epochs, steps, stepSeconds, state);
    }

    /** The bytes of a file: what it is, the SHA-256 of the rest, the rest. */
    byte[] bytes() {
        byte[] head = head();
        byte[] rest = state.bytes();
        ByteBuffer file = ByteBuffer.allocate(
                Math.addExact(rest.length, MAGIC.length + HASH + Integer.BYTES + head.length));
        int from = MAGIC.length + HASH;
        file.position(from);
        file.putInt(head.length).put(head).put(rest);
        byte[] hash = sha256(file.array(), from);
        file.position(0);
        file.put(MAGIC).put(hash);
        return file.array();
    }

    private byte[] head() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key);
            out.writeUTF(version);
            out.writeInt(steps);
            out.writeDouble(stepSeconds);
            out.writeInt(epochs.size());
            List<String> names = List.of();
            for (Epoch epoch : epochs) {
                out.writeLong(epoch.endMs());
                out.writeDouble(epoch.seconds());
                names = writeNames(names, List.copyOf(epoch.metrics().keySet()), out);
                for (double value : epoch.metrics().values()) {
                    out.writeDouble(value);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory takes any bytes", e);
        }
        return bytes.toByteArray();
    }

    /** Names are written where they differ from those of the epoch before. */
    private static List<String> writeNames(List<String> before, List<String> names, DataOutputStream out)
            throws IOException {
        if (names.equals(before)) {
            out.writeInt(-1);
            return before;
        }
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
        return names;
    }

    /**
     * Reads what {@link #bytes} made.
     *
     * @throws Damaged where it did not
     */
    static Checkpoint of(byte[] file) throws Damaged {
        int from = MAGIC.length + HASH;
        if (file.length < from || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))
                || !Arrays.equals(sha256(file, from), Arrays.copyOfRange(file, MAGIC.length, from))) {
            throw new Damaged(null);
        }
        int head = ByteBuffer.wrap(file).getInt(from);
        int state = from + Integer.BYTES + head;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, from + Integer.BYTES, head))) {
            String key = in.readUTF();
            String version = in.readUTF();
            int steps = in.readInt();
            double stepSeconds = in.readDouble();
            return new Checkpoint(key, version, epochs(in), steps, stepSeconds,
                    Snapshot.of(Arrays.copyOfRange(file, state, file.length)));
        } catch (IOException | Snapshot.Unfit e) {
            throw new Damaged(e);
        }
    }

    /** How many epochs a file says that it has behind it; whether it is whole is another question. */
    static int epochs(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(MAGIC.length + HASH + Integer.BYTES);
            in.readUTF(); // the key
            in.readUTF(); // the version
            in.readInt();
            in.readDouble();
            return in.readInt();
        }
    }

    private static List<Epoch> epochs(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Epoch> epochs = new ArrayList<>();
        List<String> names = List.of();
        for (int i = 0; i < count; i++) {
            long endMs = in.readLong();
            double seconds = in.readDouble();
            names = readNames(names, in);
            Map<String, Double> metrics = new LinkedHashMap<>();
            for (String name : names) {
                metrics.put(name, in.readDouble());
            }
            epochs.add(new Epoch(endMs, seconds, metrics));
        }
        return epochs;
    }

    private static List<String> readNames(List<String> before, DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            return before;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    private static byte[] sha256(byte[] file, int from) {
        MessageDigest digest = DurableFiles.sha256();
        digest.update(file, from, file.length - from);
        return digest.digest();
    }
}
