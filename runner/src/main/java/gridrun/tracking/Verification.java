package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.StoredEntry;
import gridrun.tracking.RemoteDifference.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.Run;

/**
 * Reads back everything and compares it: an answer of 200 is no proof that MLflow stored something.
 */
final class Verification {

    private static final int SHOWN = 5;

    private final Deliveries marks;
    private final MlflowApi api;
    private final Projector projector;
    private final List<RemoteDifference> differences = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    Verification(Deliveries marks, MlflowApi api, Projector projector) {
        this.projector = projector;
        this.marks = marks;
        this.api = api;
    }

    ServerComparison compare() throws MlflowException, InterruptedException {
        Optional<String> experiment = marks.experimentId();
        List<RemoteRun> all = experiment.isEmpty() ? List.of() : api.runs(experiment.get(), "");
        Map<Optional<String>, List<RemoteRun>> there = all.stream().filter(RemoteRun::active)
                .collect(Collectors.groupingBy(RemoteRun::mark, LinkedHashMap::new, Collectors.toList()));
        for (StoredEntry entry : marks.entries()) {
            Projection wanted = projection(entry);
            Optional<Deliveries.Mark> mark = marks.mark(entry.id());
            List<RemoteRun> ours =
                    Optional.ofNullable(there.remove(Optional.of(wanted.mark()))).orElse(List.of());
            if (mark.isEmpty()) {
                differ(entry, wanted, "was not delivered", Remedy.RESEND);
                continue;
            }
            count(entry, wanted, mark.get(), ours);
            compare(entry, wanted, mark.get());
        }
        strangers(there.values().stream().flatMap(List::stream).filter(run -> run.duplicateOf().isEmpty()).toList());
        return new ServerComparison(differences, notices);
    }

    private void count(StoredEntry entry, Projection wanted, Deliveries.Mark mark, List<RemoteRun> ours) {
        List<RemoteRun> others = ours.stream().filter(run -> !run.id().equals(mark.runId())).toList();
        others.stream().filter(run -> run.duplicateOf().isEmpty() || run.running())
                .forEach(run -> differ(entry, wanted, "stands there a second time, as the run %s (%s)"
                        .formatted(run.id(), run.status()), Remedy.RESEND));
        ours.stream().filter(run -> run.id().equals(mark.runId())).flatMap(run -> run.duplicateOf().stream())
                .forEach(id -> differ(entry, wanted, "was marked as a duplicate of " + id, Remedy.RESEND));
    }

    /** Other results may have brought them, and may be at work on them. */
    private void strangers(List<RemoteRun> strangers) {
        List<String> running = strangers.stream().filter(RemoteRun::running)
                .map(run -> "'%s' (%s)".formatted(run.name(), run.id())).toList();
        if (!strangers.isEmpty()) {
            String shown = String.join(", ", running.subList(0, Math.min(SHOWN, running.size())));
            notices.add("%s there not of these results%s".formatted(
                    strangers.size() == 1 ? "one run is" : strangers.size() + " runs are",
                    running.isEmpty() ? "" : "; RUNNING: " + shown + (running.size() > SHOWN ? ", ..." : "")));
        }
    }

    private Projection projection(StoredEntry entry) throws MlflowException, InterruptedException {
        return projector.of(entry,
                (sweep, parent) -> marks.mark(sweep.id()).map(Deliveries.Mark::runId).orElse("not delivered"));
    }

    private void compare(StoredEntry entry, Projection wanted, Deliveries.Mark mark)
            throws MlflowException, InterruptedException {
        Run run;
        try {
            run = api.run(mark.runId());
        } catch (MlflowException e) {
            if (e.kind() != MlflowException.Kind.GONE) {
                throw e;
            }
            differ(entry, wanted, "is not in MLflow any more", Remedy.RESEND);
            return;
        }
        if (run.getInfo().getLifecycleStage().equals("active")) {
            differences.addAll(new RunComparison(marks, api, entry, wanted, mark).of(run));
        } else {
            boolean duplicate = RemoteRun.of(run).duplicateOf().isPresent();
            differ(entry, wanted, duplicate ? "was ended as a duplicate" : "was deleted in MLflow",
                    duplicate ? Remedy.RESEND : Remedy.NONE);
        }
    }

    private void differ(StoredEntry entry, Projection wanted, String what, Remedy remedy) {
        differences.add(new RemoteDifference(entry.id(), wanted.name(), what, remedy));
    }
}
