package gridrun.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A file of text in UTF-8; what is none is named, with what to do about it. */
final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int HEAD = 1024;

    private final OwnFile file;

    TextFile(OwnFile file) {
        this.file = file;
    }

    /**
     * Opens the text behind a byte order mark, if there is one. Reading may throw a {@code CharacterCodingException}:
     * {@link #undecodable} tells what that is about.
     *
     * @param digest is given all bytes
     * @throws UnreadableFile if the file is missing, or begins as files do that are no text in UTF-8
     */
    Reader open(Sha256 digest) {
        try {
            InputStream in = new BufferedInputStream(digest.reading(Files.newInputStream(file.path())), 1 << 16);
            checkHead(in);
            PushbackReader text = new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
            int first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                text.unread(first);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw undecodable();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Looks ahead, for what comes out of a pipe can be read only once. */
    private void checkHead(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        String shown = file.shown();
        if (begins(head, 0x1F, 0x8B)) {
            throw file.wrong("%s is compressed with gzip; unpack it: gunzip -c %s > rows.csv".formatted(shown, shown));
        }
        if (begins(head, 'P', 'K', 3, 4)) {
            throw file
                    .wrong(shown + " is a zip archive, as Excel's workbooks are; unpack it, or save the sheet as CSV");
        }
        if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
            throw wrong("UTF-16, by its byte order mark", "UTF-16");
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > 0) {
            boolean wide = Math.max(zeros[0], zeros[1]) > head.length / 4 && Math.min(zeros[0], zeros[1]) == 0;
            throw wide ? wrong("UTF-16", zeros[0] > 0 ? "UTF-16BE" : "UTF-16LE")
                    : file.wrong(shown + " is no text: it has bytes that are 0 (NUL)");
        }
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** What to say where the text cannot be decoded: the first such byte, and the encoding that the file looks like. */
    UnreadableFile undecodable() {
        if (!Files.isRegularFile(file.path())) {
            return file.wrong(file.shown() + " is no text in UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
        CharBuffer chars = CharBuffer.allocate(1 << 13);
        int line = 1;
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars.clear(), true);
            line += (int) chars.flip().chars().filter(c -> c == '\n').count();
        } while (result.isOverflow());
        return file.wrong("%s:%d: the byte 0x%02X is no text in UTF-8; %s".formatted(file.shown(), line,
                bytes.hasRemaining() ? bytes.get() & 0xFF : 0,
                remedy("Windows-1252 (or Latin-1, ISO 8859-1)", "WINDOWS-1252")));
    }

    private UnreadableFile wrong(String encoding, String name) {
        return file.wrong("%s is no text in UTF-8; %s".formatted(file.shown(), remedy(encoding, name)));
    }

    private String remedy(String encoding, String name) {
        return "it looks like %s: convert it, as by iconv -f %s -t UTF-8 %s > utf8.csv".formatted(
                encoding, name, file.shown());
    }
}
