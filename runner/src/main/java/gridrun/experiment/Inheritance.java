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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows {@code extends} from file to file and puts each over the one that it names. */
final class Inheritance {

    private static final String KEY = "extends";

    private final Problems problems;
    private final Map<Path, Path> open = new LinkedHashMap<>();

    Inheritance(Problems problems) {
        this.problems = problems;
    }

    /** The whole of what a file's tree says; empty where a file that it extends cannot be read. */
    Optional<Tree.Mapping> resolve(Path file, Tree.Mapping tree) {
        Tree named = tree.get(KEY);
        Tree.Mapping own = tree.without(KEY);
        if (named == null || named.isNull()) {
            return Optional.of(own);
        }
        open.put(identity(file), file);
        Optional<Path> base = base(file, named);
        Optional<Tree.Mapping> merged = base.flatMap(path -> new YamlReader(problems).read(path)
                .flatMap(under -> resolve(path, under)).map(under -> merge(under, own)));
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

    private static Tree.Mapping merge(Tree.Mapping base, Tree.Mapping over) {
        Keys silent = new Keys(new Problems());
        Tree.Mapping under = base;
        Tree.Mapping above = over;
        if (base.get("smoke") instanceof Tree.Mapping below && over.get("smoke") instanceof Tree.Mapping smoke) {
            above = above.with("smoke", above.entries().get("smoke").keyOrigin(), renamed(smoke, below,
                    key -> silent.override(key, smoke.origin())));
        }
        if (base.get("sweep") instanceof Tree.Mapping below && over.get("sweep") instanceof Tree.Mapping sweep
                && below.get("parameters") instanceof Tree.Mapping axes
                && sweep.get("parameters") instanceof Tree.Mapping own) {
            Tree.Mapping named = renamed(own, axes, key -> silent.axis(key, own.origin()));
            above = put(above, sweep, named);
            under = put(under, below, withoutReplaced(axes, named));
        }
        return Keys.SETTINGS.merge(under, above);
    }

    private static Tree.Mapping put(Tree.Mapping file, Tree.Mapping sweep, Tree.Mapping axes) {
        return file.with("sweep", file.entries().get("sweep").keyOrigin(),
                sweep.with("parameters", sweep.entries().get("parameters").keyOrigin(), axes));
    }

    /** Keys that name a setting of the base by another of its names get the base's name. */
    private static Tree.Mapping renamed(Tree.Mapping own, Tree.Mapping base, Function<String, Optional<String>> full) {
        Map<String, String> known = new LinkedHashMap<>();
        base.entries().keySet().forEach(key -> full.apply(key).ifPresent(name -> known.put(name, key)));
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        own.entries().forEach((key, entry) -> {
            String name = full.apply(key).map(known::get).orElse(key);
            entries.put(entries.containsKey(name) ? key : name, entry);
        });
        return new Tree.Mapping(entries, own.origin());
    }

    /** A range is one value: it replaces another as a whole. */
    private static Tree.Mapping withoutReplaced(Tree.Mapping axes, Tree.Mapping own) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        axes.entries().forEach((key, entry) -> entries.put(key, own.get(key) instanceof Tree.Mapping
                ? new Tree.Entry(entry.keyOrigin(), Tree.Scalar.text("replaced")) : entry));
        return new Tree.Mapping(entries, axes.origin());
    }
}
