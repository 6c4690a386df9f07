package gridrun.artifact;

import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.observed.Confusion;
import gridrun.plot.Plots;
import gridrun.trained.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a classifier leaves behind of its classes: confusions, figures by class, and the regions where there is a plane.
 */
final class ClassFiles {

    private final Evaluation evaluation;
    private final Splits data;
    private List<Confusion> confusions;

    private ClassFiles(Evaluation evaluation, Splits data) {
        this.evaluation = evaluation;
        this.data = data;
    }

    /**
     * What makes each file, by name, none where there are no classes; the confusions are those of the validation part
     * and of the test part.
     */
    static Map<String, Callable<byte[]>> of(RunSpec spec, Network network, Splits data) {
        Map<String, Callable<byte[]>> files = new LinkedHashMap<>();
        if (!spec.data().signature().task().isClassification()) {
            return files;
        }
        ClassFiles of = new ClassFiles(new Evaluation(network, spec.data()), data);
        String title = RunPictures.title(spec);
        if (data.parts().size() > 1) {
            files.put("confusion.csv", () -> Confusion.csv(of.confusions()).getBytes(StandardCharsets.UTF_8));
            files.put("per_class.csv", () -> Confusion.perClassCsv(of.confusions()).getBytes(StandardCharsets.UTF_8));
            if (spec.data().classNames().size() <= Plots.MOST_CLASSES) {
                files.put("confusion.png", () -> Plots.confusion(title, of.confusions()));
            }
        }
        if (Evaluation.isPlane(spec.data())) {
            files.put("decision_boundary.png", () -> Plots.boundary(title, of.evaluation.boundary(
                    data.train().data(), data.validation() == null ? null : data.validation().data())));
        }
        return files;
    }

    /** Asked of the network once, when the first file is made. */
    private List<Confusion> confusions() {
        if (confusions == null) {
            confusions = data.parts().stream().filter(part -> part != data.train())
                    .map(part -> evaluation.confusion(part.role(), part.data())).toList();
        }
        return confusions;
    }
}
