package gridrun.data;

import java.util.Arrays;

/** A growing row of numbers. */
final class NumberList {

    private double[] values = new double[1024];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double last() {
        return values[size - 1];
    }

    /** The numbers as they are now. */
    double[] all() {
        return Arrays.copyOf(values, size);
    }
}
