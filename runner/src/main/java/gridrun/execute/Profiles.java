package gridrun.execute;

import gridrun.artifact.PictureFiles;
import gridrun.artifact.Projections;
import gridrun.artifact.RunPictures;
import gridrun.component.Names;
import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.graph.Graph;
import gridrun.graph.Op;
import gridrun.graph.Profiler;
import gridrun.graph.StepTimer;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Network;
import gridrun.observed.Profile;
import gridrun.observed.Profile.Row;
import gridrun.plan.Job;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plots;
import gridrun.store.FileLocks;
import gridrun.store.Store;
import gridrun.train.TrainSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What the training steps of a command's runs spent their time on, where somebody asked. Safe for several threads. */
public final class Profiles {

    /** The artifacts' directory. */
    public static final String DIRECTORY = "profile";
    /** How long a run's steps are timed beside its training: long enough for the compiler. */
    public static final int SAMPLE_SECONDS = 5;

    private final boolean asked;
    private final Set<PictureFormat> formats;
    private final Map<String, Profile> taken = new ConcurrentHashMap<>();

    /**
     * @param asked whether anything is timed at all
     * @param formats of the pictures
     */
    public Profiles(boolean asked, Set<PictureFormat> formats) {
        this.asked = asked;
        this.formats = formats;
    }

    /** What times one run's training. */
    Profiler profiler() {
        return asked ? new StepTimer(System::nanoTime) : Profiler.NONE;
    }

    /**
     * Takes a run's profile, on the thread that trained it, and returns what makes the files that tell it; none where
     * nobody asked.
     */
    Map<String, Callable<byte[]>> take(Job job, Profiler profiler, Kernels kernels, int threads) {
        Map<String, Callable<byte[]>> files = new LinkedHashMap<>();
        if (profiler instanceof StepTimer timer && timer.steps() > 0) {
            Ceiling ceiling = Ceiling.of(kernels, threads);
            Profile profile = new Profile(job.spec().name(), timer.measured().stream().map(Profiles::row).toList(),
                    timer.steps(), timer.leftOut(), threads,
                    ceiling == null ? null : Double.valueOf(ceiling.highest()));
            taken.put(job.runKey(), profile);
            files.put(DIRECTORY + "/profile.csv", () -> profile.csv().getBytes(StandardCharsets.UTF_8));
            files.putAll(PictureFiles.of(Map.of(DIRECTORY + "/profile",
                    () -> Plots.profile(RunPictures.title(job.spec().experiment(), job.spec().name()), profile)),
                    formats));
        }
        return files;
    }

    private static Row row(StepTimer.Measured part) {
        String pass = part.pass() == Profiler.Pass.NEITHER ? "" : part.pass().name().toLowerCase(Locale.ROOT);
        return new Row(part.layer(), part.operation(), pass, part.calls(), part.nanoseconds() / 1e9, part.flops());
    }

    /** The profile of a run that was taken, if one was. */
    public Optional<Profile> of(Job job) {
        return Optional.ofNullable(taken.get(job.runKey()));
    }

    /**
     * Trains what a run has trained for {@value #SAMPLE_SECONDS} seconds, from the beginning and as often as it takes,
     * and adds the profile to what the run left behind. Nothing else of its record changes.
     *
     * @param projections makes the files
     * @param stop asked before every step whether to stop; then there is no profile
     */
    public void sample(Job job, Store store, DataLoader loader, int threads, Projections projections,
            BooleanSupplier stop) throws IOException {
        Optional<FileLocks.Held> lock = store.lockRun(job.runKey(), stop);
        if (lock.isEmpty()) {
            return;
        }
        try (Workplace workplace = new Workplace(KernelChoice.best(), threads)) {
            Splits data = job.data(loader);
            Profiler profiler = profiler();
            long deadlineNs = System.nanoTime() + SAMPLE_SECONDS * 1_000_000_000L;
            BooleanSupplier isOver = () -> stop.getAsBoolean() || System.nanoTime() > deadlineNs;
            while (!isOver.getAsBoolean()) {
                Network network = workplace.network(job.spec(), data, profiler);
                Training.trainer(job.spec(), network, data, isOver).train((epoch, metrics) -> {});
            }
            if (!stop.getAsBoolean()) {
                store.amend(job.runKey()).artifacts(
                        projections.files(job.spec().name(), take(job, profiler, workplace.kernels(), threads)));
            }
        } finally {
            lock.get().close();
        }
    }

    /** The runs by the steps they consist of, in the order of the plan: what one takes, its like take too. */
    public static Collection<List<Job>> alike(List<Job> jobs) {
        return jobs.stream()
                .collect(Collectors.groupingBy(job -> step(job.spec()), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** What a run's step computes, in words that are equal for equal work. */
    private static List<String> step(RunSpec spec) {
        TrainSpec train = spec.train();
        Graph graph = spec.architecture().trace(train.batchSize().of(spec.data().signature().train())).graph();
        List<String> step = new ArrayList<>();
        for (Op operation : graph.operations()) {
            step.add("%s %s %d %d".formatted(graph.layer(operation), operation.name(), operation.forwardFlops(),
                    operation.backwardFlops()));
        }
        step.add("%s %d".formatted(Names.of(train.optimizer().getClass()), train.optimizer().flops()));
        return step;
    }
}
