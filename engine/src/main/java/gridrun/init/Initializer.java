package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/** How a parameter tensor gets its initial values. */
public sealed interface Initializer
        permits Zeros, RandomNormal, GlorotUniform, GlorotNormal, HeUniform, HeNormal, LecunUniform, LecunNormal,
        Orthogonal {

    /**
     * Fills a parameter.
     *
     * @param parameter what to fill
     * @param fan how many values each element reads and feeds
     * @param rng a stream of the parameter's own
     */
    void fill(Tensor parameter, Fan fan, Rng rng);

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
