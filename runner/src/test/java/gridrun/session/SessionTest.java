package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import gridrun.config.Problems;
import gridrun.execute.RetryRules;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.report.Format;
import gridrun.store.Deliveries;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.RunState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments that a program runs; whatever happens, nothing is printed. */
@Tag("slow")
class SessionTest {

    @TempDir
    Path directory;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true));
        System.setErr(System.out);
    }

    @AfterEach
    void nothingIsPrinted() {
        System.setOut(out);
        System.setErr(err);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static Experiment experiment(String name, String rates) {
        Problems problems = new Problems();
        return Experiment.parse(name + ".yaml", """
                name: %s
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {epochs: 50, batch_size: 8}
                sweep: {parameters: {learning_rate: [%s]}, metric: {name: val_accuracy}}
                expect: ["all: final.val_loss < 100"]
                """.formatted(name, rates), Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private SessionOptions options() {
        return SessionOptions.in(directory.resolve("results")).withJobs(1);
    }

    private static Conclusion run(Experiment experiment, SessionOptions options, SessionListener listener)
            throws IOException {
        try (Session session = Session.open(options, listener)) {
            return session.run(experiment);
        }
    }

    /** Notes what it is told. */
    private static class Notes implements SessionListener {

        final List<String> all = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void planned(Plan plan) {
            all.add("planned %d of %d".formatted(plan.toDo().size(), plan.jobs().size()));
        }

        @Override
        public void trainingBegan(Plan plan, Concurrency concurrency) {
            all.add("training %d at a time".formatted(concurrency.jobs()));
        }

        @Override
        public void retried(Job job, Run before) {
            all.add("retried " + job.spec().name() + ", " + before.outcome().orElseThrow().word());
        }

        @Override
        public void started(Job job) {
            all.add("started " + job.spec().name());
        }

        @Override
        public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
            if (epoch == 50) {
                all.add("epoch 50, %d metrics of %s".formatted(metrics.size(), job.spec().name()));
            }
        }

        @Override
        public void ended(Job job, Outcome outcome, String reason) {
            all.add(outcome.word() + " " + job.spec().name());
        }

        @Override
        public void warned(String line) {
            all.add("warned: " + line);
        }

        @Override
        public void trainingEnded() {
            all.add("trained");
        }

        @Override
        public void concluded(Conclusion conclusion) {
            all.add("concluded with %d rows".formatted(conclusion.report().ranking().rows().size()));
        }

        @Override
        public void publishing(Deliveries.Owed owed, Optional<String> trouble) {
            all.add("publishing");
        }

        @Override
        public void published(Publication publication) {
            all.add("published " + publication.isComplete());
        }

        long count(String word) {
            return all.stream().filter(note -> note.startsWith(word)).count();
        }
    }

    private static Map<String, String> weights(Conclusion conclusion) {
        Map<String, String> weights = new TreeMap<>();
        conclusion.runs().forEach(run -> weights.put(run.name(), run.facts().get(Facts.WEIGHTS_SHA256)));
        return weights;
    }

    @Test
    void run_tellsHowItGoes_andTrainsNothingTheSecondTime() throws Exception {
        Experiment experiment = experiment("twice", "0.01, 0.1");
        Notes first = new Notes();
        Conclusion conclusion = run(experiment, options(), first);
        assertEquals(List.of("planned 2 of 2", "training 1 at a time", "started learning_rate=0.01 seed=0"),
                first.all.subList(0, 3));
        for (String run : List.of("learning_rate=0.01 seed=0", "learning_rate=0.1 seed=0")) {
            assertEquals(List.of("started " + run, "epoch 50, 6 metrics of " + run, "completed " + run),
                    first.all.stream().filter(note -> note.endsWith(run)).toList());
        }
        assertEquals(10, first.all.size());
        assertEquals(List.of("trained", "concluded with 2 rows"), first.all.subList(8, 10));
        assertTrue(conclusion.isComplete() && !conclusion.hasMissed() && conclusion.publication().isEmpty());
        assertTrue(conclusion.verdicts().get(0).holds());
        assertTrue(Files.exists(conclusion.directory().resolve("results.csv")));

        Notes second = new Notes();
        Conclusion again = run(experiment, options(), second);
        assertEquals(List.of("planned 0 of 2", "concluded with 2 rows"), second.all);
        assertEquals(weights(conclusion), weights(again));
        assertEquals(conclusion.report().csv(), again.report().csv());
    }

    @Test
    void run_fresh_tellsWhatIsTrainedAgain_toTheSameWeights() throws Exception {
        Experiment experiment = experiment("fresh", "0.1");
        run(experiment, options(), SessionListener.NOBODY);
        Notes notes = new Notes();
        Conclusion conclusion = run(experiment, options().withRules(new RetryRules(true, false, 1)), notes);
        assertEquals(1, notes.count("retried learning_rate=0.1 seed=0, completed"), notes.all::toString);
        assertEquals(1, conclusion.repetition().same(conclusion.runs()));
        assertTrue(conclusion.isComplete());
    }

    @Test
    void plan_saysWhatIsReused_andWritesNothing() throws Exception {
        run(experiment("known", "0.1"), options(), SessionListener.NOBODY);
        Experiment more = experiment("known", "0.1, 0.2, 0.3");
        try (Session session = Session.open(options(), SessionListener.NOBODY)) {
            Plan plan = session.plan(more);
            assertEquals(List.of("learning_rate=0.1 seed=0"), plan.jobs().stream()
                    .filter(job -> !plan.toDo().contains(job)).map(job -> job.spec().name()).toList());
            assertEquals(1, plan.reused().size());
            assertEquals(List.of(), plan.failedBefore());
            assertEquals(List.of(), plan.again());
            assertEquals(100, plan.epochs());
            assertEquals(1, session.store().sweeps().size());
        }
    }

    /** Interrupts a thread, and then takes its time, so that the other runs are not over before that is noticed. */
    private static final class Interrupting extends Notes {

        private final Thread who = Thread.currentThread();
        private boolean done;

        @Override
        public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
            if (!done) {
                done = true;
                who.interrupt();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException("the runs' threads are not interrupted", e);
            }
        }
    }

    @Test
    void run_interrupted_stops_andTheNextOneEndsAsIfNothingHadBeen() throws Exception {
        Experiment experiment = experiment("interrupted", "0.01, 0.03, 0.1");
        Map<String, String> undisturbed =
                weights(run(experiment, SessionOptions.in(directory.resolve("other")), SessionListener.NOBODY));
        Notes notes = new Interrupting();
        Conclusion conclusion = run(experiment, options(), notes);
        assertTrue(Thread.interrupted(), "the thread stays interrupted");
        assertTrue(conclusion.interrupted() && !conclusion.isComplete());
        assertEquals(List.of(), conclusion.verdicts());
        assertTrue(conclusion.runs().stream().noneMatch(Run::hasResult), notes.all::toString);
        assertTrue(conclusion.runs().stream().noneMatch(run -> run.state() == RunState.RUNNING));
        assertEquals(0, notes.count("warned"), notes.all::toString);

        Notes next = new Notes();
        assertEquals(undisturbed, weights(run(experiment, options(), next)));
        assertEquals(1, next.count("retried learning_rate=0.01 seed=0, interrupted"), next.all::toString);
    }

    @Test
    void run_askedToStop_waitsForNobody_notEvenForARunThatAnotherSessionTrains() throws Exception {
        Experiment experiment = experiment("held", "0.1");
        try (Session other = Session.open(options(), SessionListener.NOBODY)) {
            var lock = other.store().lockRun(other.plan(experiment).jobs().get(0).runKey());
            boolean[] stop = {false};
            Conclusion conclusion = run(experiment, options().withStop(() -> stop[0]), new Notes() {

                @Override
                public void trainingBegan(Plan plan, Concurrency concurrency) {
                    stop[0] = true;
                }
            });
            assertTrue(conclusion.interrupted());
            assertFalse(Thread.interrupted());
            lock.close();
        }
    }

    @Test
    @DisplayName("Two sessions at once train each run once, whether they plan the same or have a run in common")
    void run_twoAtOnce_trainEachRunOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Experiment> experiments = List.of(experiment("one", "0.01, 0.03, 0.1"),
                experiment("one", "0.01, 0.03, 0.1"), experiment("two", "0.3, 0.2, 0.03"),
                experiment("three", "0.03, 0.4, 0.3"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int pair = 0; pair < experiments.size(); pair += 2) {
            List<Notes> notes = new ArrayList<>();
            List<Future<Conclusion>> ending = new ArrayList<>();
            for (Experiment experiment : experiments.subList(pair, pair + 2)) {
                Notes heard = new Notes() {

                    @Override
                    public void planned(Plan plan) {
                        try {
                            together.await();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
                notes.add(heard);
                ending.add(threads.submit(() -> run(experiment, options(), heard)));
            }
            for (Future<Conclusion> end : ending) {
                Conclusion conclusion = end.get();
                assertTrue(conclusion.isComplete(), notes.get(0).all + " " + notes.get(1).all);
                assertEquals(3, conclusion.report().ranking().rows().size());
            }
            List<String> started = notes.stream().flatMap(each -> each.all.stream())
                    .filter(note -> note.startsWith("started")).sorted().toList();
            assertEquals(started.stream().distinct().toList(), started);
            assertEquals(List.of(), notes.stream().flatMap(each -> each.all.stream())
                    .filter(note -> note.startsWith("warned")).toList());
        }
        threads.shutdown();
    }

    @Test
    void listener_thatThrows_failsNoRun() throws Exception {
        Notes notes = new Notes() {

            @Override
            public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
                throw new IllegalStateException("no display");
            }
        };
        assertTrue(run(experiment("thrown", "0.1"), options(), notes).isComplete());
        assertEquals(1, notes.count("warned: progress of learning_rate=0.1 seed=0 cannot be made"),
                notes.all::toString);
    }

    @Test
    void listener_thatTakesNoWarning_failsNoRun() throws Exception {
        Files.createDirectories(directory.resolve("results"));
        Files.writeString(directory.resolve("results").resolve("checkpoints"), "a file where the directory should be");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        SessionListener listener = new SessionListener() {

            @Override
            public void warned(String line) {
                told.add(line);
                throw new IllegalStateException("no terminal");
            }
        };
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> told.add(e.getMessage()));
        try {
            assertTrue(run(experiment("deaf", "0.1"), options(), listener).isComplete());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertTrue(told.get(0).contains("the checkpoint "), told::toString);
        assertEquals("no terminal", told.get(1));
    }

    @Test
    void publishing_thatFails_isTold_andTheResultsStand() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        Notes notes = new Notes();
        Conclusion conclusion = run(experiment("published", "0.1"),
                options().withTracking("http://127.0.0.1:" + server.getAddress().getPort()), notes);
        server.stop(0);
        assertTrue(conclusion.isComplete());
        assertFalse(conclusion.publication().orElseThrow().isComplete());
        assertEquals("published false", notes.all.get(notes.all.size() - 1));
        assertTrue(notes.all.indexOf("concluded with 1 rows") < notes.all.indexOf("published false"));
    }

    @Test
    void options_thatCannotBe_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> options().withJobs(0));
        assertThrows(IllegalArgumentException.class, () -> options().withThreads(-1));
        assertThrows(IllegalArgumentException.class, () -> options().withTracking("ftp://there"));
    }

    @Test
    @DisplayName("What is kept is the same in a program whose language writes other digits and commas")
    void run_inAnotherLanguage_leavesTheSameFiles() throws Exception {
        Experiment experiment = experiment("spoken", "0.1, 1e30");
        Locale before = Locale.getDefault();
        List<Map<String, String>> files = new ArrayList<>();
        for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.GERMANY)) {
            Locale.setDefault(locale);
            try {
                files.add(texts(run(experiment, SessionOptions.in(directory.resolve(locale.toLanguageTag())),
                        SessionListener.NOBODY)));
            } finally {
                Locale.setDefault(before);
            }
        }
        assertTrue(files.get(0).get("text").contains("diverged 1/1"), files.get(0)::toString);
        assertEquals(files.get(0), files.get(1));
        assertEquals(files.get(0), files.get(2));
    }

    /** All text files that an experiment left, by name. */
    private static Map<String, String> texts(Conclusion conclusion) throws IOException {
        Map<String, String> texts = new TreeMap<>(Map.of("json", conclusion.report().in(Format.JSON),
                "text", conclusion.report().table(120, true), "found", conclusion.verdicts().get(0).found()));
        Path results = conclusion.directory().getParent().getParent().getParent();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|md|yaml|json)")).toList()) {
                texts.put(results.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
