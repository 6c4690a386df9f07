package gridrun.config;

import java.nio.file.Path;

/**
 * A file that an experiment file names.
 *
 * <p>It is written, and so hashed, as it was given: where on a machine the file lies says nothing about a run.
 *
 * @param written as the file has it
 * @param path absolute; what was given relative is relative to the directory of the file it stands in
 */
public record FilePath(String written, Path path) {

    @Override
    public String toString() {
        return written;
    }
}
