package gridrun.reference;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The diagram in {@code docs/architecture.md}: the packages in lines, each above all that it imports. */
final class PackageDiagram {

    private static final List<String> MODULES = List.of("runner", "engine");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?gridrun\\.((?:[a-z]\\w*\\.)+)");
    private static final Pattern DIAGRAM = Pattern.compile("(?s)(?<=```text\n)runner .*?(?=```)");

    private PackageDiagram() {
    }

    /** All packages of both modules, by their names below {@code gridrun}. */
    static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String module : MODULES) {
            packages.addAll(imports(module).keySet());
        }
        return packages;
    }

    /** The page with the diagram of today's sources. */
    static String in(String page) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String module : MODULES) {
            String head = module;
            for (List<String> floor : floors(imports(module))) {
                lines.append("%-9s%s%n".formatted(head, String.join("   ", floor)));
                head = "";
            }
            lines.append('\n');
        }
        String diagram = lines.toString().replace(System.lineSeparator(), "\n").stripTrailing() + "\n";
        return DIAGRAM.matcher(page).replaceFirst(Matcher.quoteReplacement(diagram));
    }

    /** The packages of a module, each with those that it imports, the other module's left out. */
    private static SortedMap<String, Set<String>> imports(String module) throws IOException {
        SortedMap<String, Set<String>> imports = new TreeMap<>();
        Path sources = Path.of("..", module, "src", "main", "java", "gridrun");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
                Set<String> imported = imports.computeIfAbsent(name, unseen -> new TreeSet<>());
                IMPORT.matcher(Files.readString(file)).results()
                        .forEach(match -> imported.add(match.group(1).replaceFirst("\\.$", "")));
            }
        }
        imports.forEach((name, imported) -> {
            imported.retainAll(imports.keySet());
            imported.remove(name);
        });
        return imports;
    }

    /** The highest line first; each package is as low as its imports allow. */
    private static List<List<String>> floors(SortedMap<String, Set<String>> imports) {
        List<List<String>> floors = new ArrayList<>();
        Set<String> below = new TreeSet<>();
        while (below.size() < imports.size()) {
            List<String> floor = imports.keySet().stream()
                    .filter(name -> !below.contains(name) && below.containsAll(imports.get(name))).toList();
            if (floor.isEmpty()) {
                throw new IllegalStateException("a circle among the packages above " + below);
            }
            floors.add(0, floor);
            below.addAll(floor);
        }
        return floors;
    }
}
