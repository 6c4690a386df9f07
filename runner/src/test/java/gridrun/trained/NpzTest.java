package gridrun.trained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.trained.Npz.Array;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {

    @Test
    void bytes_areAnArchiveOfArrays() throws IOException {
        byte[] npz = Npz.bytes(List.of(
                new Array("dense_1/W", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, -0.5f}),
                new Array("dense_1/b", new int[] {3}, new float[] {7, 8, Float.NaN})));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
            ZipEntry first = zip.getNextEntry();
            assertEquals("dense_1/W.npy", first.getName());
            assertEquals(ZipEntry.STORED, first.getMethod());
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, -0.5f}, values(zip.readAllBytes(), "(2, 3)"));
            assertEquals("dense_1/b.npy", zip.getNextEntry().getName());
            assertArrayEquals(new float[] {7, 8, Float.NaN}, values(zip.readAllBytes(), "(3,)"));
            assertEquals(null, zip.getNextEntry());
        }
    }

    /** Reads a .npy file of version 1.0 by the letter of its specification. */
    private static float[] values(byte[] npy, String shape) {
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
        byte[] header = new byte[bytes.getShort()];
        bytes.get(header);
        assertEquals(0, bytes.position() % 64, "the values are aligned");
        String text = new String(header, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", text.stripTrailing());
        assertEquals('\n', text.charAt(text.length() - 1));
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Test
    void bytes_ofAnyNaN_areTheSame() {
        float negative = Float.intBitsToFloat(0xFFC00000);
        assertArrayEquals(Npz.bytes(List.of(new Array("W", new int[] {2}, new float[] {Float.NaN, 1}))),
                Npz.bytes(List.of(new Array("W", new int[] {2}, new float[] {negative, 1}))));
    }

    @ParameterizedTest
    @CsvSource({"1", "12", "123", "1234", "12345", "123456"})
    void bytes_ofAnyHeaderLength_areAligned(int length) throws IOException {
        byte[] npz = Npz.bytes(List.of(new Array("a", new int[] {length}, new float[length])));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
            zip.getNextEntry();
            assertEquals(length, values(zip.readAllBytes(), "(" + length + ",)").length);
        }
    }

    @Test
    void bytes_ofEqualArrays_areEqual() {
        assertArrayEquals(Npz.bytes(List.of(new Array("a", new int[] {}, new float[] {3}))),
                Npz.bytes(List.of(new Array("a", new int[] {}, new float[] {3}))));
    }

    @Test
    void array_ofAnotherSizeThanItsShape_isRefused() {
        assertEquals("W: 5 values do not fill [2, 3]", assertThrows(IllegalArgumentException.class,
                () -> new Array("W", new int[] {2, 3}, new float[5])).getMessage());
    }

    @Test
    void read_givesBackWhatWasWritten() throws IOException {
        List<Array> arrays = List.of(new Array("dense_1.W", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, Float.NaN}),
                new Array("scalar", new int[] {}, new float[] {7}),
                new Array("b", new int[] {3}, new float[] {7, 8, 9}));
        List<Array> read = Npz.read(Npz.bytes(arrays));
        for (int i = 0; i < arrays.size(); i++) {
            assertEquals(arrays.get(i).name(), read.get(i).name());
            assertArrayEquals(arrays.get(i).shape(), read.get(i).shape());
            assertArrayEquals(arrays.get(i).values(), read.get(i).values());
        }
        assertEquals(arrays.size(), read.size());
    }

    @Test
    void read_ofSomethingElse_saysSo() {
        assertEquals("it is no archive of arrays",
                assertThrows(IOException.class, () -> Npz.read(new byte[] {1, 2, 3})).getMessage());
        byte[] doubles = new String(Npz.bytes(List.of(new Array("a", new int[] {1}, new float[1]))),
                StandardCharsets.ISO_8859_1).replace("<f4", "<f8").getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IOException.class, () -> Npz.read(doubles), "damaged, and of another type");
        byte[] whole = Npz.bytes(List.of(new Array("a", new int[] {100}, new float[100])));
        assertThrows(IOException.class, () -> Npz.read(Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void read_ofABomb_takesNoMoreThanTheArchiveHas() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            for (int i = 0; i < 256; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertEquals("a.npy is compressed, as these archives are not",
                assertThrows(IOException.class, () -> Npz.read(bytes.toByteArray())).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(99999,)", "(65536, 65536, 65536, 65536,)", "(99999999999,)", "(,)", "(0,)"})
    void read_ofAShapeThatCannotBe_saysSo(String shape) {
        byte[] archive = array("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", 0);
        assertThrows(IOException.class, () -> Npz.read(archive), shape);
    }

    @Test
    void read_ofAHeaderThatNeverEnds_saysSo() {
        byte[] archive = array("{", 60_000);
        assertEquals("a ends within its header", assertThrows(IOException.class, () -> Npz.read(archive)).getMessage());
    }

    /** An archive with one array of two numbers, whose header is said to be so much longer than it is. */
    private static byte[] array(String header, int more) {
        ByteBuffer npy = ByteBuffer.allocate(10 + header.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        npy.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (header.length() + more));
        npy.put(header.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0); // as large as what is stored
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy.array());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
