package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.page.SweepPage;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The page of a sweep among the sweep's files. It is made last, of the tables and the pictures, and again by a later
 * command where these have become others. A single run has no files of a sweep, and so none.
 */
public final class SweepReport {

    /** The file's name. */
    public static final String FILE = "report.html";

    private final Store store;
    private final String sweepId;

    /** @param sweepId of a sweep whose runs have ended */
    public SweepReport(Store store, String sweepId) {
        this.store = store;
        this.sweepId = sweepId;
    }

    /** Makes it where it is not there any more, or was made of something else. */
    public void renew(Projections projections) {
        store.flush(); // the last pictures may be handed over and not yet recorded
        Sweep sweep = store.sweep(sweepId).orElseThrow();
        if (!sweep.parent()) {
            return;
        }
        List<Run> runs = store.runs(sweepId);
        String basis = basis(sweep, runs);
        if (!basis.equals(sweep.facts().get(Facts.REPORT_OF)) || store.lostFiles(sweep).contains(FILE)) {
            projections.attempt("the report", sweep.experiment(), () -> record(
                    SweepPage.of(store, sweep, runs).getBytes(StandardCharsets.UTF_8), basis));
        }
    }

    /** Whether a sweep has one among its files, which nothing but a record of the change may replace. */
    public static boolean isRecorded(Sweep sweep) {
        return sweep.facts().containsKey(Facts.REPORT_OF);
    }

    /** Replaces it by a page that was made of what there is now. */
    public void replace(byte[] page) {
        record(page, basis(store.sweep(sweepId).orElseThrow(), store.runs(sweepId)));
    }

    private void record(byte[] page, String basis) {
        Recording recording = store.amend(sweepId);
        recording.artifact(FILE, page);
        recording.facts(Map.of(Facts.REPORT_OF, basis));
    }

    /**
     * The checksum of what it shows: how runs ended, and the files of the runs and of the sweep; of pictures
     * that they are there.
     */
    private static String basis(Sweep sweep, List<Run> runs) {
        StringBuilder basis = new StringBuilder();
        runs.forEach(run -> basis.append(run.runKey()).append(run.status()).append('\n'));
        append(sweep.artifacts(), basis);
        runs.forEach(run -> append(run.artifacts(), basis));
        basis.setLength(Math.max(0, basis.length() - 1));
        return DurableFiles.sha256(basis.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(List<Artifact> files, StringBuilder basis) {
        for (Artifact file : files) {
            if (!file.path().equals(FILE)) {
                basis.append(file.isView() ? file.path() : file.sha256()).append('\n');
            }
        }
    }
}
