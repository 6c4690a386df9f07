package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.config.Problems;
import gridrun.execute.SweepReport;
import gridrun.experiment.Experiment;
import gridrun.plot.Plots;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Recovery;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that a sweep has at its end. */
class SweepReportTest {

    private static final String SWEEP = """
            name: told
            description: Does the rate matter?
            data: {type: moons, samples: 60, validation: 0.2}
            model: {hidden: [4]}
            train: {epochs: 2}
            sweep: {parameters: {learning_rate: [0.01, 0.1]}, seeds: 2}
            """;

    @TempDir
    Path directory;

    private Conclusion run(String text, String... overrides) throws Exception {
        return run(SessionListener.NOBODY, text, overrides);
    }

    private Conclusion run(SessionListener listener, String text, String... overrides) throws Exception {
        return run("told.yaml", listener, text, overrides);
    }

    private Conclusion run(String file, SessionListener listener, String text, String... overrides) throws Exception {
        Problems problems = new Problems();
        Experiment experiment = Experiment.parse(file, text, List.of(overrides), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        try (Session session = Session.open(SessionOptions.in(directory), listener)) {
            return session.run(experiment);
        }
    }

    private Sweep stored(Conclusion conclusion) {
        try (Session session = Session.open(SessionOptions.in(directory), SessionListener.NOBODY)) {
            return session.store().sweep(conclusion.sweep().sweepId()).orElseThrow();
        }
    }

    private Optional<Artifact> recorded(Conclusion conclusion) {
        return stored(conclusion).artifacts().stream().filter(file -> file.path().equals(SweepReport.FILE))
                .findFirst();
    }

    @Test
    void reportThatCannotBeRecorded_isNoCompleteEnd_andIsMadeByTheNextCommand() throws Exception {
        Path report = run(SWEEP, "plots=none").directory().resolve(SweepReport.FILE);
        Files.delete(report);
        Files.createDirectories(report.resolve("in-the-way"));
        assertFalse(run(SWEEP, "plots=none").isComplete());
        Files.delete(report.resolve("in-the-way"));
        Files.delete(report);
        assertTrue(run(SWEEP, "plots=none").isComplete());
        assertTrue(Files.isRegularFile(report));
    }

    @Test
    void reportThatRecoveryHasForgotten_isMadeByTheNextCommand() throws Exception {
        Conclusion conclusion = run(SWEEP, "plots=none");
        Path report = conclusion.directory().resolve(SweepReport.FILE);
        Files.delete(report);
        Files.createDirectories(report.resolve("in-the-way"));
        assertEquals(List.of("report.html of told cannot be read"), Recovery.recover(directory).lost());
        assertTrue(recorded(conclusion).isEmpty());
        assertFalse(Files.exists(report), "what is in the way is moved aside");
        run(SWEEP, "plots=none");
        assertTrue(recorded(conclusion).isPresent() && Files.size(report) > 1_000);
    }

    @Test
    void sweep_hasAReportAmongItsFiles_withoutPicturesToo() throws Exception {
        Conclusion conclusion = run(SWEEP, "plots=none");
        byte[] page = Files.readAllBytes(conclusion.directory().resolve(SweepReport.FILE));
        assertEquals(DurableFiles.sha256(page), recorded(conclusion).orElseThrow().sha256());
        assertTrue(new String(page, StandardCharsets.UTF_8).contains("Does the rate matter?"));
    }

    @Test
    void report_ofTheSameResults_isNotMadeAgain_andOfOthersIs() throws Exception {
        Conclusion first = run(SWEEP, "plots=none");
        Artifact before = recorded(first).orElseThrow();
        Path file = first.directory().resolve(SweepReport.FILE);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        run(SWEEP, "plots=none");
        assertEquals(0, Files.getLastModifiedTime(file).toMillis());
        run(SWEEP, "plots=none", "sweep.confidence=0.9");
        assertFalse(before.sha256().equals(recorded(first).orElseThrow().sha256()));
    }

    private static String page(Conclusion conclusion) throws Exception {
        return Files.readString(conclusion.directory().resolve(SweepReport.FILE));
    }

    @Test
    void report_ofAnotherDescriptionTitleOrFile_isMadeAgain() throws Exception {
        assertTrue(page(run(SWEEP, "plots=none")).contains("Does the rate matter?"));
        String asked = SWEEP.replace("Does the rate matter?", "How large a rate?");
        assertTrue(page(run(asked, "plots=none")).contains("How large a rate?"));
        assertTrue(page(run(asked + "title: Rates\n", "plots=none")).contains("<h1>Rates</h1>"));
        assertTrue(page(run("moved/told.yaml", SessionListener.NOBODY, asked, "plots=none")).contains(
                "runner.jar moved/told.yaml"));
    }

    @Test
    void reportOfRunsThatWereReadBeforeTheEnd_andWrittenAfterIt_isMadeAgain() throws Exception {
        run(SWEEP, "plots=none");
        try (Session session = Session.open(SessionOptions.in(directory), SessionListener.NOBODY)) {
            Store store = session.store();
            SweepSnapshot before = store.snapshot(store.sweeps("told").get(0).sweepId());
            Conclusion end = run(SWEEP, "plots=none", "seeds=3");
            new SweepReport(store, before).replace();
            assertTrue(page(end).contains("4 completed"), "what was read before");
        }
        assertTrue(page(run(SWEEP, "plots=none", "seeds=3")).contains("6 completed"));
    }

    @Test
    void report_hasThePicturesThatWereDrawnLast() throws Exception {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
        Conclusion first = run(SWEEP, "plots=all");
        Path file = first.directory().resolve(SweepReport.FILE);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        run(SWEEP, "plots=all");
        assertEquals(0, Files.getLastModifiedTime(file).toMillis(), "a later command has nothing to add");
    }

    @Test
    void tablesAndReport_deletedOrCutShort_areMadeAgain() throws Exception {
        Conclusion first = run(SWEEP, "plots=none");
        Path table = first.directory().resolve("results.md");
        Path page = first.directory().resolve(SweepReport.FILE);
        byte[] tableBefore = Files.readAllBytes(table);
        byte[] pageBefore = Files.readAllBytes(page);
        Files.delete(page);
        Files.writeString(table, "cut short");
        run(SWEEP, "plots=none");
        assertArrayEquals(tableBefore, Files.readAllBytes(table));
        assertEquals(pageBefore.length, Files.readAllBytes(page).length);
    }

    @Test
    void bestConfiguration_thatSomebodyChanged_isNotCopied_andSaidEachTime() throws Exception {
        Conclusion first = run(SWEEP, "plots=none");
        Path best = first.directory().resolve("best.yaml");
        String recorded = Files.readString(best);
        Path config = first.report().ranking().winner().runs().stream().map(run -> directory.resolve("runs")
                .resolve(run.runKey().substring(0, 16)).resolve("config.yaml")).findFirst().orElseThrow();
        assertEquals(recorded, Files.readString(config));
        Files.writeString(config, recorded.replace("relu", "tanh"));
        Files.delete(best);
        for (int again = 0; again < 2; again++) {
            List<String> warnings = new ArrayList<>();
            run(new SessionListener() {

                @Override
                public void warned(String line) {
                    warnings.add(line);
                }
            }, SWEEP, "plots=none");
            assertEquals(1, warnings.size(), warnings::toString);
            assertTrue(warnings.get(0).startsWith("best.yaml of told cannot be made, what was trained stands: ")
                    && warnings.get(0).endsWith("config.yaml has been changed: it is not the file that the run "
                            + "recorded"),
                    warnings::toString);
            assertFalse(Files.exists(best));
        }
        Files.writeString(config, recorded);
        run(SWEEP, "plots=none");
        assertEquals(recorded, Files.readString(best));
    }

    @Test
    void filesOfTheSameSizeThatAreOthers_areMadeAgainAfterRecover() throws Exception {
        Conclusion first = run(SWEEP, "plots=none");
        List<Path> files = Stream.of("best.yaml", "results.csv", "effects.csv", SweepReport.FILE)
                .map(first.directory()::resolve).toList();
        List<String> before = new ArrayList<>();
        for (Path file : files) {
            before.add(Files.readString(file).replaceAll("\\d\\d:\\d\\d UTC", ""));
            Files.writeString(file, "x" + Files.readString(file).substring(1));
        }
        Recovery.Report report = Recovery.recover(directory);
        assertEquals(4, report.kept());
        assertEquals(List.of("best.yaml of told is not as it was recorded",
                "effects.csv of told is not as it was recorded", "results.csv of told is not as it was recorded"),
                report.lost());
        assertEquals(List.of(files.get(3)), report.views());
        Conclusion again = run(SWEEP, "plots=none");
        assertEquals(List.of(), again.plan().toDo());
        for (int i = 0; i < files.size(); i++) {
            assertEquals(before.get(i), Files.readString(files.get(i)).replaceAll("\\d\\d:\\d\\d UTC", ""));
        }
        assertEquals(new Recovery.Report(4, List.of(), List.of(), null), Recovery.recover(directory));
    }

    @Test
    void command_thatEndsOnceItHasToldTheTable_leavesTablesAndReportToTheNext() throws Exception {
        AtomicReference<Conclusion> told = new AtomicReference<>();
        assertThrows(IllegalStateException.class, () -> run(new SessionListener() {

            @Override
            public void concluded(Conclusion conclusion) {
                told.set(conclusion);
                throw new IllegalStateException("killed");
            }
        }, SWEEP, "plots=none"));
        assertFalse(Files.exists(told.get().directory().resolve("results.csv")));
        Conclusion next = run(SWEEP, "plots=none");
        assertEquals(List.of(), next.plan().toDo());
        assertEquals(told.get().runs().stream().map(Run::endMs).toList(),
                next.runs().stream().map(Run::endMs).toList());
        Set<String> recorded = stored(next).artifacts().stream().map(Artifact::path).collect(Collectors.toSet());
        assertTrue(recorded.containsAll(Set.of("results.csv", "results.md", "best.yaml", SweepReport.FILE)),
                recorded::toString);
    }

    @Test
    void singleRun_hasNone() throws Exception {
        Conclusion conclusion = run(SWEEP.replaceAll("sweep:.*\n", ""), "plots=none");
        assertFalse(Files.exists(conclusion.directory().resolve(SweepReport.FILE)));
        assertEquals(Optional.empty(), recorded(conclusion));
    }
}
