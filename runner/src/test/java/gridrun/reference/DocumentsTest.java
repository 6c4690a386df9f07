package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the project lead where they say, and fit into the columns of an editor. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[a-z].*?) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    /** What a command has printed, in a study. */
    private static final Pattern FINDING = Pattern.compile("(?s)<!-- java -jar.*?<!-- end -->");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> studies = Files.list(ROOT.resolve("experiments"))) {
            Stream.of(top, docs, studies).flatMap(files -> files).filter(file -> file.toString().endsWith(".md"))
                    .sorted().forEach(pages::add);
        }
        assertTrue(pages.contains(ROOT.resolve("README.md")), pages::toString);
        return pages;
    }

    @Test
    void lines_outsideTablesAndCode_have120Columns() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path page : pages()) {
            FINDING.matcher(prose(page)).replaceAll("").lines()
                    .filter(line -> line.length() > Prose.WIDTH && !line.startsWith("|"))
                    .forEach(line -> longer.add(page + ": " + line));
        }
        assertEquals(List.of(), longer);
    }

    @Test
    void links_toFilesAndTheirHeadings_leadThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(prose(page)).results().toList()) {
                String target = link.group(1);
                if (!target.contains("://") && !exists(page, target)) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void experimentFile_showsTheCommittedExperiment() throws IOException {
        String committed = Files.readString(ROOT.resolve("experiments/lr-sweep.yaml"));
        String shown = Files.readString(ROOT.resolve("docs/experiment_file.md")).split("```yaml\n")[1].split("```")[0];
        assertEquals(committed.lines().filter(line -> !line.startsWith("#")).toList(), shown.lines().toList());
    }

    @Test
    void gallery_showsEveryExperiment() throws IOException {
        String gallery = Files.readString(ROOT.resolve("docs/gallery.md"));
        try (Stream<Path> files = Files.list(ROOT.resolve("experiments"))) {
            assertEquals(List.of(), files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !gallery.contains("(../experiments/" + name + ")"))
                    .toList());
        }
    }

    @Test
    void architecture_explainsEveryPackageOnce() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        String tables = page.split("\n## Packages\n")[1].split("\n## ")[0];
        List<String> explained = FIRST_CELL.matcher(tables).results()
                .flatMap(cell -> NAME.matcher(cell.group(1)).results()).map(name -> name.group(1)).sorted().toList();
        assertEquals(List.copyOf(PackageDiagram.packages()), explained);
    }

    private static boolean exists(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** As GitHub makes them: lower case, blanks as hyphens, other signs gone. */
    private static Set<String> anchors(Path page) throws IOException {
        return prose(page).lines().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String prose(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }
}
