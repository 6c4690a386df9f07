package gridrun.kernel;

/** The groups of a set of kernels: an interface each, and one way to reach them all. */
public record KernelGroups(
        Batches batches,
        Broadcasts broadcasts,
        ColumnNormalizations columnNormalizations,
        Convolutions convolutions,
        Elements elements,
        Layouts layouts,
        Lookups lookups,
        Losses losses,
        Noises noises,
        Poolings poolings,
        Primitives primitives,
        Products products,
        Recurrences recurrences,
        Reductions reductions,
        RowNormalizations rowNormalizations,
        Rows rows,
        Updates updates) {

    /** Plain loops in one precision. */
    static KernelGroups plain(Real real) {
        return new KernelGroups(
                new PlainBatches(real), new PlainBroadcasts(), new PlainColumnNormalizations(real),
                new PlainConvolutions(real), new PlainElements(real), new PlainLayouts(), new PlainLookups(),
                new PlainLosses(real), new PlainNoises(real), new PlainPoolings(real), new PlainPrimitives(real),
                new PlainProducts(real), new PlainRecurrences(real), new PlainReductions(real),
                new PlainRowNormalizations(real), new PlainRows(real), new PlainUpdates(real));
    }
}
