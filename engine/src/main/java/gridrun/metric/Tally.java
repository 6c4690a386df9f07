package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.nn.Network.Batch;

/** What is gathered of the batches of a pass; several metrics may be made of it. */
interface Tally {

    /** Begins a pass. */
    void begin();

    /** Adds a batch that was run forward. */
    void add(Batch batch);

    /** What it has gathered so far. */
    void archive(Archive archive);
}
