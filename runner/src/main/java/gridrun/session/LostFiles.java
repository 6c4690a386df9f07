package gridrun.session;

import gridrun.artifact.RunPictures;
import gridrun.store.Run;
import gridrun.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are gone of runs that are done: deleted, cut short, or never copied along. Pictures are none of them,
 * since they are drawn again.
 */
final class LostFiles {

    private final Store store;

    LostFiles(Store store) {
        this.store = store;
    }

    /** Those of some runs, by the runs that lack any. */
    Map<Run, List<String>> of(List<Run> runs) {
        Map<Run, List<String>> lost = new LinkedHashMap<>();
        for (Run run : runs) {
            List<String> files = run.hasResult()
                    ? store.lostFiles(run).stream().filter(file -> !RunPictures.isOne(file)).toList() : List.of();
            if (!files.isEmpty()) {
                lost.put(run, files);
            }
        }
        return lost;
    }

    /** Has the runs be trained again that lack files, unless somebody else works on them. */
    void takeBack(List<Run> runs) {
        for (Run run : of(runs).keySet()) {
            store.tryLockRun(run.runKey()).ifPresent(lock -> {
                store.takeBack(run.runKey());
                lock.close();
            });
        }
    }
}
