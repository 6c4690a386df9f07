package gridrun.dsl.phrase;

import java.nio.file.Path;

/** A class loader that compiles sources, and so knows them. */
public interface SourceLoader {

    /** The source of this name, as the user named it. */
    Path source(String fileName);
}
