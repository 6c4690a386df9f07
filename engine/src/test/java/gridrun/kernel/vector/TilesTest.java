package gridrun.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Generated tiles are current; with -Dtiles.write they are written instead")
class TilesTest {

    private static final Path SOURCES = Path.of("src/main/java/gridrun/kernel/vector").toAbsolutePath();

    static Stream<String> classes() {
        return Tiles.all().stream().map(TileText::name);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void tiles_inTheSources_areThoseOfTheShapes(String name) throws IOException {
        String text = Tiles.all().stream().filter(tiles -> tiles.name().equals(name)).findFirst().orElseThrow().text();
        Path file = SOURCES.resolve(name + ".java");
        if (System.getProperty("tiles.write") != null) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file), () -> file + " is not current; generate it with\n"
                + "mvn -q -pl engine test -Dtest=TilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtiles.write");
    }
}
