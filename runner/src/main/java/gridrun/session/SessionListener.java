package gridrun.session;

import gridrun.execute.RunListener;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.store.Deliveries;
import gridrun.store.Run;
import java.util.List;
import java.util.Optional;

/**
 * Is told how an experiment goes, in this order: {@link #planned planned}; {@link #trainingBegan trainingBegan}, what
 * happens to the runs, and {@link #trainingEnded trainingEnded}, unless nothing is to do; {@link #concluded concluded};
 * {@link #profiled profiled}, where that was asked; {@link #publishing publishing} and {@link #published published},
 * where something is published. A race trains round after round, and is {@link #looked looked} at after each.
 *
 * <p>What happens to runs is told by the threads that train them, and their ends by those that bring them to the disk:
 * the next run may have begun by then. {@link #noted noted} and {@link #warned warned} are told by any thread, all else
 * by the thread that runs the experiment. What a listener throws of runs is a warning. Whatever else it throws ends the
 * experiment there, and what was trained stands.
 */
public interface SessionListener extends RunListener {

    /** Nobody who wants to know. */
    SessionListener NOBODY = new SessionListener() {};

    /** The plan is made and written down; nothing has been trained. */
    default void planned(Plan plan) {
    }

    /**
     * Earlier work has to do with the plan's runs; told after {@link #planned planned}.
     *
     * @param lines which are trained again and why, and which begin where others ended
     */
    default void reused(Plan plan, List<String> lines) {
    }

    /**
     * Runs are about to be trained.
     *
     * @param concurrency as it was decided
     */
    default void trainingBegan(Plan plan, Concurrency concurrency) {
    }

    /**
     * A run that was trained before begins to train again; {@link #started started} follows.
     *
     * @param before how it ended: it failed, was interrupted, or is trained afresh
     */
    default void retried(Job job, Run before) {
    }

    /** No run is under way any more; what is made of all of them follows. */
    default void trainingEnded() {
    }

    /**
     * A race was looked at after a round of runs.
     *
     * @param plan what it may come to now, with the race as it stands
     */
    default void looked(Plan plan) {
    }

    /**
     * All is trained that will be, and what the results come to is known. Nothing is published yet for certain, and the
     * sweep's own files, such as its tables, are made afterwards.
     */
    default void concluded(Conclusion conclusion) {
    }

    /** The steps of a run are about to be timed for some seconds, for no run has shown them. */
    default void timing(Job job, int seconds) {
    }

    /** It is known where the time of the steps went. */
    default void profiled(StepSurvey survey) {
    }

    /**
     * The results are on their way to MLflow; told about twice a second until they have arrived.
     *
     * @param owed what has not
     * @param trouble what keeps it up at the moment; it is tried again
     */
    default void publishing(Deliveries.Owed owed, Optional<String> trouble) {
    }

    /** Publishing has ended, in one way or the other. */
    default void published(Publication publication) {
    }

    /** Something takes its time: a download, an installation, the start of a server. */
    default void noted(String line) {
    }
}
