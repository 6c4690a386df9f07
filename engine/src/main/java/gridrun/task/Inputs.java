package gridrun.task;

import gridrun.tensor.ByteTable;
import java.util.Arrays;

/** The inputs of examples, row by row: numbers, or bytes that become numbers as they are read. */
public sealed interface Inputs {

    /** How many numbers there are. */
    int size();

    /** All of them, in an array that is not to be changed; bytes become one that is made for it. */
    float[] numbers();

    /** One example's numbers, as a copy. */
    float[] row(int example, int width);

    /** The examples at these indices, in their order. */
    Inputs select(int width, int... examples);

    /** Numbers in float32, row-major. */
    record Numbers(float[] numbers) implements Inputs {

        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public float[] row(int example, int width) {
            return Arrays.copyOfRange(numbers, example * width, (example + 1) * width);
        }

        @Override
        public Inputs select(int width, int... examples) {
            float[] selected = new float[examples.length * width];
            for (int i = 0; i < examples.length; i++) {
                System.arraycopy(numbers, examples[i] * width, selected, i * width, width);
            }
            return new Numbers(selected);
        }
    }

    /** Bytes, of which only what is read becomes numbers. */
    record Bytes(ByteTable table) implements Inputs {

        @Override
        public int size() {
            return Math.multiplyExact(table.rows(), table.columns());
        }

        @Override
        public float[] numbers() {
            float[] numbers = new float[size()];
            for (int row = 0; row < table.rows(); row++) {
                copy(row, numbers, row * table.columns());
            }
            return numbers;
        }

        @Override
        public float[] row(int example, int width) {
            float[] row = new float[width];
            copy(example, row, 0);
            return row;
        }

        private void copy(int row, float[] to, int at) {
            for (int i = 0; i < table.columns(); i++) {
                to[at + i] = table.number(table.at(row) + i);
            }
        }

        @Override
        public Inputs select(int width, int... examples) {
            return new Bytes(table.select(examples));
        }
    }
}
