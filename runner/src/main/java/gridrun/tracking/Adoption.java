package gridrun.tracking;

import gridrun.store.MetricValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlflow.api.proto.Service.Run;

/**
 * Takes over a run that another results directory has brought. What stands there stays: it says when and where the run
 * was trained first, and whoever brought it finds it as it was.
 */
final class Adoption {

    private final MlflowApi api;
    private final Acknowledgements acknowledgements;

    Adoption(MlflowApi api, Acknowledgements acknowledgements) {
        this.api = api;
        this.acknowledgements = acknowledgements;
    }

    /** Whether a tag says where a run stands among others, which follows each who knows more. */
    static boolean isPlace(String tag) {
        return tag.equals(Tags.PLANNED) || tag.equals(Tags.PARENT) || tag.equals(Tags.SWEEPS)
                || tag.startsWith(Tags.CONFIG);
    }

    /** Acknowledges what stands there, if the run ended as ours did. */
    void acknowledge(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        Run run = api.run(runId);
        if (run.getInfo().getStatus() != wanted.status()) {
            return;
        }
        Set<String> tags = new HashSet<>();
        run.getData().getTagsList().stream().map(tag -> tag.getKey()).filter(tag -> !isPlace(tag)).forEach(tags::add);
        Map<String, String> fingerprints = new HashMap<>();
        wanted.tags().forEach((tag, value) -> fingerprints.put(tag, Acknowledgements.fingerprint(value)));
        fingerprints.keySet().retainAll(tags);
        acknowledgements.add(id, Delivery.TAG, fingerprints);
        Set<String> measured = new HashSet<>();
        run.getData().getMetricsList().forEach(metric -> measured.add(metric.getKey()));
        Map<String, String> figures = new HashMap<>();
        for (MetricValue figure : wanted.figures()) {
            if (measured.contains(figure.key())) {
                figures.put(figure.key(), String.valueOf(figure.value()));
            }
        }
        acknowledgements.add(id, Delivery.FIGURE, figures);
        acknowledgements.add(id, ArtifactDelivery.KIND, artifacts(runId, wanted));
        acknowledgements.add(id, Delivery.STATE, Delivery.state(wanted));
    }

    private Map<String, String> artifacts(String runId, Projection wanted)
            throws MlflowException, InterruptedException {
        Map<String, String> there = new HashMap<>();
        List<String> directories = wanted.artifacts().stream().map(ArtifactContent::directory).distinct().toList();
        for (String directory : directories) {
            Set<String> paths = api.artifactSizes(runId, directory).keySet();
            wanted.artifacts().stream().filter(content -> paths.contains(content.path()))
                    .forEach(content -> there.put(content.path(), content.sha256()));
        }
        return there;
    }
}
