package gridrun.graph;

/**
 * Takes the time of a training step's parts, if anybody wants to know: {@link #NONE} takes none, and its programs run
 * the operations themselves.
 *
 * <p>Parts follow one another without a gap: what passes between the ends of two parts belongs to the second. So the
 * parts of a step add up to the step.
 */
public interface Profiler {

    /** Takes no time and costs none. */
    Profiler NONE = new Profiler() {

        @Override
        public void epochBegins() {
            // nobody wants to know
        }

        @Override
        public void stepBegins() {
            // nobody wants to know
        }

        @Override
        public Part part(String layer, String operation, Pass pass, long flops) {
            return () -> {};
        }

        @Override
        public Op watched(Op operation, String layer) {
            return operation;
        }
    };

    /** Where a part belongs in a step. */
    enum Pass {
        FORWARD, BACKWARD,
        /** To both or to neither, as an optimizer's update. */
        NEITHER
    }

    /** A part of a step. */
    @FunctionalInterface
    interface Part {

        /** Is called whenever the part has been computed. */
        void ended();
    }

    /** What lies before belongs to no step. */
    void epochBegins();

    /** What lies between the last part of a step and the next step belongs to no part. */
    void stepBegins();

    /**
     * Names a part; parts of one layer, operation and pass are added up.
     *
     * @param layer or what else of a step it belongs to, such as {@code optimizer}
     * @param flops floating-point operations of one call
     */
    Part part(String layer, String operation, Pass pass, long flops);

    /** The operation as a program runs it. */
    default Op watched(Op operation, String layer) {
        return new Watched(operation,
                part(layer, operation.name(), Pass.FORWARD, operation.forwardFlops()),
                part(layer, operation.name(), Pass.BACKWARD, operation.backwardFlops()));
    }
}
