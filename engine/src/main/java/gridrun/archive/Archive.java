package gridrun.archive;

import gridrun.tensor.Tensor;

/**
 * What an object's state passes on its way into a {@link Snapshot}, and on its way back.
 *
 * <p>An object names all of its state in one method, {@code steps = archive.whole("steps", steps);}, so that nothing
 * can be taken and not be put back. An archive that takes notes each value and returns it; one that restores returns
 * what was noted. Values are restored in the order in which they were taken, under the same names.
 */
public interface Archive {

    /** A whole number. */
    long whole(String name, long value);

    /** A number, to the bit; every NaN counts as one. */
    double number(String name, double value);

    /** Numbers, which are restored in place. */
    void numbers(String name, double[] values);

    /** The elements of a tensor, which are restored in place. */
    void tensor(String name, Tensor values);

    /** Yes or no. */
    default boolean flag(String name, boolean value) {
        return whole(name, value ? 1 : 0) != 0;
    }
}
