package gridrun.data;

import gridrun.config.FilePath;
import gridrun.config.Structure;
import gridrun.random.RunSeeds;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Loads data sets for runs, each but once: runs that need the same examples share them, as long as the files that these
 * come from are the same.
 *
 * <p>What no run uses any more is given up when memory gets short. Safe for use by several threads.
 */
public final class DataLoader {

    private final DataDirectory directory;
    private final Map<Object, SoftReference<Splits>> loaded = new HashMap<>();

    public DataLoader(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * Makes sure that a data set can be loaded, downloading what is absent: a sweep's step before its first run.
     *
     * @throws DataUnavailable if it cannot, with a message that says what to do
     */
    public void prepare(DatasetSpec spec) throws IOException {
        spec.prepare(directory);
    }

    /**
     * The data of a run, as they are now.
     *
     * @param seeds the run's; the streams "data" and "split" are derived from them, "data" from the data's own if set
     * @param fold the run's, from 1; 0 where there are none
     * @throws DataUnavailable if files are missing or damaged, with a message that says what to do
     * @throws UnreadableFile if the user's are
     */
    public Splits load(DatasetSpec spec, RunSeeds seeds, int fold) throws IOException {
        return load(spec, seeds, fold, spec.fingerprint());
    }

    /**
     * The data that a run was planned with.
     *
     * @param seeds as above
     * @param fold as above
     * @param fingerprint what the data had when the run was planned
     * @throws DataLost if they have changed since, or cannot be read
     */
    public Splits planned(DatasetSpec spec, RunSeeds seeds, int fold, String fingerprint) throws IOException {
        Splits splits;
        try {
            splits = load(spec, seeds, fold, fingerprint);
        } catch (DataUnavailable | UnreadableFile e) {
            if (spec instanceof CustomDataset) {
                throw e; // no file is gone: its own code fails for this run
            }
            throw DataLost.unreadable(e);
        }
        if (!splits.fingerprint().equals(fingerprint)) {
            throw DataLost.changed(FilePath.in((Record) spec).values().stream().map(OwnFile::shown).toList());
        }
        return splits;
    }

    /** Those of the fingerprint where they are known, else those that there are. */
    private synchronized Splits load(DatasetSpec spec, RunSeeds seeds, int fold, String fingerprint)
            throws IOException {
        DataStreams draw = DataStreams.of(spec, seeds, fold);
        SoftReference<Splits> reference = loaded.get(key(spec, draw, fold, fingerprint));
        Splits splits = reference == null ? null : reference.get();
        if (splits == null) {
            splits = spec.load(directory, draw);
            loaded.put(key(spec, draw, fold, splits.fingerprint()), new SoftReference<>(splits));
        }
        return splits;
    }

    private static Object key(DatasetSpec spec, DataStreams draw, int fold, String fingerprint) {
        return Structure.of(spec, draw.data().key(), draw.split().key(), fold, fingerprint);
    }

    /**
     * Examples of the user's, prepared as the training part of a run was: a CSV file, or a pair of idx files.
     *
     * @param fitted by the run
     * @param targets whether the file has the targets, else they are zeros
     * @param notes is told what of the files is left out or was never learnt
     * @throws UnreadableFile if the files are missing, or hold no examples of these data
     */
    public static Dataset read(DatasetSpec spec, Preparation fitted, List<Path> files, boolean targets,
            Consumer<String> notes) {
        if (files.size() == 1) {
            return spec.read(new FurtherRows(files.get(0), targets, notes), fitted);
        }
        OwnFile images = OwnFile.given("images", files.get(0));
        IdxPair pair = IdxPair.read(new IdxPair.Files(images, OwnFile.given("labels", files.get(1))));
        if (!pair.input().equals(fitted.shape()) || pair.classes() > fitted.classes().size()) {
            throw images.wrong("%s has images %s of %d classes; the run was trained on %s of %d classes".formatted(
                    images.shown(), pair.input(), pair.classes(), fitted.shape(), fitted.classes().size()));
        }
        return pair.source(fitted.task()).all(Scaling.NONE);
    }
}
