package gridrun.experiment;

import gridrun.config.Structure;
import gridrun.data.Signature;
import gridrun.nn.Architecture;
import gridrun.train.Examples;
import gridrun.train.Memory;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether arrays can hold what a run needs, found while a file is read: no array has more than 2^31 numbers. */
final class SizeCheck {

    /** What is wrong, and the setting that is to blame. */
    record Refusal(String setting, String reason) {
    }

    private final Map<Object, Optional<Refusal>> known = new HashMap<>();

    /** What is too large for one array, if anything is. */
    Optional<Refusal> refusal(Architecture architecture, TrainSpec train, Signature data) {
        int batch = train.batchSize().of(data.train());
        return known.computeIfAbsent(Structure.of(architecture, data, batch, train.log()),
                key -> look(architecture, train, data));
    }

    private static Optional<Refusal> look(Architecture architecture, TrainSpec train, Signature data) {
        List<Integer> evaluated = new ArrayList<>(List.of(data.validation(), data.test()));
        if (data.isPlane()) { // its picture asks for more points than are evaluated at a time
            evaluated.add(Examples.EVALUATION_BATCH);
        }
        try {
            Memory.of(architecture, train, train.earlyStopping() != null, data.train(), evaluated);
            return Optional.empty();
        } catch (Memory.LargeBatch e) {
            return Optional.of(new Refusal("train.batch_size", e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Refusal("model", e.getMessage()));
        }
    }
}
