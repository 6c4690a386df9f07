package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Small grey images of noisy figures at random places and in random sizes, for convolutional networks without a
 * download.
 *
 * <p>Inputs have the shape {@code [size, size, 1]}: 0 is the ground, 1 the figure, edges in between, and the noise is
 * added. The classes are, in this order, {@link Figure circle, square, triangle, cross, diamond and ring}; example i
 * belongs to class {@code i mod classes}.
 *
 * <p>Example: {@code data: {type: shapes, size: 16, classes: 4}}
 *
 * @param samples the number of images, of all classes together
 * @param size the width and height in pixels
 * @param classes how many of the figures there are, from 2 to 6
 * @param noise the standard deviation of the Gaussian noise on each pixel
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Shapes(
        @Default("1000") int samples,
        @Default("16") int size,
        @Default("4") int classes,
        @Default("0.1") double noise,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    private static final int SMALLEST = 8;
    private static final int LARGEST = 256;
    /** A pixel is as bright as the share of this many by this many points in it that the figure covers. */
    private static final int POINTS = 4;

    public Shapes {
        Check.that(classes >= 2 && classes <= Figure.values().length, "classes", classes,
                "a whole number from 2 to " + Figure.values().length);
        Check.that(size >= SMALLEST && size <= LARGEST, "size", size,
                "a whole number from %d to %d".formatted(SMALLEST, LARGEST));
        Synthetic.check(samples, classes, noise);
        Synthetic.checkParts(classes, validation, test, folds);
        Synthetic.checkSize(samples, test, size * size);
    }

    /** A figure within the square [-1, 1] x [-1, 1]; y points down. */
    private enum Figure {
        CIRCLE, SQUARE, TRIANGLE, CROSS, DIAMOND, RING;

        boolean covers(double x, double y) {
            double square = x * x + y * y;
            return switch (this) {
                case CIRCLE -> square <= 1;
                case SQUARE -> Math.max(Math.abs(x), Math.abs(y)) <= 0.85;
                case TRIANGLE -> y <= 0.9 && Math.abs(x) <= (y + 1) / 1.9;
                case CROSS -> Math.max(Math.abs(x), Math.abs(y)) <= 1 && Math.min(Math.abs(x), Math.abs(y)) <= 0.3;
                case DIAMOND -> Math.abs(x) + Math.abs(y) <= 1;
                case RING -> square <= 1 && square >= 0.36;
            };
        }
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(size, size, 1), Task.classification(classes), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public List<String> classNames() {
        return Arrays.stream(Figure.values()).limit(classes).map(figure -> figure.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "shapes-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            double radius = data.nextUniform(0.25, 0.45) * size;
            double centreX = data.nextUniform(radius, size - radius);
            double centreY = data.nextUniform(radius, size - radius);
            for (int pixel = 0; pixel < row.length; pixel++) {
                row[pixel] = brightness(Figure.values()[i % classes], pixel % size - centreX, pixel / size - centreY,
                        radius) + noise * data.nextGaussian();
            }
            return i % classes;
        });
    }

    /** The share of a pixel that a figure covers; the pixel's corner is relative to the figure's centre. */
    private static double brightness(Figure figure, double left, double top, double radius) {
        int covered = 0;
        for (int point = 0; point < POINTS * POINTS; point++) {
            double x = left + (point % POINTS + 0.5) / POINTS;
            double y = top + (point / POINTS + 0.5) / POINTS;
            covered += figure.covers(x / radius, y / radius) ? 1 : 0;
        }
        return (double) covered / (POINTS * POINTS);
    }
}
