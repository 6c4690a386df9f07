package gridrun.tracking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses of MLflow's pages. Without {@code workflowType} a first visit opens the pages of its other mode.
 *
 * @param server its address and a slash, or nothing for links within its own pages
 * @param experimentId the experiment there
 */
record Pages(String server, String experimentId) {

    private static final String MODE = "workflowType=machine_learning";

    /** A view that the server has. */
    String of(SavedView view) {
        return runs(view.chart()) + "&viewStateShareKey=" + view.id();
    }

    /** The same runs in the same order where there are no views; a page that gets both would not look at the view. */
    String withoutView(SavedView view) {
        ViewState state = view.state();
        return runs(view.chart()) + "&searchFilter=" + encoded(state.searchFilter())
                + "&orderByKey=" + encoded(state.orderByKey()) + "&orderByAsc=" + state.orderByAsc()
                + "&startTime=ALL&lifecycleFilter=Active";
    }

    /** A run's own page. */
    String run(String runId) {
        return "%s#/experiments/%s/runs/%s?%s".formatted(server, experimentId, runId, MODE);
    }

    /** All runs of the experiment. */
    String runs() {
        return "%s#/experiments/%s/runs?%s".formatted(server, experimentId, MODE);
    }

    private String runs(boolean chart) {
        return runs() + (chart ? "&compareRunsMode=CHART" : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
