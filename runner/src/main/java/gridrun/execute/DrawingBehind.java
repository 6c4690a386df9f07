package gridrun.execute;

import gridrun.experiment.PlotPolicy;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Draws behind the training what can be drawn by then, on one thread that gives way: it begins after ten seconds and
 * draws for a tenth of its time at most. So a short experiment draws nothing before its table, and of a long one most
 * pictures are there when it ends.
 */
public final class DrawingBehind implements ForwardingListener, AutoCloseable {

    private static final long PATIENCE_MS = 10_000;
    private static final long LEAST_PAUSE_MS = 500;
    /** Times as long as it draws the thread rests. */
    private static final int REST = 9;

    private final Store store;
    private final Sweep sweep;
    private final PlotPolicy policy;
    private final Drawing drawing;
    private final RunListener next;
    /** The jobs of each configuration that have not ended yet. */
    private final Map<String, List<Job>> open = new HashMap<>();
    private final Map<String, List<Job>> configurations = new HashMap<>();
    private final Queue<List<Job>> drawable = new ConcurrentLinkedQueue<>();
    private final CountDownLatch trained = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "drawing");
        made.setDaemon(true);
        return made;
    });

    /** @param next who is told of the runs, too */
    public DrawingBehind(Store store, Sweep sweep, Plan plan, Drawing drawing, RunListener next) {
        this.store = store;
        this.sweep = sweep;
        this.policy = plan.experiment().plots();
        this.drawing = drawing;
        this.next = next;
        plan.jobs().forEach(job -> add(configurations, job));
        plan.toDo().forEach(job -> add(open, job));
        if (policy != PlotPolicy.NONE) {
            thread.execute(this::draw);
        }
    }

    private static void add(Map<String, List<Job>> configurations, Job job) {
        configurations.computeIfAbsent(job.spec().configId(), id -> new ArrayList<>()).add(job);
    }

    @Override
    public RunListener next() {
        return next;
    }

    /** Which of a configuration's runs are notable is known when all have ended. */
    @Override
    public void ended(Job job, Outcome outcome, String reason) {
        next.ended(job, outcome, reason);
        if (policy == PlotPolicy.ALL && outcome.isResult()) {
            drawable.add(List.of(job));
        } else if (outcome != Outcome.INTERRUPTED && isLast(job)) {
            drawable.add(configurations.get(job.spec().configId()));
        }
    }

    private synchronized boolean isLast(Job job) {
        List<Job> left = open.getOrDefault(job.spec().configId(), new ArrayList<>());
        return left.removeIf(each -> each == job) && left.isEmpty();
    }

    private void draw() {
        Queue<Run> wanted = new ArrayDeque<>();
        long pauseMs = PATIENCE_MS;
        while (!isTrained(pauseMs)) {
            long beganNs = System.nanoTime();
            if (wanted.isEmpty() && !drawable.isEmpty()) {
                wanted.addAll(drawing.missing(policy, drawable.remove().stream()
                        .flatMap(job -> store.run(sweep.sweepId(), job.runKey()).stream()).toList()));
            }
            if (!wanted.isEmpty()) {
                drawing.draw(wanted.remove());
            }
            pauseMs = Math.max(LEAST_PAUSE_MS, REST * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs));
        }
    }

    private boolean isTrained(long afterMs) {
        try {
            return trained.await(afterMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true; // nobody interrupts it but to end
        }
    }

    /** Training is over. Returns when the run is drawn that is being drawn; all others are left. */
    @Override
    public void close() {
        trained.countDown();
        ThreadPools.finish(thread, () -> {});
    }
}
