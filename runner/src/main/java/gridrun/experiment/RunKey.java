package gridrun.experiment;

/** The identity of a run's result: the same key, the same numbers, bit for bit. */
public final class RunKey {

    private RunKey() {
    }

    /**
     * Returns the key in hexadecimal.
     *
     * @param dataFingerprint of the content that the data set really has
     * @param numericsVersion of the engine's arithmetic
     */
    public static String of(String configId, long seed, String dataFingerprint, int numericsVersion) {
        return Identity.sha256(String.join("\n", configId, Long.toString(seed), dataFingerprint,
                Integer.toString(numericsVersion)));
    }
}
