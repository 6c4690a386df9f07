package gridrun.artifact;

import gridrun.plot.PlotsUnavailable;
import gridrun.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Makes what is shown of results: pictures, tables, reports. Results are recorded before and without them, so whatever
 * goes wrong here costs a line of warning and never a run. Safe for several threads.
 *
 * <p>What cannot be made for the same reason in one run after the other is told once.
 */
public final class Projections {

    private final Consumer<String> warn;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile boolean recorded = true;

    /** @param warn takes a warning, one line */
    public Projections(Consumer<String> warn) {
        this.warn = warn;
    }

    /** Something made of a result. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Whether the results have taken all that was made; a full disk, say, does not. */
    public boolean areRecorded() {
        return recorded;
    }

    /**
     * Makes something of a result, and records it.
     *
     * @param what it is, as the warning names it
     * @param of the run or the experiment
     */
    public void attempt(String what, String of, Action action) {
        try {
            action.run();
        } catch (Exception | LinkageError | VirtualMachineError e) {
            if (e instanceof StoreException) {
                recorded = false;
            }
            tell(what, of, e);
        }
    }

    /**
     * Makes files; those that cannot be made are left out.
     *
     * @param of the run or the experiment, as the warning names it
     * @param projections what makes each file's content, by the file's name
     */
    public Map<String, byte[]> files(String of, Map<String, Callable<byte[]>> projections) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, List<String>> failed = new LinkedHashMap<>();
        Map<String, Throwable> reasons = new LinkedHashMap<>();
        projections.forEach((path, projection) -> {
            try {
                files.put(path, projection.call());
            } catch (Exception | LinkageError | VirtualMachineError e) {
                reasons.putIfAbsent(Reason.of(e), e);
                failed.computeIfAbsent(Reason.of(e), reason -> new ArrayList<>()).add(path);
            }
        });
        failed.forEach((reason, paths) -> tell(String.join(", ", paths), of, reasons.get(reason)));
        return files;
    }

    private void tell(String what, String of, Throwable e) {
        String reason = Reason.of(e);
        if (e instanceof PlotsUnavailable) {
            tellOnce(e.getMessage(), e.getMessage());
        } else {
            tellOnce(what + reason, "%s of %s cannot be made, what was trained stands: %s".formatted(what, of, reason));
        }
    }

    private void tellOnce(String key, String line) {
        if (told.add(key)) {
            warn(line.replaceAll("\\R", " "));
        }
    }

    /**
     * Hands a warning on. Whoever cannot even take one must not undo what was trained: that is told as what a thread
     * throws.
     */
    public void warn(String line) {
        try {
            warn.accept(line);
        } catch (RuntimeException e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }
}
