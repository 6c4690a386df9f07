package gridrun.data;

import gridrun.component.Check;
import java.util.List;

/** One column of the rows that a network answers, and how the training part of its data says it becomes inputs. */
public sealed interface FittedColumn permits FittedColumn.Numbers, FittedColumn.OneHot, FittedColumn.Codes {

    /** The column's name. */
    String name();

    /** What a value may be, in order; null for a column of numbers. */
    List<String> categories();

    /** How many inputs a value becomes. */
    int width();

    /**
     * Writes the inputs of one value.
     *
     * @param value a number, or the place of a category; NaN for what is missing or no category
     * @param inputs zeros there so far
     * @param at the place of the first input
     */
    void encode(double value, float[] inputs, int at);

    /**
     * Numbers: {@code (x - center) / scale}.
     *
     * @param mean of the training part, in the place of what is missing
     */
    record Numbers(String name, double mean, double center, double scale) implements FittedColumn {

        public Numbers {
            Check.positive("scale", scale);
        }

        @Override
        public List<String> categories() {
            return null;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public void encode(double value, float[] inputs, int at) {
            inputs[at] = (float) (((Double.isNaN(value) ? mean : value) - center) / scale);
        }
    }

    /**
     * Categories as zeros with a one, which has its place among all categories of the file.
     *
     * @param learnt whether the training part has them; those that it lacks are all zeros
     */
    record OneHot(String name, List<String> categories, List<Boolean> learnt) implements FittedColumn {

        public OneHot {
            checkCount("learnt", learnt, categories);
        }

        @Override
        public int width() {
            return categories.size();
        }

        @Override
        public void encode(double value, float[] inputs, int at) {
            if (!Double.isNaN(value) && learnt.get((int) value)) {
                inputs[at + (int) value] = 1;
            }
        }
    }

    /**
     * Categories as numbers.
     *
     * @param codes of the categories, from 0 among those that the training part has; -1 for those that it lacks
     */
    record Codes(String name, List<String> categories, List<Integer> codes) implements FittedColumn {

        public Codes {
            checkCount("codes", codes, categories);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public void encode(double value, float[] inputs, int at) {
            inputs[at] = Double.isNaN(value) ? -1 : codes.get((int) value);
        }
    }

    private static void checkCount(String setting, List<?> values, List<String> categories) {
        Check.that(values.size() == categories.size(), setting, values.size() + " values",
                "one for each of the %d categories".formatted(categories.size()));
    }
}
