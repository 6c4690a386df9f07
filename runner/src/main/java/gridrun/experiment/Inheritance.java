package gridrun.experiment;

import gridrun.config.FilePath;
import gridrun.config.InputFile;
import gridrun.config.Origin;
import gridrun.config.Parameter;
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

    private static final int DEEPEST = 50;
    private static final List<String> TOP =
            ExperimentFile.top().parameters().stream().map(Parameter::name).toList();

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
        if (named instanceof Tree.Mapping said && said.origin().isCall()) {
            return resolve(file, said).map(under -> Keys.SETTINGS.merge(under, own));
        }
        open.put(identity(file), file);
        Optional<Path> base = base(file, named);
        Optional<Tree.Mapping> merged = base.flatMap(path -> extended(path, named)
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
            if (open.size() > DEEPEST) {
                return refused(named, "files extend each other more than %d deep".formatted(DEEPEST));
            }
            String refusal = InputFile.refusal(base);
            if (refusal != null) {
                return refused(named, base + " " + refusal);
            }
            return Files.exists(base) ? Optional.of(base) : refused(named, "there is no file " + base);
        } catch (InvalidPathException e) {
            return refused(named, "'" + scalar.text() + "' is not a path: " + FilePath.reason(e));
        }
    }

    /**
     * A file that another extends. Nothing of it is shown unless it is an experiment file: any file can be named there.
     */
    private Optional<Tree.Mapping> extended(Path file, Tree named) {
        Problems found = new Problems();
        Optional<Tree.Mapping> tree = new YamlReader(found).read(file);
        if (tree.isEmpty()) {
            Origin first = found.inOrder().get(0).origin();
            return refused(named, "%s is no experiment file%s; run by itself it says why".formatted(file,
                    first.line() == 0 ? "" : ", by its line %d, column %d".formatted(first.line(), first.column())));
        }
        Optional<Tree.Entry> foreign = tree.get().entries().entrySet().stream()
                .filter(entry -> !TOP.contains(entry.getKey())).map(Map.Entry::getValue).findFirst();
        return foreign.isEmpty() ? tree : refused(named,
                "%s is no experiment file: its line %d has a key that is none of %s".formatted(
                        file, foreign.get().keyOrigin().line(), String.join(", ", TOP)));
    }

    private <T> Optional<T> refused(Tree named, String message) {
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
