package gridrun.data;

import gridrun.component.Bare;
import gridrun.component.Check;
import gridrun.config.FilePath;

/** Where the test part of CSV data comes from: a share of the rows, or a file of its own. */
public sealed interface CsvTest permits CsvTest.Share, CsvTest.OfFile {

    /**
     * A share of the rows.
     *
     * @param share from 0 up to, not with, 1
     */
    @Bare
    record Share(double share) implements CsvTest {

        public Share {
            Check.fraction("share", share);
        }
    }

    /**
     * A further file with the same columns.
     *
     * @param file relative to the experiment file
     */
    @Bare
    record OfFile(FilePath file) implements CsvTest {
    }
}
