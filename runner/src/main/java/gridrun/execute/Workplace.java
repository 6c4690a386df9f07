package gridrun.execute;

import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.graph.Profiler;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import java.util.List;

/**
 * Where runs are trained one after another: kernels and the last run's network, with which the next one begins anew if
 * it is of the same kind. Of the time that a tiny run takes, making them would be the largest part.
 *
 * <p>Runs are of the same kind that have the same network and as many examples, in batches of the same size: a network
 * keeps a program for each size that it has seen.
 *
 * <p>Belongs to one thread at a time.
 */
final class Workplace implements AutoCloseable {

    private final KernelChoice choice;
    private final int threads;
    private Kernels kernels;
    private Network network;
    private List<Integer> sizes;

    /** @param threads that kernels compute on */
    Workplace(KernelChoice choice, int threads) {
        this.choice = choice;
        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    /** What the network computes with. */
    Kernels kernels() {
        return kernels;
    }

    /** A run's network before its first step, of which the run before it has no use any more. */
    Network network(RunSpec run, Splits data, Profiler profiler) {
        Dataset examples = data.train().data();
        Architecture architecture = run.architecture(examples.input(), examples.task());
        List<Integer> wanted = sizes(run, data);
        Rng rng = run.beginning().split("init");
        if (network != null && network.profiler() == profiler && wanted.equals(sizes)
                && network.architecture().isInterchangeableWith(architecture)) {
            network.begin(rng);
        } else {
            close();
            kernels = choice.create(threads);
            network = new Network(architecture, kernels, rng, profiler);
        }
        sizes = wanted;
        return network;
    }

    /** How many examples there are in a batch and in each part. */
    private static List<Integer> sizes(RunSpec run, Splits data) {
        int train = data.train().data().size();
        return List.of(run.train().batchSize().of(train), train, size(data.validation()), size(data.test()));
    }

    private static int size(Splits.Part part) {
        return part == null ? 0 : part.data().size();
    }

    @Override
    public void close() {
        network = null; // the old one may go before the new one comes
        if (kernels != null) {
            kernels.close();
            kernels = null;
        }
    }
}
