package gridrun.experiment;

import gridrun.data.Signature;
import gridrun.metric.DataPart;
import gridrun.metric.Metric;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.metric.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names that a run's figures have.
 *
 * @param measured of each part
 */
record Known(Signature data, List<Metric> measured) {

    /** The metrics that an epoch has. */
    List<String> ofEpochs() {
        List<String> all = new ArrayList<>(of(DataPart.TRAINING));
        if (data.validation() > 0) {
            all.addAll(of(DataPart.VALIDATION));
        }
        return all;
    }

    private List<String> of(DataPart part) {
        return measured.stream().map(metric -> part.prefix() + metric.name()).toList();
    }

    /** What a run comes to, each with its moment. */
    List<String> figures() {
        List<String> all = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            List<String> of = moment != Moment.TEST ? ofEpochs() : data.test() > 0 ? of(DataPart.TRAINING) : List.of();
            of.forEach(metric -> all.add(new Quantity(moment, metric).name()));
        }
        return all;
    }

    /** What an expectation can be about. */
    List<String> quantities() {
        List<String> all = figures();
        all.add("best_epoch");
        return all;
    }

    /** Why there is no figure of a name; nothing where it is no name at all. */
    String reason(String name) {
        Quantity quantity = Quantity.of(name);
        if (DataPart.of(quantity.metric()) == DataPart.VALIDATION && data.validation() == 0) {
            return "; there is no validation part (data.validation is 0)";
        }
        if (quantity.moment() == Moment.TEST && data.test() == 0) {
            return "; these data have no test part, which data.test: 0.2 holds out";
        }
        return unmeasured(quantity).map(metric -> metric.suits(data.task())
                ? "; it is measured where it is asked for: train.metrics: [" + metric.name() + "]"
                : "; " + metric.name() + " does not suit these data").orElse("");
    }

    private Optional<Metric> unmeasured(Quantity quantity) {
        return Vocabulary.named(quantity.metric()).filter(metric -> !measured.contains(metric));
    }
}
