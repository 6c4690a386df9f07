package gridrun.checkpoint;

/**
 * A run, as its checkpoints know it.
 *
 * @param name for messages
 * @param key its identity
 * @param lineage what it has in common with runs that differ in their epochs alone; null where its course depends on
 *     their number
 * @param version the content of the data and the version of the engine
 * @param epochs all that it trains
 */
public record RunIdentity(String name, String key, String lineage, String version, int epochs) {
}
