package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is no text in UTF-8 is named, with what to do")
class TextFileTest {

    private static final String TEXT = "x,y\n1,größer\n2,kleiner\n3,größer\n4,kleiner\n";

    @TempDir
    Path directory;
    private CsvFiles files;

    @BeforeEach
    void makeFiles() {
        files = new CsvFiles(directory);
    }

    private void check(byte[] content, String message) {
        files.write("d.csv", content);
        String errors = files.errors("");
        assertTrue(errors.contains(message), errors);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ISO-8859-1|d.csv:2: the byte 0xF6 is no text in UTF-8; it looks like Windows-1252 (or Latin-1, ISO 8859-1): "
                + "convert it, as by iconv -f WINDOWS-1252 -t UTF-8",
        "UTF-16|d.csv is no text in UTF-8; it looks like UTF-16, by its byte order mark: convert it, as by iconv -f "
                + "UTF-16",
        "UTF-16LE|d.csv is no text in UTF-8; it looks like UTF-16: convert it, as by iconv -f UTF-16LE",
        "UTF-16BE|d.csv is no text in UTF-8; it looks like UTF-16: convert it, as by iconv -f UTF-16BE",
    })
    void otherEncodings(String encoding, String message) {
        check(TEXT.getBytes(Charset.forName(encoding)), message);
    }

    @Test
    void badByteAmongTheFirst() {
        check("äx,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1), "d.csv:1: the byte 0xE4 is no text in UTF-8");
        check("ä".getBytes(StandardCharsets.ISO_8859_1), "d.csv:1: the byte 0xE4 is no text in UTF-8");
    }

    @Test
    @DisplayName("The line of the first bad byte is told however far it is")
    void badByteFarBehind() {
        String text = CsvFiles.rows("x,y", 70_000, i -> i + ",a") + "1,ä\n";
        check(text.getBytes(StandardCharsets.ISO_8859_1), "d.csv:70002: the byte 0xE4");
    }

    @Test
    void archives() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        check(zipped.toByteArray(), "d.csv is compressed with gzip; unpack it: gunzip -c ");
        check(new byte[] {'P', 'K', 3, 4, 20, 0}, "d.csv is a zip archive, as Excel's workbooks are");
        check(new byte[] {'x', ',', 'y', '\n', 0, 1, 0, 0}, "d.csv is no text: it has bytes that are 0 (NUL)");
    }

    @Test
    void byteOrderMarkOfUtf8_isNoPartOfAName() {
        assertEquals(List.of("x (standardized)"), files.csv("\uFEFF" + TEXT, "").featureNames());
    }
}
