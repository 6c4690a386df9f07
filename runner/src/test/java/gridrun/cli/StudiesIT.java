package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.cli.Runner.Ended;
import gridrun.cli.StudyPage.Finding;
import gridrun.cli.StudyPage.Part;
import gridrun.cli.StudyPage.Picture;
import gridrun.cli.StudyPage.Training;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The studies beside the experiments say what their commands find, to the digit. With {@code -Dstudies.write} their
 * tables and pictures are written instead, with {@code -Dstudies.results=DIRECTORY} of runs that are kept there.
 */
@Tag("long")
class StudiesIT {

    private static final Path EXPERIMENTS = Runner.ROOT.resolve("experiments");

    @TempDir
    Path results;

    static List<String> studies() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", "")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void commands_find_whatThePageSays(String study) throws Exception {
        assumeTrue(!study.startsWith("mnist") || hasMnist(), "MNIST is not at hand (GRIDRUN_DATA_DIR)");
        Path file = EXPERIMENTS.resolve(study + ".md");
        StudyPage page = StudyPage.of(Files.readString(file));
        assertTrue(page.parts().get(0).text().startsWith("# "), study);
        Runner runner = Runner.in(Path.of(System.getProperty("studies.results", results.toString())));
        Path sweep = null;
        List<Part> found = new ArrayList<>();
        for (Part part : page.parts()) {
            if (part instanceof Training training) {
                sweep = train(runner, training);
            } else if (part instanceof Picture picture) {
                draw(sweep, picture.file());
            }
            found.add(part instanceof Finding finding
                    ? Finding.of(finding.command(), run(runner, finding.words()).out()) : part);
        }
        String written = new StudyPage(found).text();
        if (isWriting()) {
            Files.writeString(file, written);
        } else {
            assertEquals(page.text(), written);
        }
    }

    /** The sweep's directory. */
    private static Path train(Runner runner, Training training) throws Exception {
        List<String> words = new ArrayList<>(training.words());
        words.add("tracking=none");
        String said = run(runner, words).out();
        return Path.of(said.lines().filter(line -> line.startsWith("results: ")).findFirst().orElseThrow()
                .substring("results: ".length()));
    }

    private static Ended run(Runner runner, List<String> words) throws Exception {
        Ended ended = runner.run(words.toArray(String[]::new));
        assertEquals(0, ended.exit(), ended::toString);
        return ended;
    }

    /** Pictures hold what fonts of a machine make of them: that the page's is there is all that counts. */
    private static void draw(Path sweep, String name) throws IOException {
        Path drawn = drawn(sweep).filter(file -> name.endsWith("-" + file.getFileName()))
                .max(Comparator.comparing(file -> file.getFileName().toString().length()))
                .orElseThrow(() -> new AssertionError(name + " was not drawn"));
        Path shown = EXPERIMENTS.resolve(name);
        if (isWriting()) {
            BufferedImage whole = ImageIO.read(drawn.toFile());
            int width = whole.getWidth() / 2;
            int height = whole.getHeight() / 2;
            BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            half.getGraphics()
                    .drawImage(whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            ImageIO.write(half, "png", shown.toFile());
        }
        assertTrue(Files.isRegularFile(shown), shown + " is not committed");
    }

    private static Stream<Path> drawn(Path sweep) throws IOException {
        try (Stream<Path> files = Files.list(sweep)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList().stream();
        }
    }

    private static boolean isWriting() {
        return System.getProperty("studies.write") != null;
    }

    private static boolean hasMnist() {
        String directory = System.getenv("GRIDRUN_DATA_DIR");
        return directory != null && Files.isDirectory(Path.of(directory, "mnist"));
    }
}
