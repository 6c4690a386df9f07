package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;

/** Adds files to runs that have ended. A run whose lock another process has is left to that. */
record Additions(Store store, Projections projections) {

    /**
     * Adds to a run what can be made of it.
     *
     * @param what it is, as a warning names it
     * @param files what makes each, by name
     * @param facts what is recorded with them
     */
    void add(String what, Run run, Callable<Map<String, Callable<byte[]>>> files, Map<String, String> facts) {
        store.tryLockRun(run.runKey()).ifPresent(held -> {
            try (held) {
                projections.attempt(what, run.name(), () -> {
                    Map<String, byte[]> made = projections.files(run.name(), files.call());
                    if (!made.isEmpty()) {
                        Recording recording = store.amend(run.runKey());
                        recording.artifacts(made);
                        recording.facts(facts);
                    }
                });
            }
        });
    }
}
