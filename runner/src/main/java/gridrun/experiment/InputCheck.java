package gridrun.experiment;

import gridrun.data.DataStreams;
import gridrun.data.DatasetSpec;
import gridrun.data.Splits;
import gridrun.nn.Architecture;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether networks can read their data, found while a file is read: an embedding has a row for each id. Data that have
 * to be downloaded are looked at later; synthetic ones are generated for networks that are particular, and for one
 * seed.
 */
final class InputCheck {

    private record Pair(DatasetSpec data, Architecture architecture) {
    }

    private final Map<Pair, Optional<String>> known = new HashMap<>();

    /** What is wrong with the data for this network, if anything is known to be. */
    Optional<String> refusal(DatasetSpec data, Architecture architecture) {
        return !data.isAtHand() || !architecture.isParticular() ? Optional.empty()
                : known.computeIfAbsent(new Pair(data, architecture), InputCheck::look);
    }

    private static Optional<String> look(Pair pair) {
        Rng seed = Rng.of(pair.data().seed() == null ? 0 : pair.data().seed());
        try {
            Splits splits = pair.data().load(null, DataStreams.of(seed.split("data"), seed.split("split")));
            splits.parts().forEach(part -> pair.architecture().checkInputs(part.data()));
            return Optional.empty();
        } catch (Dataset.Unreadable e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("data at hand cannot be loaded", e);
        }
    }
}
