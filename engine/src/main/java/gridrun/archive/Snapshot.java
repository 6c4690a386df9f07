package gridrun.archive;

import gridrun.tensor.Tensor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state of an object at one moment. Taking it copies memory and nothing else; {@link #bytes} does the rest, on any
 * thread.
 *
 * <p>Every value is kept with its name, so state that a later version lays out in another way is refused, not misread.
 */
public final class Snapshot {

    /** A snapshot is not one of what it is restored into, or is cut off. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** @param value a {@code long[]}, {@code double[]} or {@code float[]} */
    private record Entry(String name, Object value) {

        int length() {
            return value instanceof float[] floats ? floats.length
                    : value instanceof double[] doubles ? doubles.length : ((long[]) value).length;
        }

        char kind() {
            return value instanceof float[] ? 'f' : value instanceof double[] ? 'd' : 'l';
        }

        @Override
        public String toString() {
            return described(name, kind(), length());
        }
    }

    private final List<Entry> entries;

    private Snapshot(List<Entry> entries) {
        this.entries = entries;
    }

    /** Takes what an object tells an archive. */
    public static Snapshot take(Consumer<Archive> state) {
        List<Entry> entries = new ArrayList<>();
        state.accept(new Taking(entries));
        return new Snapshot(entries);
    }

    /**
     * Puts it back into an object of the same kind.
     *
     * @throws Unfit where the object has other state; it is then of no use any more
     */
    public void restore(Consumer<Archive> state) {
        Deque<Entry> left = new ArrayDeque<>(entries);
        state.accept(new Restoring(left));
        if (!left.isEmpty()) {
            throw new Unfit(left.peek() + " is of no use there");
        }
    }

    /**
     * The snapshot as bytes, little-endian: of each value the name, the kind, the length and the content.
     *
     * @throws ArithmeticException where they are more than an array holds
     */
    public byte[] bytes() {
        int size = 0;
        for (Entry entry : entries) {
            int width = entry.kind() == 'f' ? Float.BYTES : Long.BYTES;
            int content = Math.multiplyExact(width, entry.length());
            size = Math.addExact(size, Math.addExact(content, 9 + name(entry).length));
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Entry entry : entries) {
            byte[] name = name(entry);
            bytes.putInt(name.length).put(name).put((byte) entry.kind()).putInt(entry.length());
            if (entry.value() instanceof float[] floats) {
                bytes.asFloatBuffer().put(floats);
                bytes.position(bytes.position() + Float.BYTES * floats.length);
            } else if (entry.value() instanceof double[] doubles) {
                bytes.asDoubleBuffer().put(doubles);
                bytes.position(bytes.position() + Double.BYTES * doubles.length);
            } else {
                Arrays.stream((long[]) entry.value()).forEach(bytes::putLong);
            }
        }
        return bytes.array();
    }

    private static String described(String name, char kind, int length) {
        return "%s (%d x %s)".formatted(name, length, kind == 'f' ? "float" : kind == 'd' ? "double" : "long");
    }

    private static byte[] name(Entry entry) {
        return entry.name().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #bytes} made.
     *
     * @throws Unfit where it did not
     */
    public static Snapshot of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        List<Entry> entries = new ArrayList<>();
        try {
            while (bytes.hasRemaining()) {
                byte[] name = new byte[bounded(bytes.getInt(), 1, bytes)];
                bytes.get(name);
                entries.add(new Entry(new String(name, StandardCharsets.UTF_8), value((char) bytes.get(), bytes)));
            }
        } catch (BufferUnderflowException e) {
            throw new Unfit("it is cut off");
        }
        return new Snapshot(entries);
    }

    private static Object value(char kind, ByteBuffer bytes) {
        if ("fdl".indexOf(kind) < 0) {
            throw new Unfit("it has values of an unknown kind");
        }
        int length = bounded(bytes.getInt(), kind == 'f' ? Float.BYTES : Long.BYTES, bytes);
        if (kind == 'f') {
            float[] floats = new float[length];
            bytes.asFloatBuffer().get(floats);
            bytes.position(bytes.position() + Float.BYTES * length);
            return floats;
        }
        if (kind == 'd') {
            double[] doubles = new double[length];
            bytes.asDoubleBuffer().get(doubles);
            bytes.position(bytes.position() + Double.BYTES * length);
            return doubles;
        }
        long[] wholes = new long[length];
        Arrays.setAll(wholes, i -> bytes.getLong());
        return wholes;
    }

    /** A length, before memory is taken for it. */
    private static int bounded(int length, int width, ByteBuffer bytes) {
        if (length < 0 || (long) length * width > bytes.remaining()) {
            throw new Unfit("it is cut off");
        }
        return length;
    }

    private record Taking(List<Entry> entries) implements Archive {

        @Override
        public long whole(String name, long value) {
            entries.add(new Entry(name, new long[] {value}));
            return value;
        }

        @Override
        public double number(String name, double value) {
            entries.add(new Entry(name, new double[] {value}));
            return value;
        }

        @Override
        public void numbers(String name, double[] values) {
            entries.add(new Entry(name, values.clone()));
        }

        @Override
        public void tensor(String name, Tensor values) {
            int to = values.offset() + values.size();
            float[] floats = values.arena().floats();
            entries.add(new Entry(name, floats != null ? Arrays.copyOfRange(floats, values.offset(), to)
                    : Arrays.copyOfRange(values.arena().doubles(), values.offset(), to)));
        }
    }

    private record Restoring(Deque<Entry> left) implements Archive {

        @Override
        public long whole(String name, long value) {
            return ((long[]) next(name, 'l', 1))[0];
        }

        @Override
        public double number(String name, double value) {
            return ((double[]) next(name, 'd', 1))[0];
        }

        @Override
        public void numbers(String name, double[] values) {
            System.arraycopy(next(name, 'd', values.length), 0, values, 0, values.length);
        }

        @Override
        public void tensor(String name, Tensor values) {
            boolean single = values.arena().floats() != null;
            System.arraycopy(next(name, single ? 'f' : 'd', values.size()), 0,
                    single ? values.arena().floats() : values.arena().doubles(), values.offset(), values.size());
        }

        private Object next(String name, char kind, int length) {
            Entry next = left.poll();
            if (next == null || !next.name().equals(name) || next.kind() != kind || next.length() != length) {
                throw new Unfit(
                        described(name, kind, length) + " is expected there" + (next == null ? "" : ", not " + next));
            }
            return next.value();
        }
    }
}
