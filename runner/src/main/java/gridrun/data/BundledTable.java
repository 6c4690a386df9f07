package gridrun.data;

import gridrun.task.Scaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table that comes along with Gridrun, as its file has it; the files' sources and licences stand beside them.
 *
 * @param features the names of the inputs
 * @param classes what a target's number means, in the order in which they occur; empty where targets are real
 * @param inputs row-major, so many as there are features
 * @param targets the class or the real value of each row
 * @param sha256 of the file
 */
record BundledTable(List<String> features, List<String> classes, double[] inputs, double[] targets, String sha256) {

    private static final Map<String, BundledTable> READ = new ConcurrentHashMap<>();

    /** The table of a file, read once. */
    static BundledTable of(String file, boolean hasClasses) {
        return READ.computeIfAbsent(file, name -> read(name, hasClasses));
    }

    private static BundledTable read(String file, boolean hasClasses) {
        byte[] content = content(file);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        String[] names = lines.get(0).split(",");
        int width = names.length - 1;
        NumberList inputs = new NumberList();
        double[] targets = new double[lines.size() - 1];
        Map<String, Integer> classes = new LinkedHashMap<>();
        for (int row = 0; row < targets.length; row++) {
            String[] fields = lines.get(row + 1).split(",");
            for (int i = 0; i < width; i++) {
                inputs.add(Double.parseDouble(fields[i]));
            }
            targets[row] = hasClasses ? number(classes, fields[width]) : Double.parseDouble(fields[width]);
        }
        return new BundledTable(List.of(names).subList(0, width), List.copyOf(classes.keySet()), inputs.all(), targets,
                Sha256.digest().bytes(content).hex());
    }

    private static int number(Map<String, Integer> classes, String name) {
        classes.putIfAbsent(name, classes.size());
        return classes.get(name);
    }

    private static byte[] content(String file) {
        try (var stream = BundledTable.class.getResourceAsStream(file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the jar", e);
        }
    }

    int width() {
        return features.size();
    }

    /** What brings each feature of some rows to mean 0 and standard deviation 1. */
    Scaling[] standard(int[] rows) {
        Scaling[] scales = new Scaling[width()];
        for (int i = 0; i < scales.length; i++) {
            int feature = i;
            scales[i] = Scaling.standard(Arrays.stream(rows).mapToDouble(row -> inputs[row * width() + feature])
                    .toArray());
        }
        return scales;
    }

    /** The inputs of some rows on the features' scales, row-major. */
    float[] inputs(int[] rows, Scaling[] scales) {
        double[] chosen = new double[rows.length * width()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(inputs, rows[i] * width(), chosen, i * width(), width());
        }
        return scaled(chosen, scales);
    }

    /** Rows of features on their scales. */
    static float[] scaled(double[] rows, Scaling[] scales) {
        float[] scaled = new float[rows.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) scales[i % scales.length].scaled(rows[i]);
        }
        return scaled;
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
