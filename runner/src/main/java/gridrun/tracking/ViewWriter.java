package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.DurableFiles;
import gridrun.store.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the views of sweeps. A view that a person has changed or deleted is left alone, and no trouble with a view is
 * ever more than a notice.
 */
final class ViewWriter {

    private static final String KIND = "view";
    private static final String DELETED = "deleted";
    private static final int FIRST_MAJOR = 3;
    private static final int FIRST_MINOR = 16;

    private final Deliveries marks;
    private final MlflowApi api;
    private final Consumer<String> notices;
    private final boolean possible;

    /** @param version the server's, such as {@code 3.17.2} */
    ViewWriter(Deliveries marks, MlflowApi api, String version, Consumer<String> notices) {
        this.marks = marks;
        this.api = api;
        this.notices = notices;
        this.possible = hasViews(version);
    }

    /** Whether a server of this version has a menu of views; earlier ones take their addresses alone. */
    static boolean hasViews(String version) {
        String[] parts = version.split("\\D+");
        int major = Integer.parseInt(parts[0]);
        return major > FIRST_MAJOR || major == FIRST_MAJOR && Integer.parseInt(parts[1]) >= FIRST_MINOR;
    }

    /**
     * Brings the views of a sweep up to date, once its run is there.
     *
     * @param look whether to look at those, too, that have not changed: a person may have deleted them
     */
    void update(StoredEntry sweep, List<SavedView> views, boolean look) throws InterruptedException {
        if (!possible) {
            return;
        }
        Map<String, String> delivered = marks.delivered(sweep.id(), KIND);
        for (SavedView view : views) {
            String value = view.value();
            String fingerprint = DurableFiles.sha256(value.getBytes(StandardCharsets.UTF_8));
            String before = delivered.get(view.id());
            if ((look || !fingerprint.equals(before)) && !DELETED.equals(before)) {
                try {
                    boolean there = write(view, value, before != null);
                    marks.delivered(sweep.id(), KIND, Map.of(view.id(), there ? fingerprint : DELETED));
                } catch (MlflowException e) {
                    // The next update tries again.
                    notices.accept("the view '%s' was not written: %s".formatted(view.name(), e.getMessage()));
                }
            }
        }
    }

    /** Returns whether there is a view of that id afterwards. */
    private boolean write(SavedView view, String value, boolean written) throws MlflowException, InterruptedException {
        String experiment = marks.experimentId().orElseThrow();
        Optional<String> there = api.experimentTag(experiment, view.tag());
        if (there.isEmpty() && written) {
            return false;
        }
        if (there.isEmpty() || ViewState.isUntouched(there.get()) && !there.get().equals(value)) {
            api.tagExperiment(experiment, view.tag(), value);
        }
        return true;
    }

    /** Where a view is to be looked at. */
    String link(Pages pages, StoredEntry sweep, SavedView view) {
        String state = marks.delivered(sweep.id(), KIND).getOrDefault(view.id(), DELETED);
        return state.equals(DELETED) ? pages.withoutView(view) : pages.of(view);
    }
}
