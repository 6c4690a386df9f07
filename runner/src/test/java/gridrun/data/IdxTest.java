package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Check;
import gridrun.config.FilePath;
import gridrun.random.Rng;
import gridrun.random.RunSeeds;
import gridrun.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {

    @TempDir
    Path directory;

    /** Writes an idx file of bytes that count up from 0, modulo {@code most}. */
    private FilePath idx(String name, int most, int... dimensions) throws IOException {
        int size = 1;
        ByteBuffer bytes = ByteBuffer.allocate(4096).putInt(8 << 8 | dimensions.length);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
            size *= dimension;
        }
        for (int i = 0; i < size; i++) {
            bytes.put((byte) (i % most));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(content) : content) {
            out.write(bytes.array(), 0, bytes.position());
        }
        return new FilePath(name, Files.write(directory.resolve(name), content.toByteArray()));
    }

    @Test
    void load_ofAPair_givesImagesFromZeroToOne() throws IOException {
        Idx spec = new Idx(idx("i", 256, 10, 3, 4), idx("l", 5, 10), null, null, 0, 0, 0);
        assertEquals(Shape.of(3, 4, 1), spec.signature().input());
        assertEquals(5, spec.signature().task().classes());
        Splits splits = spec.load(null, DataStreams.of(Rng.of(1), Rng.of(2)));
        assertEquals(13 * (1 / 255f), splits.train().data().inputs()[13]);
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4}, splits.train().data().targets());
    }

    @Test
    void plainAndCompressed_areTheSameData() throws IOException {
        Idx plain = new Idx(idx("i", 256, 10, 6), idx("l", 5, 10), null, null, 0.2, 0, 0);
        Idx zipped = new Idx(idx("i.gz", 256, 10, 6), idx("l.gz", 5, 10), null, null, 0.2, 0, 0);
        assertEquals(Shape.of(6), plain.signature().input());
        assertEquals(plain.fingerprint(), zipped.fingerprint());
        assertNotEquals(plain.fingerprint(),
                new Idx(idx("other", 255, 10, 6, 6), idx("l", 5, 10), null, null, 0.2, 0, 0).fingerprint());
    }

    @Test
    void testPair_isTheTestPart() throws IOException {
        Idx spec = new Idx(idx("i", 256, 10, 2, 2, 3), idx("l", 2, 10), idx("ti", 9, 4, 2, 2, 3), idx("tl", 3, 4), 0.2,
                0, 0);
        assertEquals(new Signature(Shape.of(2, 2, 3), gridrun.task.Dataset.Task.classification(3), 8, 2, 4),
                spec.signature());
        assertEquals(4, spec.load(null, DataStreams.of(Rng.of(1), Rng.of(2))).test().data().size());
    }

    @Test
    @DisplayName("other seeds of a plan get the files that it was made with, or nothing")
    void planned_afterAChange_isRefused_butForWhatWasLoaded() throws IOException {
        Idx spec = new Idx(idx("i", 256, 10, 6), idx("l", 5, 10), null, null, 0.2, 0, 0);
        String fingerprint = spec.fingerprint();
        DataLoader loader = new DataLoader(null);
        Splits before = loader.planned(spec, RunSeeds.of(1), 0, fingerprint);
        assertEquals(fingerprint, before.fingerprint());
        idx("l", 4, 10);
        assertSame(before, loader.planned(spec, RunSeeds.of(1), 0, fingerprint));
        DataLost changed =
                assertThrows(DataLost.class, () -> loader.planned(spec, RunSeeds.of(2), 0, fingerprint));
        assertTrue(changed.getMessage().contains("/l was changed while the experiment ran"), changed.getMessage());
        assertEquals(spec.fingerprint(), loader.load(spec, RunSeeds.of(1), 0).fingerprint());
        Files.delete(directory.resolve("l"));
        DataLost absent =
                assertThrows(DataLost.class, () -> loader.planned(spec, RunSeeds.of(3), 0, fingerprint));
        assertTrue(absent.getMessage().contains("there is no file "), absent.getMessage());
    }

    @Test
    void mistakes_nameSettingAndFile() throws IOException {
        FilePath images = idx("i", 256, 10, 3, 4);
        FilePath labels = idx("l", 5, 9);
        assertTells("labels", "l has 9 labels, but", new Idx(images, labels, null, null, 0, 0, 0));
        assertTells("images", "is not a proper idx file: it begins with 0x00000801",
                new Idx(labels, labels, null, null, 0, 0, 0));
        assertTells("labels", "there is no file", new Idx(images,
                new FilePath("absent", directory.resolve("absent")), null, null, 0, 0, 0));
        assertTells("test_images", "has images [2, 2, 1], not [3, 4, 1] as",
                new Idx(images, idx("l10", 5, 10), idx("ti", 9, 4, 2, 2), idx("tl", 3, 4), 0, 0, 0));
        Files.writeString(directory.resolve("no.gz"), "no gzip");
        assertTells("images", "is no gzip file",
                new Idx(new FilePath("no.gz", directory.resolve("no.gz")), labels, null, null, 0, 0, 0));
        assertEquals("testLabels",
                assertThrows(Check.Invalid.class, () -> new Idx(images, labels, images, null, 0, 0, 0)).component());
    }

    private static void assertTells(String setting, String message, Idx spec) {
        UnreadableFile error = assertThrows(UnreadableFile.class, spec::signature);
        assertEquals(setting, error.setting());
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }
}
