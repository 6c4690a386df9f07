package gridrun.artifact;

import gridrun.data.Signature;
import gridrun.data.Splits;
import gridrun.observed.Confusion;
import gridrun.plot.Plot;
import gridrun.plot.Plots;
import gridrun.trained.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a classifier leaves behind of its classes: confusions, figures by class, and the regions where there is a plane.
 * The confusions are those of the validation part and of the test part. Other tasks leave nothing.
 */
public final class ClassFiles {

    static final String CONFUSION_PICTURE = "confusion";
    static final String BOUNDARY_PICTURE = "decision_boundary";

    private final Evaluation evaluation;
    private final Splits data;
    private List<Confusion> confusions;

    /** @param evaluation of the network with the weights that were kept */
    public ClassFiles(Evaluation evaluation, Splits data) {
        this.evaluation = evaluation;
        this.data = data;
    }

    /** What makes each table, by name. */
    public Map<String, Callable<byte[]>> tables() {
        Map<String, Callable<byte[]>> tables = new LinkedHashMap<>();
        if (hasConfusions()) {
            tables.put("confusion.csv", () -> Confusion.csv(confusions()).getBytes(StandardCharsets.UTF_8));
            tables.put("per_class.csv", () -> Confusion.perClassCsv(confusions()).getBytes(StandardCharsets.UTF_8));
        }
        return tables;
    }

    /** What draws each picture, by name. */
    Map<String, Callable<Plot>> pictures(String title, List<String> featureNames) {
        Map<String, Callable<Plot>> pictures = new LinkedHashMap<>();
        if (hasConfusions() && data.preparation().classes().size() <= Plots.MOST_CLASSES) {
            pictures.put(CONFUSION_PICTURE, () -> Plots.confusion(title, confusions()));
        }
        if (Signature.isPlane(data.train().data().task(), data.train().data().input())) {
            pictures.put(BOUNDARY_PICTURE, () -> Plots.boundary(title, evaluation.boundary(
                    featureNames, data.train().data(),
                    data.validation() == null ? null : data.validation().data())));
        }
        return pictures;
    }

    private boolean hasConfusions() {
        return data.train().data().task().isClassification() && data.parts().size() > 1;
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
