package gridrun.tracking;

import gridrun.store.Sweep;
import gridrun.tracking.MlflowException.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.Experiment;

/** The experiment as the server has it. */
final class RemoteExperiment {

    private final MlflowApi api;
    private final Retry retry;
    private final Sweep newest;

    /** @param newest the experiment's newest sweep, which its tags describe */
    RemoteExperiment(MlflowApi api, Retry retry, Sweep newest) {
        this.api = api;
        this.retry = retry;
        this.newest = newest;
    }

    /**
     * Creates it if need be, and brings its tags up to date; returns its id.
     *
     * @throws MlflowException {@link Kind#DELETED} if a person deleted it
     */
    String ensure() throws MlflowException, InterruptedException {
        Experiment experiment = retry.call(Retry.TRIES, this::findOrCreate);
        if (!experiment.getLifecycleStage().equals("active")) {
            throw new MlflowException(Kind.DELETED, ("the experiment '%s' was deleted in MLflow; restore it there, "
                    + "or give the file another name").formatted(newest.experiment()));
        }
        tag(experiment);
        return experiment.getExperimentId();
    }

    private Experiment findOrCreate() throws MlflowException, InterruptedException {
        Optional<Experiment> found = api.experiment(newest.experiment());
        if (found.isPresent()) {
            return found.get();
        }
        try {
            api.createExperiment(newest.experiment());
        } catch (MlflowException e) {
            if (e.kind() != Kind.EXISTS) {
                throw e;
            }
        }
        return api.experiment(newest.experiment()).orElseThrow(() -> new MlflowException(Kind.TRANSIENT,
                "the experiment '%s' was created but is not there".formatted(newest.experiment())));
    }

    private void tag(Experiment experiment) throws MlflowException, InterruptedException {
        Map<String, String> present = new HashMap<>();
        experiment.getTagsList().forEach(tag -> present.put(tag.getKey(), tag.getValue()));
        Map<String, String> wanted = new HashMap<>(Map.of(
                Tags.EXPERIMENT_KIND, "custom_model_development",
                Tags.PRIMARY_METRIC, newest.metric(),
                Tags.GREATER_IS_BETTER, newest.goal() == gridrun.metric.Goal.MAXIMIZE ? "True" : "False"));
        if (!newest.description().isBlank()) {
            wanted.put(Tags.NOTE, newest.description());
        }
        for (Map.Entry<String, String> tag : wanted.entrySet()) {
            if (!tag.getValue().equals(present.get(tag.getKey()))) {
                retry.act(() -> api.tagExperiment(experiment.getExperimentId(), tag.getKey(), tag.getValue()));
            }
        }
    }
}
