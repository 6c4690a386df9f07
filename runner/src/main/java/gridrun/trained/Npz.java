package gridrun.trained;

import gridrun.text.Visible;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Arrays in NumPy's format {@code .npz}: a zip archive of one {@code .npy} file an array, as {@code numpy.savez} does.
 *
 * <p>Equal arrays give equal bytes, in every time zone and on every JDK: nothing is compressed, all times are the same,
 * and every NaN is written as one, since processors differ in the sign of what they make. Source: NumPy Enhancement
 * Proposal 1, A simple file format for NumPy arrays, 2007.
 */
public final class Npz {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");
    private static final int ALIGNMENT = 64;
    /** Not the first that zip can name, which the JDK takes for an earlier one and adds in the machine's time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {
    }

    /**
     * A named array in float32, row-major.
     *
     * @param name such as "dense_1/W"; its key in Python
     */
    public record Array(String name, int[] shape, float[] values) {

        public Array {
            long size =
                    Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE + 1L));
            if (size != values.length) {
                throw new IllegalArgumentException(
                        "%s: %d values do not fill %s".formatted(name, values.length, Arrays.toString(shape)));
            }
        }
    }

    /** The archive's bytes. */
    public static byte[] bytes(List<Array> arrays) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(arrays, bytes);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes the archive; the stream is flushed, but stays open. */
    public static void write(List<Array> arrays, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        for (Array array : arrays) {
            byte[] content = npy(array);
            CRC32 crc = new CRC32();
            crc.update(content);
            ZipEntry entry = new ZipEntry(array.name() + ".npy");
            entry.setTimeLocal(TIME);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /**
     * The arrays of an archive that {@link #write} made.
     *
     * @throws IOException if it is damaged or of another kind, with what is wrong
     */
    public static List<Array> read(byte[] archive) throws IOException {
        List<Array> arrays = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            int left = archive.length;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // What is not compressed is no larger than the archive.
                byte[] content = zip.readNBytes(left + 1);
                if (content.length > left) {
                    throw new IOException("%s is compressed, as these archives are not".formatted(entry.getName()));
                }
                left -= content.length;
                arrays.add(array(entry.getName().replaceFirst("\\.npy$", ""), content));
            }
        } catch (EOFException e) {
            throw new IOException("it ends within an array", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry's name is no text: " + e.getMessage(), e);
        }
        if (arrays.isEmpty()) {
            throw new IOException("it is no archive of arrays");
        }
        return arrays;
    }

    private static Array array(String name, byte[] npy) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int fixed = MAGIC.length + Short.BYTES;
        if (npy.length < fixed || !Arrays.equals(npy, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException(name + " is no array");
        }
        int start = fixed + (bytes.getShort(MAGIC.length) & 0xFFFF);
        if (start > npy.length) {
            throw new IOException(name + " ends within its header");
        }
        String header = new String(npy, fixed, start - fixed, StandardCharsets.US_ASCII);
        Matcher wanted = HEADER.matcher(header);
        if (!wanted.find()) {
            throw new IOException(
                    "%s is not row-major in float32: %s".formatted(name, Visible.message(header.strip())));
        }
        float[] values = new float[(npy.length - start) / Float.BYTES];
        bytes.position(start).asFloatBuffer().get(values);
        try {
            int[] shape = Arrays.stream(wanted.group(1).split(",")).map(String::strip)
                    .filter(length -> !length.isEmpty()).mapToInt(Integer::parseInt).toArray();
            return new Array(name, shape, values);
        } catch (NumberFormatException e) {
            throw new IOException("%s has no array's shape: (%s)".formatted(name, wanted.group(1)), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] npy(Array array) {
        String shape = Arrays.stream(array.shape()).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        String tuple = array.shape().length == 1 ? shape : shape.replaceAll(",$", "");
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(tuple);
        int fixed = MAGIC.length + Short.BYTES;
        int padded = (fixed + header.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - fixed;
        ByteBuffer bytes = ByteBuffer.allocate(fixed + padded + array.values().length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) padded);
        bytes.put((header + " ".repeat(padded - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        for (float value : array.values()) {
            bytes.putInt(Float.floatToIntBits(value));
        }
        return bytes.array();
    }
}
