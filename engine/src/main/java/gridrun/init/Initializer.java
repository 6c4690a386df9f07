package gridrun.init;

import gridrun.tensor.Shape;

/** How a parameter tensor gets its initial values, as a file may choose. */
public sealed interface Initializer extends Filling
        permits Zeros, Ones, RandomNormal, GlorotUniform, GlorotNormal, HeUniform, HeNormal, LecunUniform, LecunNormal,
        Orthogonal {

    /**
     * The connections of a parameter's units.
     *
     * @param in inputs that add up in one output
     * @param out outputs that one input feeds
     */
    record Fan(int in, int out) {

        /** The fans of a matrix {@code [in, out]}; leading dimensions of a filter multiply both. */
        public static Fan of(Shape shape) {
            if (shape.rank() < 2) {
                return new Fan(shape.size(), shape.size());
            }
            int inputs = shape.dimension(shape.rank() - 2);
            int receptive = shape.size() / inputs / shape.last();
            return new Fan(inputs * receptive, shape.last() * receptive);
        }
    }
}
