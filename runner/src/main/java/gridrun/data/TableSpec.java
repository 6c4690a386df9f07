package gridrun.data;

/** What becomes of the columns of a table, whether a file has it or a program. */
interface TableSpec {

    /** What becomes of categories. */
    CSV.Encoding encoding();

    /** Whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them. */
    boolean standardize();
}
