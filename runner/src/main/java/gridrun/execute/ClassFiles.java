package gridrun.execute;

import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.report.Confusion;
import gridrun.report.Plots;
import gridrun.report.PlotsUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a classifier leaves behind of its classes: confusions, figures by class, and the regions where there is a plane. */
final class ClassFiles {

    private ClassFiles() {
    }

    /** The files by name, none where there are no classes; the confusions are those of the validation part and of the test part. */
    static Map<String, byte[]> of(RunSpec spec, Network network, Splits data) {
        if (!spec.data().signature().task().isClassification()) {
            return Map.of();
        }
        Evaluation evaluation = new Evaluation(network, spec.data());
        List<Confusion> parts = data.parts().stream().filter(part -> part != data.train())
                .map(part -> evaluation.confusion(part.role(), part.data())).toList();
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!parts.isEmpty()) {
            files.put("confusion.csv", Confusion.csv(parts).getBytes(StandardCharsets.UTF_8));
            files.put("per_class.csv", Confusion.perClassCsv(parts).getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!parts.isEmpty() && parts.get(0).classes().size() <= Plots.MOST_CLASSES) {
                files.put("confusion.png", Plots.confusion(spec.name(), parts));
            }
            if (Evaluation.isPlane(spec.data())) {
                files.put("decision_boundary.png", Plots.boundary(spec.name(), evaluation.boundary(
                        data.train().data(), data.validation() == null ? null : data.validation().data())));
            }
        } catch (PlotsUnavailable e) {
            PlotWarning.once(e);
        }
        return files;
    }
}
