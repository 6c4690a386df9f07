package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.artifact.RunPictures;
import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.PlotPolicy;
import gridrun.plot.Plots;
import gridrun.result.StoredResults;
import gridrun.session.Conclusion;
import gridrun.session.Session;
import gridrun.session.SessionListener;
import gridrun.session.SessionOptions;
import gridrun.store.Facts;
import gridrun.store.Recording;
import gridrun.store.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures a session draws, and that all can be had. */
@Tag("slow")
class PlotPolicyTest {

    private static final int SEEDS = 5;

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereOneCanDraw() {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
    }

    private static Experiment experiment(PlotPolicy policy, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("drawn.yaml", """
                name: drawn
                data: {type: moons, samples: 60, validation: 0.2}
                model: {hidden: [4]}
                train: {epochs: 2}
                sweep: {parameters: {learning_rate: [0.01, 0.1]}, seeds: %d}
                """.formatted(SEEDS), Stream.concat(Stream.of("plots=" + policy.name().toLowerCase(Locale.ROOT)),
                Stream.of(overrides)).toList(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private Conclusion run(PlotPolicy policy, String... overrides) throws Exception {
        try (Session session = Session.open(SessionOptions.in(directory), SessionListener.NOBODY)) {
            return session.run(experiment(policy, overrides));
        }
    }

    /** The names of the runs that have their pictures in the store and on the disk. */
    private Set<String> drawn(Conclusion conclusion) {
        try (Session session = Session.open(SessionOptions.in(directory), SessionListener.NOBODY)) {
            List<Run> runs = session.store().runs(conclusion.sweep().sweepId());
            runs.forEach(run -> assertEquals(RunPictures.wereDrawn(run), Files.exists(
                    session.store().runDirectory(run.runKey()).resolve("decision_boundary.png")), run.name()));
            return runs.stream().filter(RunPictures::wereDrawn).map(Run::name).collect(Collectors.toSet());
        }
    }

    private static boolean hasOverview(Conclusion conclusion) {
        return Files.exists(conclusion.directory().resolve("curves.png"));
    }

    @Test
    @DisplayName("best draws the sweep, and of each configuration the best, the median and the worst run")
    void best_drawsThreeRunsOfAConfiguration() throws Exception {
        Conclusion conclusion = run(PlotPolicy.BEST);
        Set<String> notable = new HashSet<>();
        conclusion.report().ranking().rows().forEach(row -> {
            List<Run> runs = new ArrayList<>(row.runs());
            runs.sort((a, b) -> Double.compare(a.summary().get("kept.val_loss"), b.summary().get("kept.val_loss")));
            List.of(0, SEEDS / 2, SEEDS - 1).forEach(place -> notable.add(runs.get(place).name()));
        });
        assertEquals(6, notable.size());
        assertEquals(notable, drawn(conclusion));
        assertTrue(hasOverview(conclusion));
    }

    @Test
    @DisplayName("What is not drawn, as after a kill, is drawn by the next command that wants it, which trains nothing")
    void none_thenBest_thenAll_drawsWhatIsMissing() throws Exception {
        Conclusion none = run(PlotPolicy.NONE);
        assertEquals(Set.of(), drawn(none));
        assertFalse(hasOverview(none));
        Conclusion best = run(PlotPolicy.BEST);
        assertEquals(6, drawn(best).size());
        assertTrue(hasOverview(best));
        Conclusion all = run(PlotPolicy.ALL);
        assertEquals(2 * SEEDS, drawn(all).size());
        assertEquals(List.of(), all.plan().toDo());
        assertEquals(none.runs().stream().map(Run::endMs).toList(), all.runs().stream().map(Run::endMs).toList());
    }

    @Test
    @DisplayName("The same command again leaves all of the sweep's files as they are")
    void again_makesNothing() throws Exception {
        Map<Path, FileTime> before = times(run(PlotPolicy.BEST).directory());
        assertTrue(before.size() > 5, before::toString);
        assertEquals(before, times(run(PlotPolicy.BEST).directory()));
    }

    private static Map<Path, FileTime> times(Path directory) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    @DisplayName("Pictures that an earlier version drew are drawn again, and nothing is trained")
    void picturesOfAnEarlierVersion_areDrawnAgain() throws Exception {
        Conclusion before = run(PlotPolicy.BEST);
        String drawn = drawn(before).iterator().next();
        String key = before.runs().stream().filter(run -> run.name().equals(drawn)).findFirst().orElseThrow().runKey();
        Path picture;
        try (Session session = Session.open(SessionOptions.in(directory), SessionListener.NOBODY)) {
            for (Recording earlier : List.of(session.store().amend(key),
                    session.store().amend(before.sweep().sweepId()))) {
                earlier.artifact("curves.png", new byte[9]);
                earlier.facts(Map.of(Facts.PICTURES_OF, "1"));
            }
            picture = session.store().runDirectory(key).resolve("curves.png");
        }
        Conclusion after = run(PlotPolicy.BEST);
        assertTrue(Files.size(picture) > 1000);
        assertTrue(Files.size(after.directory().resolve("curves.png")) > 1000);
        assertEquals(before.runs().stream().map(Run::endMs).toList(), after.runs().stream().map(Run::endMs).toList());
    }

    @Test
    @DisplayName("Another title is above pictures that are drawn again, and no title is the name")
    void anotherTitle_isDrawn() throws Exception {
        Conclusion before = run(PlotPolicy.BEST);
        byte[] named = Files.readAllBytes(before.directory().resolve("curves.png"));
        Conclusion titled = run(PlotPolicy.BEST, "title=What a rate does");
        assertEquals("What a rate does", titled.sweep().title());
        assertFalse(Arrays.equals(named, Files.readAllBytes(titled.directory().resolve("curves.png"))));
        Conclusion after = run(PlotPolicy.BEST);
        assertEquals("drawn", after.sweep().title());
        assertArrayEquals(named, Files.readAllBytes(after.directory().resolve("curves.png")));
        assertEquals(List.of(), after.plan().toDo());
    }

    @Test
    void results_withPlots_drawsAllOthers() throws Exception {
        Conclusion conclusion = run(PlotPolicy.NONE);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> words = List.of("results", "drawn", "--plots", "--results-dir", directory.toString());
        assertEquals(Exit.DONE, Main.run(words, Map.of(), new Terminal(stream, stream, false, 80, true),
                new Interruption()));
        assertTrue(told.toString(StandardCharsets.UTF_8).startsWith(
                "drawn: the pictures of 10 of 10 runs that lacked them, in "), told.toString(StandardCharsets.UTF_8));
        assertEquals(2 * SEEDS, drawn(conclusion).size());
        assertTrue(hasOverview(conclusion));
    }

    /** Runs a command; what it says. */
    private String main(int exit, String... words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--results-dir", directory.toString()));
        int ended = Main.run(all, Map.of(), new Terminal(stream, stream, false, 80, true), new Interruption());
        assertEquals(exit, ended, told.toString(StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }

    /** The pictures of a kind among the files of a sweep and of its runs. */
    private List<Path> pictures(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    @DisplayName("--plots svg draws SVG beside each PNG, trains nothing, and is kept up when pictures are drawn again")
    void plotsSvg_drawsSvgBesidePng() throws Exception {
        Conclusion before = run(PlotPolicy.BEST);
        assertEquals(List.of(), pictures(".svg"));
        main(Exit.DONE, "results", "--plots", "svg", "drawn");
        assertEquals(3 * 2 * SEEDS + 3, pictures(".svg").size());
        for (Path svg : pictures(".svg")) {
            assertTrue(Files.exists(Path.of(svg.toString().replace(".svg", ".png"))), svg + " is alone");
        }
        byte[] named = Files.readAllBytes(before.directory().resolve("curves.svg"));
        Conclusion titled = run(PlotPolicy.BEST, "title=What a rate does");
        assertEquals(List.of(), titled.plan().toDo());
        String svg = Files.readString(before.directory().resolve("curves.svg"));
        assertTrue(svg.contains(">What a rate does</text>"), svg);
        run(PlotPolicy.BEST);
        assertArrayEquals(named, Files.readAllBytes(before.directory().resolve("curves.svg")), "the same to the byte");
    }

    @Test
    @DisplayName("A picture in SVG that is gone is drawn again; what a run has lost of it is no result")
    void svgThatIsGone_isDrawnAgain() throws Exception {
        try (Session session = Session.open(SessionOptions.in(directory).withSvg(), SessionListener.NOBODY)) {
            session.run(experiment(PlotPolicy.BEST));
        }
        int all = pictures(".svg").size();
        assertEquals(3 * 6 + 3, all);
        for (Path svg : pictures("curves.svg")) {
            Files.delete(svg);
        }
        Conclusion after = run(PlotPolicy.BEST);
        assertEquals(Map.of(), after.lostFiles());
        assertEquals(all, pictures(".svg").size());
    }

    @Test
    void plots_ofAFormatThatThereIsNot_isRefused() throws Exception {
        run(PlotPolicy.NONE);
        assertTrue(main(Exit.BAD_INPUT, "drawn.yaml", "--plots", "pdf").contains(
                "--plots: 'pdf' is no format of pictures; they are drawn as png, and with svg as SVG beside it"));
        assertTrue(main(Exit.DONE, "results", "--plots", "drawn").contains("10 of 10 runs"), "a name, and no format");
    }

    @Test
    void notable_ofFewRuns() throws Exception {
        Conclusion conclusion = run(PlotPolicy.NONE);
        List<Run> runs = conclusion.report().ranking().rows().get(0).runs();
        assertEquals(List.of(runs.get(0)), StoredResults.notable(conclusion.sweep(), runs.subList(0, 1)));
        assertEquals(2, StoredResults.notable(conclusion.sweep(), runs.subList(0, 2)).size());
        assertEquals(List.of(), StoredResults.notable(conclusion.sweep(), List.of()));
    }
}
