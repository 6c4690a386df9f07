package gridrun.init;

import gridrun.init.Initializer.Fan;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * What gives a parameter tensor, which holds zeros, its initial values: an initializer of a file's choice, or a layer's
 * own way.
 */
@FunctionalInterface
public interface Filling {

    /**
     * Fills a parameter.
     *
     * @param parameter what to fill
     * @param fan how many values each element reads and feeds
     * @param rng a stream of the parameter's own
     */
    void fill(Tensor parameter, Fan fan, Rng rng);
}
