package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFileTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex == null ? "" : hex);
    }

    @Test
    void parse_readsDimensionsAndElements() throws DataUnavailable {
        IdxFile idx = IdxFile.parse("labels", bytes("00000802" + "00000002" + "00000003" + "0001ff020304"), 2);
        assertArrayEquals(new int[] {2, 3}, idx.dimensions());
        assertEquals(2, idx.count());
        assertEquals(255, idx.element(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                     | it has 0 bytes, fewer than the header's 8",
        "000008               | it has 3 bytes, fewer than the header's 8",
        "0000080300000001     | it begins with 0x00000803, not with 0x00000801 (unsigned bytes in 1 dimensions)",
        "1f8b080000000000     | it begins with 0x1f8b0800, not with 0x00000801 (unsigned bytes in 1 dimensions)",
        "00000801ffffffff     | it gives dimension 1 as -1",
        "000008010000000300   | it has 1 elements, but its header promises [3] = 3",
        "00000801000000010000 | it has 2 elements, but its header promises [1] = 1",
    })
    void parse_ofADamagedFile_saysWhatIsWrong(String hex, String problem) {
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> IdxFile.parse("f", bytes(hex), 1));
        assertEquals("f is not a proper idx file: " + problem, error.getMessage());
    }
}
