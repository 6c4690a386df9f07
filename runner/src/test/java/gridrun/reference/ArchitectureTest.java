package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@code docs/architecture.md} says of the packages is what the sources say. */
class ArchitectureTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "architecture.md");
    private static final Pattern DIAGRAM = Pattern.compile("(?s)```text\n(runner .*?)```");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?gridrun\\.((?:[a-z]\\w*\\.)+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z].*?) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    /** The packages that each package imports; the names are those below {@code gridrun}. */
    private static Map<String, TreeSet<String>> imports() throws IOException {
        Map<String, TreeSet<String>> imports = new TreeMap<>();
        for (String module : List.of("engine", "runner")) {
            Path sources = Path.of("..", module, "src", "main", "java", "gridrun");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
                    TreeSet<String> imported = imports.computeIfAbsent(name, unseen -> new TreeSet<>());
                    Matcher matcher = IMPORT.matcher(Files.readString(file));
                    while (matcher.find()) {
                        imported.add(matcher.group(1).substring(0, matcher.group(1).length() - 1));
                    }
                    imported.remove(name);
                }
            }
        }
        return imports;
    }

    /** The line of each package in the diagram, counted from the top; a module's name begins its first line. */
    private static Map<String, Integer> floors() throws IOException {
        Matcher diagram = DIAGRAM.matcher(Files.readString(DOCUMENT));
        diagram.find();
        Map<String, Integer> floors = new TreeMap<>();
        List<String> lines = diagram.group(1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).replaceFirst("^(runner|engine)", "").trim().split("\\s+")) {
                if (!name.isEmpty()) {
                    floors.put(name, i);
                }
            }
        }
        return floors;
    }

    @Test
    @DisplayName("The diagram has every package, and each imports only from lines below its own")
    void diagram_isThatOfTheSources() throws IOException {
        Map<String, Integer> floors = floors();
        assertEquals(imports().keySet(), floors.keySet());
        List<String> upwards = new ArrayList<>();
        imports().forEach((name, imported) -> imported.stream().filter(other -> floors.get(other) <= floors.get(name))
                .forEach(other -> upwards.add(name + " imports " + other)));
        assertEquals(List.of(), upwards);
    }

    @Test
    @DisplayName("The tables explain every package once")
    void tables_haveEveryPackageOnce() throws IOException {
        List<String> explained = new ArrayList<>();
        String packages = Files.readString(DOCUMENT).split("\n## Packages\n")[1].split("\n## ")[0];
        ROW.matcher(packages).results().forEach(row ->
                NAME.matcher(row.group(1)).results().forEach(name -> explained.add(name.group(1))));
        assertEquals(List.copyOf(imports().keySet()), explained.stream().sorted().toList());
    }
}
