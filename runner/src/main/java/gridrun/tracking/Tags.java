package gridrun.tracking;

/** The tags of runs and experiments in MLflow; all of our own but {@link #OUTCOME} begin with {@code gridrun.}. */
public final class Tags {

    public static final String RUN_KEY = "gridrun.run_key";
    public static final String SWEEP_ID = "gridrun.sweep_id";
    public static final String CONFIG_ID = "gridrun.config_id";
    public static final String SEED = "gridrun.seed";
    /** The run's configuration in a word or two, unique within its sweep: by this runs are grouped. */
    public static final String CONFIG = "gridrun.config";
    /** When the plan was made that a run stands for: a repetition from other results has another one. */
    public static final String PLANNED = "gridrun.planned";
    /** On a sweep, its best configuration; with an axis' name behind, its value there. */
    public static final String BEST = "gridrun.best";
    /** On a sweep, the sentence that says what can be claimed of its configurations. */
    public static final String FINDING = "gridrun.finding";
    /** The commit in few digits, with a {@code +} behind where the working tree was changed. */
    public static final String COMMIT = "gridrun.commit";
    /** All sweeps that a run belongs to; its parent in MLflow is one of them. */
    public static final String SWEEPS = "gridrun.sweeps";
    public static final String ERROR = "gridrun.error";
    public static final String DUPLICATE_OF = "gridrun.duplicate_of";
    public static final String OUTCOME = "outcome";

    public static final String NOTE = "mlflow.note.content";
    public static final String PARENT = "mlflow.parentRunId";
    public static final String USER = "mlflow.user";
    public static final String SOURCE_NAME = "mlflow.source.name";
    public static final String SOURCE_TYPE = "mlflow.source.type";
    public static final String CONTEXT = "mlflow.data.context";
    public static final String EXPERIMENT_KIND = "mlflow.experimentKind";
    public static final String PRIMARY_METRIC = "mlflow.experiment.primaryMetric.name";
    public static final String GREATER_IS_BETTER = "mlflow.experiment.primaryMetric.greaterIsBetter";

    private Tags() {
    }
}
