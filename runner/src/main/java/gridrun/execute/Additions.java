package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Adds files to runs that have ended. A run whose lock another process has is left to that. */
record Additions(Store store, Projections projections) {

    /**
     * Adds to a run what can be made of it.
     *
     * @param what it is, as a warning names it
     * @param files what makes each, by name
     * @param marks of what they were made, recorded once all of them were
     */
    void add(String what, Run run, Callable<Map<String, Callable<byte[]>>> files, Map<String, String> marks) {
        store.tryLockRun(run.runKey()).ifPresent(held -> {
            try (held) {
                projections.attempt(what, run.name(), () -> {
                    record(store.amend(run.runKey()), run.name(), files.call(), marks);
                });
            }
        });
    }

    /** The marks are blank where a file could not be made, so that a later command tries again. */
    void record(Recording recording, String of, Map<String, Callable<byte[]>> files, Map<String, String> marks) {
        Map<String, byte[]> made = projections.files(of, files);
        if (!made.isEmpty()) {
            recording.artifacts(made);
            recording.facts(made.size() == files.size() ? marks
                    : marks.keySet().stream().collect(Collectors.toMap(mark -> mark, mark -> "")));
        }
    }
}
