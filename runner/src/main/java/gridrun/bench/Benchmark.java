package gridrun.bench;

import gridrun.bench.Measurements.Measurement;

/** Something that can be measured on this machine. */
public interface Benchmark {

    /** Its name, from the general to the special: {@code sgemm/512x512x512}. */
    String name();

    /**
     * Measures it.
     *
     * @param threads that compute inside one call or run
     * @param seconds how long times must have got no better before the best is taken
     */
    Measurement measure(int threads, double seconds);
}
