package gridrun.execute;

import gridrun.artifact.SweepFiles;
import gridrun.store.Facts;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepSnapshot;
import java.util.Map;
import java.util.Optional;

/**
 * The mark on a sweep that this program made its tables of just what is recorded of it. A command that finds it need
 * not make the tables of thousands of runs to see that they are as they would be.
 *
 * @param program that makes them; empty where it cannot be told from another, and then nothing is marked
 */
record TablesMark(Store store, Optional<String> program) {

    TablesMark(Store store) {
        this(store, RunningJar.identity());
    }

    boolean isOn(Sweep sweep) {
        return sweep.facts().containsKey(Facts.TABLES_OF) && program.isPresent()
                && sweep.facts().get(Facts.TABLES_OF).equals(of(program.get(), store.checksum(sweep.sweepId())));
    }

    /**
     * Marks a sweep whose tables are today's. They are made once more to see it: since they were made, another command
     * may have planned, trained or tabulated something else.
     */
    void put(SweepSnapshot now) {
        Sweep sweep = now.sweep();
        Optional<String> mark = program.map(of -> of(of, now.checksum()));
        if (mark.isPresent() && !mark.get().equals(sweep.facts().get(Facts.TABLES_OF))
                && new SweepFiles(store, sweep, now.runs()).areCurrent()) {
            store.amend(sweep.sweepId()).facts(Map.of(Facts.TABLES_OF, mark.get()));
        }
    }

    private static String of(String program, String checksum) {
        return program + " " + checksum;
    }
}
