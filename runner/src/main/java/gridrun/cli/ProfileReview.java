package gridrun.cli;

import gridrun.artifact.Projections;
import gridrun.data.DataLoader;
import gridrun.execute.Profiles;
import gridrun.execute.SweepRecord;
import gridrun.observed.Profile;
import gridrun.plan.Job;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Tells where the time of an experiment's steps went. Of runs whose steps compute the same, the quickest stands for
 * all: whatever else a machine or a compiler does can only add. Where there are several kinds of steps, the longest is
 * told operation by operation.
 */
final class ProfileReview {

    private static final int MOST_KINDS = 20;

    /** A run that stands for its like, and whether its steps were timed beside its training. */
    private record Told(Job job, Profile profile, boolean sampled) {

        private double microseconds() {
            return profile.stepMicroseconds();
        }
    }

    private final Terminal terminal;
    private final Store store;
    private final DataLoader loader;
    private final Profiles profiles;
    private final BooleanSupplier stop;

    ProfileReview(Terminal terminal, Store store, DataLoader loader, Profiles profiles, BooleanSupplier stop) {
        this.terminal = terminal;
        this.store = store;
        this.loader = loader;
        this.profiles = profiles;
        this.stop = stop;
    }

    /**
     * Times beside the training what no run of this command has shown, for it is done or was short; then prints.
     *
     * @param all jobs of the experiment
     * @param trained runs at a time of those that this command has trained
     * @param threads inside a run that is timed now
     */
    void tell(SweepRecord record, List<Job> all, int trained, int threads, boolean quiet) throws IOException {
        Set<String> finished = record.runs(all).stream().filter(Run::hasResult).map(Run::runKey).collect(Collectors.toSet());
        List<Told> told = new ArrayList<>();
        for (List<Job> alike : Profiles.alike(all)) {
            List<Job> done = alike.stream().filter(job -> finished.contains(job.runKey())).toList();
            Optional<Told> quickest = done.stream()
                    .flatMap(job -> profiles.of(job).map(profile -> new Told(job, profile, false)).stream())
                    .min(Comparator.comparingDouble(Told::microseconds));
            if (!done.isEmpty() && quickest.filter(timed -> !timed.profile().isShort()).isEmpty() && !stop.getAsBoolean()) {
                Job job = quickest.map(Told::job).orElse(done.get(0));
                if (!quiet) {
                    terminal.err().printf("timing the steps of %s for %d seconds; what is recorded of it stands%n",
                            job.spec().name(), Profiles.SAMPLE_SECONDS);
                }
                profiles.sample(job, store, loader, threads, new Projections(terminal.err()::println), stop);
                quickest = profiles.of(job).map(profile -> new Told(job, profile, true));
            }
            quickest.ifPresent(told::add);
        }
        if (!stop.getAsBoolean()) {
            print(record, told, all.size(), trained);
        }
    }

    private void print(SweepRecord record, List<Told> told, int runs, int trained) {
        if (told.isEmpty()) {
            terminal.err().println("no profile: no run was trained to its end");
            return;
        }
        told.sort(Comparator.comparingDouble(Told::microseconds).reversed());
        Told longest = told.get(0);
        terminal.out().println();
        if (told.size() > 1) {
            terminal.out().printf("%d runs with steps of %d kinds, each shown by one run:%n", runs, told.size());
            terminal.out().println(Profile.comparison(told.stream().limit(MOST_KINDS).map(Told::profile).toList(),
                    terminal.width(), terminal.unicode())
                    + (told.size() > MOST_KINDS ? "and %d quicker kinds%n".formatted(told.size() - MOST_KINDS) : ""));
        }
        String head = "profile of " + longest.profile().headline();
        if (trained > 1 && !longest.sampled()) {
            head += "%d runs at a time shared the machine; with --jobs 1 each has it to itself%n".formatted(trained);
        }
        terminal.out().println(terminal.unicode() ? head : head.replace("µ", "u"));
        terminal.out().println(longest.profile().table(terminal.width(), terminal.unicode()));
        terminal.out().println("profile: " + record.directory(longest.job().runKey()).resolve(Profiles.DIRECTORY));
    }
}
