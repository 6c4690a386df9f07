package gridrun.artifact;

import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plot;
import gridrun.plot.Plots;
import gridrun.result.StoredResults;
import gridrun.store.Facts;
import gridrun.store.MetricValue;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.train.Predictor;
import gridrun.trained.Evaluation;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What is made of a run's result to be looked at: its curves, its layers, of a classifier its classes, and
 * single examples. All of it is made of what the store has, so that it can be made at any time.
 */
public final class RunPictures {

    /** The picture that every run has. */
    public static final String CURVES = "curves";

    private static final Set<String> NAMES = Set.of(CURVES, LayerRecord.PICTURE, LayerRecord.TIME_PICTURE,
            LayerRecord.HISTOGRAM_PICTURE,
            ClassFiles.CONFUSION_PICTURE, ClassFiles.BOUNDARY_PICTURE, ExamplePictures.WORST, ExamplePictures.MAPS,
            ExamplePictures.FIT);

    private RunPictures() {
    }

    /** Whether a run's pictures were drawn as they are drawn today, and all of them are still there. */
    public static boolean exist(Store store, Sweep sweep, Run run) {
        return wereDrawn(run) && !areStale(store, sweep, run);
    }

    /** Whether a run's pictures were drawn. */
    public static boolean wereDrawn(Run run) {
        return wereDrawn(run, Set.of(PictureFormat.PNG));
    }

    /** Whether they were drawn in all of these formats. */
    public static boolean wereDrawn(Run run, Set<PictureFormat> formats) {
        return PictureFiles.areThere(formats, CURVES, run.artifacts());
    }

    /**
     * Whether pictures were drawn that are gone since, or cut short, or drawn in another way. They are drawn again:
     * nothing else is lost.
     */
    public static boolean areStale(Store store, Sweep sweep, Run run) {
        return wereDrawn(run) && (!drawn(sweep).get(Facts.PICTURES_OF).equals(run.facts().get(Facts.PICTURES_OF))
                || store.lostFiles(run).stream().anyMatch(RunPictures::isOne));
    }

    /** What is recorded of a run with its pictures. A title that is set is theirs, too; names are not asked for. */
    public static Map<String, String> drawn(Sweep sweep) {
        return Map.of(Facts.PICTURES_OF, (Plots.VERSION + " " + sweep.facts().getOrDefault(Facts.TITLE, "")).strip());
    }

    /** Whether a file of a run is a picture that can be drawn again. */
    public static boolean isOne(String path) {
        return path.equals(WorstExamples.FILE) || Stream.of(PictureFormat.values())
                .anyMatch(format -> NAMES.stream().anyMatch(name -> format.file(name).equals(path)));
    }

    /**
     * What makes the file of each of them, by name.
     *
     * @param sweep a sweep of the run
     * @param run one with a result
     * @param formats beside those in which they are there
     * @throws IOException if what it was trained on, or left behind, is not to be had
     */
    public static Map<String, Callable<byte[]>> of(Store store, Sweep sweep, Run run, DataLoader loader,
            Set<PictureFormat> formats) throws IOException {
        String title = run.name().equals(sweep.experiment()) ? sweep.title() : title(sweep.title(), run.name());
        Map<String, Callable<Plot>> pictures = new LinkedHashMap<>();
        Map<String, Callable<byte[]>> tables = Map.of();
        pictures.put(CURVES, () -> Plots.run(title, StoredResults.curves(store, run.runKey()), keptEpoch(store, run)));
        pictures.putAll(LayerRecord.stored(store, run).pictures(title));
        if (run.isCompleted()) { // else there is nothing to ask
            TrainedRun trained = TrainedRun.forPictures(store, sweep, run, loader);
            Splits data = trained.data();
            Evaluation evaluation = new Evaluation(trained.network(), trained.preparation().classes());
            pictures.putAll(new ClassFiles(evaluation, data).pictures(title, trained.spec().data().featureNames()));
            pictures.putAll(new ExamplePictures(trained.network(), evaluation, data).pictures(title));
            tables = new WorstExamples(trained.spec().data(), new Predictor(trained.network()), evaluation, data)
                    .tables();
        }
        Map<String, Callable<byte[]>> files = new LinkedHashMap<>(
                PictureFiles.of(pictures, PictureFiles.formats(formats, CURVES, run.artifacts())));
        files.putAll(tables);
        return files;
    }

    /** The epoch whose weights are kept; null where it is not known, or training diverged. */
    private static Integer keptEpoch(Store store, Run run) {
        return store.metrics(run.runKey(), RunFiles.KEPT_EPOCH).stream().findFirst()
                .map(MetricValue::value).map(Double::intValue).orElse(null);
    }

    /** The experiment, and which of its runs it is. */
    public static String title(String experiment, String run) {
        return run.equals(experiment) ? run : experiment + ": " + run;
    }
}
