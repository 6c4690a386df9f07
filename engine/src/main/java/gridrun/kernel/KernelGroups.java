package gridrun.kernel;

/** The groups of a set of kernels: an interface each, and one way to reach them all. */
public record KernelGroups(
        Batches batches,
        Broadcasts broadcasts,
        ColumnNormalizations columnNormalizations,
        Convolutions convolutions,
        Layouts layouts,
        Lookups lookups,
        Losses losses,
        Noises noises,
        Poolings poolings,
        Primitives primitives,
        Quotients quotients,
        Recurrences recurrences,
        RowNormalizations rowNormalizations,
        Updates updates) {

    /** Plain loops in one precision. */
    static KernelGroups plain(Real real) {
        return new KernelGroups(
                new PlainBatches(real), new PlainBroadcasts(), new PlainColumnNormalizations(real), new PlainConvolutions(real),
                new PlainLayouts(), new PlainLookups(), new PlainLosses(real), new PlainNoises(), new PlainPoolings(real),
                new PlainPrimitives(real), new PlainQuotients(), new PlainRecurrences(real), new PlainRowNormalizations(real), new PlainUpdates(real));
    }
}
