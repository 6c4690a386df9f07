import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gridrun.trained.Model;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * One net served by Gridrun and by ONNX Runtime, row by row and a thousand rows at once, in turns within one JVM;
 * serving.py starts it.
 */
class Serving {

    private static final int ROWS = 1_024;
    /** Samples of some milliseconds, so that reading the clock costs nothing. */
    private static final int CALLS = 2_000;
    private static final int TURNS = 4;

    private final Model model;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final double[][] rows = new double[ROWS][2];
    private double answered;

    Serving(Path directory, String onnx) throws Exception {
        model = Model.load(directory);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(onnx, options);
        Random random = new Random(1);
        for (double[] row : rows) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
        }
    }

    /** Prints microseconds a row as JSON, and by how much the two differ. */
    public static void main(String[] arguments) throws Exception {
        new Serving(Path.of(arguments[0]), arguments[1]).measure(Double.parseDouble(arguments[2]));
    }

    private void measure(double seconds) {
        double difference = 0;
        for (double[] row : rows) {
            difference = Math.max(difference, Math.abs(gridrun(row) - onnx(new double[][] {row})[0]));
        }
        double[] best = {1e9, 1e9, 1e9, 1e9};
        for (int turn = 0; turn < TURNS; turn++) {
            best[0] = Math.min(best[0], best(seconds, CALLS, i -> answered += gridrun(rows[i % ROWS])));
            best[1] = Math.min(best[1], best(seconds, CALLS, i -> answered += onnx(new double[][] {rows[i % ROWS]})[0]));
            best[2] = Math.min(best[2], best(seconds, 4, i -> answered += model.predict(rows).size()) / ROWS);
            best[3] = Math.min(best[3], best(seconds, 4, i -> answered += onnx(rows).length) / ROWS);
        }
        System.out.printf(Locale.ROOT, "{\"row\": [%.4f, %.4f], \"batch\": [%.4f, %.4f], \"difference\": %.2e, "
                + "\"version\": \"%s\", \"answered\": %.3f}%n", best[0], best[1], best[2], best[3], difference,
                environment.getVersion(), answered);
    }

    /** The probability of the second class. */
    private double gridrun(double[] row) {
        return model.predict(row).probabilities()[1];
    }

    private double[] onnx(double[][] some) {
        float[] inputs = new float[2 * some.length];
        for (int i = 0; i < some.length; i++) {
            inputs[2 * i] = (float) some[i][0];
            inputs[2 * i + 1] = (float) some[i][1];
        }
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs),
                new long[] {some.length, 2}); OrtSession.Result result = session.run(Map.of("x", tensor))) {
            FloatBuffer outputs = ((OnnxTensor) result.get(0)).getFloatBuffer();
            double[] probabilities = new double[some.length];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = outputs.get(i);
            }
            return probabilities;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Microseconds a call: the best of the samples that so many seconds have room for. */
    private static double best(double seconds, int calls, IntConsumer call) {
        double best = Double.POSITIVE_INFINITY;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                call.accept(i);
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e3 / calls);
        }
        return best;
    }
}
