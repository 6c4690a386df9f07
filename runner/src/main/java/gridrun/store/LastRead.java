package gridrun.store;

import java.sql.SQLException;

/** What was read of a sweep last, which a command asks for again and again. For one thread at a time. */
final class LastRead<T> {

    private String sweepId;
    private T value;
    /** The database's then: with every commit it is another. */
    private long version;

    /** Reads something, in a transaction of the caller's. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    /** What a sweep has now: read anew only where anything was committed since, or another sweep was asked for. */
    T of(Queries reads, String sweepId, Reading<T> reading) throws SQLException {
        long now = reads.version();
        if (!sweepId.equals(this.sweepId) || version != now) {
            value = reading.read();
            this.sweepId = sweepId;
            version = now;
        }
        return value;
    }
}
