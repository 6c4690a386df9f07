package gridrun.artifact;

import gridrun.plot.PictureFormat;
import gridrun.plot.Plot;
import gridrun.store.Artifact;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** The files of pictures: one for each format, of one layout. */
public final class PictureFiles {

    private PictureFiles() {
    }

    /**
     * The formats to draw in: those that are asked for, and those in which an earlier command has drawn.
     *
     * @param picture one that is always among them
     */
    static Set<PictureFormat> formats(Set<PictureFormat> asked, String picture, List<Artifact> files) {
        Set<PictureFormat> formats = EnumSet.copyOf(asked);
        for (PictureFormat format : PictureFormat.values()) {
            if (isThere(format.file(picture), files)) {
                formats.add(format);
            }
        }
        return formats;
    }

    /** Whether a picture was drawn in all of these formats. */
    static boolean areThere(Set<PictureFormat> formats, String picture, List<Artifact> files) {
        return formats.stream().allMatch(format -> isThere(format.file(picture), files));
    }

    private static boolean isThere(String path, List<Artifact> files) {
        for (Artifact file : files) { // of thousands of runs
            if (file.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** What makes each file, by its name. */
    public static Map<String, Callable<byte[]>> of(Map<String, Callable<Plot>> pictures, Set<PictureFormat> formats) {
        Map<String, Callable<byte[]>> files = new LinkedHashMap<>();
        pictures.forEach((name, picture) -> {
            Once once = new Once(picture);
            formats.forEach(format -> files.put(format.file(name), () -> once.call().in(format)));
        });
        return files;
    }

    /** Lays a picture out when the first of its files is made. */
    private static final class Once implements Callable<Plot> {

        private final Callable<Plot> picture;
        private Plot plot;

        Once(Callable<Plot> picture) {
            this.picture = picture;
        }

        @Override
        public Plot call() throws Exception {
            if (plot == null) {
                plot = picture.call();
            }
            return plot;
        }
    }
}
