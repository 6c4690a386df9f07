package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.page.SweepPage;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The page of a sweep among the sweep's files. It is made last, of the tables and the pictures, and again by a later
 * command where these have become others. A single run has no files of a sweep, and so none.
 */
public final class SweepReport {

    /** The file's name. */
    public static final String FILE = "report.html";

    private final Store store;
    private final SweepSnapshot shown;

    /** @param shown what it is made of, and by that what is recorded with it, however long the page takes */
    public SweepReport(Store store, SweepSnapshot shown) {
        this.store = store;
        this.shown = shown;
    }

    /** Makes it where it is not there any more, was made of something else, or was forgotten as damaged. */
    public void renew(Projections projections) {
        Sweep sweep = shown.sweep();
        if (sweep.parent() && (!basis().equals(sweep.facts().get(Facts.REPORT_OF))
                || sweep.artifacts().stream().noneMatch(file -> file.path().equals(FILE))
                || store.lostFiles(sweep).contains(FILE))) {
            projections.attempt("the report", sweep.experiment(), this::replace);
        }
    }

    /** Makes it. */
    public void replace() {
        byte[] page = SweepPage.of(store, shown.sweep(), shown.runs()).getBytes(StandardCharsets.UTF_8);
        Recording recording = store.amend(shown.sweep().sweepId());
        recording.artifact(FILE, page);
        recording.facts(Map.of(Facts.REPORT_OF, basis()));
    }

    /**
     * The checksum of what it shows, and by which program. When the sweep was planned last is left out: that alone is
     * no reason to make it anew with every command.
     */
    private String basis() {
        Sweep sweep = shown.sweep();
        return DurableFiles.sha256(String.join("\n", RunningJar.identity().orElse(""), shown.checksum(), sweep.file(),
                sweep.description())
                .getBytes(StandardCharsets.UTF_8));
    }
}
