package gridrun.tracking;

/**
 * A view of MLflow's page of runs, as a tag of the experiment keeps it.
 *
 * @param id fixed for a sweep and a purpose, so that writing it again replaces it
 * @param name what the page's menu of views shows
 * @param chart whether it is to be looked at as charts, else as a table; the tag does not say it, links do
 * @param createdMs when what it shows was planned first
 * @param updatedMs when it was planned last
 */
record SavedView(String id, String name, boolean chart, long createdMs, long updatedMs, ViewState state) {

    private static final String TAG = "mlflow.sharedViewState.";

    /** What it is for, in a word: {@code curves}. */
    String purpose() {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    /** The tag's key. */
    String tag() {
        return TAG + id;
    }

    /** The tag's value. */
    String value() {
        return state.envelope(name, createdMs, updatedMs);
    }
}
