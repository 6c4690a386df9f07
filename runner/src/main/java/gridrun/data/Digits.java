package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.Arrays;

/**
 * Handwritten digits in small: 1,797 images of 8 by 8 pixels, 174 to 183 of each digit, with grey values from 0 to 16
 * scaled to [0, 1].
 *
 * <p>Inputs have the shape {@code [8, 8, 1]}. Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits,
 * UCI Machine Learning Repository, 1998, the test set, CC BY 4.0; values and order are
 * scikit-learn's.
 *
 * <p>Example: {@code data: {type: digits, test: 0.25}}
 *
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record Digits(
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements Bundled {

    private static final int SIDE = 8;
    private static final Scaling GREY = new Scaling(0, 16);

    public Digits {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("digits.csv", true);
    }

    @Override
    public boolean standardize() {
        return false;
    }

    @Override
    public Shape input() {
        return Shape.of(SIDE, SIDE, 1);
    }

    @Override
    public Scaling[] scales(int[] training) {
        Scaling[] scales = new Scaling[SIDE * SIDE];
        Arrays.fill(scales, GREY);
        return scales;
    }
}
