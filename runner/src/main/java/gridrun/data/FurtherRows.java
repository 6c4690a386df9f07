package gridrun.data;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Examples of the user's in a CSV file, to be prepared as those of a run were.
 *
 * @param targets whether the file has the targets, else they are zeros
 * @param notes is told what of the file is left out or was never learnt
 */
public record FurtherRows(Path file, boolean targets, Consumer<String> notes) {
}
