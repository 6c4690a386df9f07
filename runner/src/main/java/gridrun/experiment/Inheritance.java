package gridrun.experiment;

import gridrun.config.FilePath;
import gridrun.config.Problems;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows {@code extends} from file to file and puts each over the one that it names. */
final class Inheritance {

    private static final String KEY = "extends";

    private final Problems problems;
    private final Map<Path, Path> open = new LinkedHashMap<>();

    Inheritance(Problems problems) {
        this.problems = problems;
    }

    /** All that a file's tree says, settings by full names; empty where a file that it extends cannot be read. */
    Optional<Tree.Mapping> resolve(Path file, Tree.Mapping tree) {
        Tree named = tree.get(KEY);
        Tree.Mapping own = Keys.SETTINGS.fullNames(tree.without(KEY));
        if (named == null || named.isNull()) {
            return Optional.of(own);
        }
        open.put(identity(file), file);
        Optional<Path> base = base(file, named);
        Optional<Tree.Mapping> merged = base.flatMap(path -> new YamlReader(problems).read(path)
                .flatMap(under -> resolve(path, under)).map(under -> Keys.SETTINGS.merge(under, own)));
        open.remove(identity(file));
        return merged;
    }

    private Optional<Path> base(Path file, Tree named) {
        if (!(named instanceof Tree.Scalar scalar) || scalar.text().isBlank()) {
            return refused(named, "expected the path of an experiment file");
        }
        try {
            Path base = file.resolveSibling(scalar.text());
            if (open.containsKey(identity(base))) {
                return refused(named, "a cycle: " + cycle(base));
            }
            return Files.exists(base) ? Optional.of(base) : refused(named, "there is no file " + base);
        } catch (InvalidPathException e) {
            return refused(named, "'" + scalar.text() + "' is not a path: " + FilePath.reason(e));
        }
    }

    private Optional<Path> refused(Tree named, String message) {
        problems.add(named.origin(), KEY + ": " + message);
        return Optional.empty();
    }

    private String cycle(Path base) {
        List<Path> files = new ArrayList<>(open.values());
        int first = new ArrayList<>(open.keySet()).indexOf(identity(base));
        files = files.subList(first, files.size());
        return files.stream().map(Path::toString).collect(Collectors.joining(" extends "))
                + " extends " + files.get(0);
    }

    private static Path identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
