package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.EnumSchema;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.Origin;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.TextSchema;
import gridrun.config.Tree;
import gridrun.config.VariantSchema;
import gridrun.config.YamlWriter;
import gridrun.experiment.ExperimentFile;
import gridrun.metric.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is generated is current; with {@code -Dreference.write} it is written instead. */
@Tag("slow")
class ReferenceTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path WORDS = ROOT.resolve("runner/src/main/resources/gridrun/reference/" + Words.RESOURCE);
    private static final Map<String, Words> SOURCES =
            Javadoc.of(ROOT.resolve("engine/src/main/java"), ROOT.resolve("runner/src/main/java"));

    /** The class path has the words of the last build; what is generated from them here must have these. */
    @BeforeAll
    static void writeWords() throws Exception {
        if (isWriting()) {
            Files.writeString(WORDS, words());
            Files.writeString(Path.of(Words.class.getResource("/gridrun/cli/Main.class").toURI())
                    .resolveSibling("../reference/" + Words.RESOURCE), words());
        }
    }

    private static boolean isWriting() {
        return System.getProperty("reference.write") != null;
    }

    private static String words() {
        Tree.Mapping all = Tree.Mapping.empty(Origin.DEFAULT);
        for (Class<?> type : types()) {
            if (SOURCES.containsKey(type.getName())) {
                Tree.Mapping of = (Tree.Mapping) Schema.write(Words.class, SOURCES.get(type.getName()));
                all = all.with(type.getName(), Origin.DEFAULT, withoutEmpty(of));
            }
        }
        return "# Generated from the javadoc of the sources; see docs/architecture.md.\n" + YamlWriter.text(all);
    }

    private static Tree.Mapping withoutEmpty(Tree.Mapping words) {
        Tree.Mapping kept = words;
        for (Map.Entry<String, Tree.Entry> entry : words.entries().entrySet()) {
            Tree value = entry.getValue().value();
            boolean empty = value instanceof Tree.Sequence list && list.items().isEmpty()
                    || value instanceof Tree.Mapping map && map.entries().isEmpty();
            kept = empty ? kept.without(entry.getKey()) : kept;
        }
        return kept;
    }

    /** Every type that an experiment file can become a part of. */
    private static Set<Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>();
        collect(ExperimentFile.top(), types, new LinkedHashSet<>());
        Chapter.MEASURED.values().forEach(type -> types.put(type.getName(), type));
        return new LinkedHashSet<>(types.values());
    }

    private static void collect(Schema schema, Map<String, Class<?>> types, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        if (schema instanceof RecordSchema record) {
            types.put(record.type().getName(), record.type());
            record.parameters().forEach(parameter -> collect(parameter.schema(), types, seen));
        } else if (schema instanceof VariantSchema union) {
            types.put(union.type().getName(), union.type());
            union.variants().values().forEach(record -> collect(record, types, seen));
        } else if (schema instanceof ListSchema list) {
            collect(list.item(), types, seen);
        } else if (schema instanceof MapSchema map) {
            collect(map.value(), types, seen);
        } else if (schema instanceof KeyedSchema map) {
            collect(map.value(), types, seen);
        } else if (schema instanceof BareSchema single) {
            collect(single.record(), types, seen);
        } else if (schema instanceof ShapeSchema shapes) {
            types.put(shapes.type().getName(), shapes.type());
            shapes.forms().forEach(form -> collect(form, types, seen));
        } else if (schema instanceof TextSchema parsed) {
            types.put(parsed.type().getName(), parsed.type());
        } else if (schema instanceof EnumSchema choice) {
            types.put(choice.type().getName(), choice.type());
        }
    }

    @Test
    void everyComponent_hasWordsForItselfAndItsParameters() {
        for (Class<?> type : types()) {
            assertTrue(SOURCES.containsKey(type.getName()), type + " has no javadoc");
            Words words = SOURCES.get(type.getName());
            assertTrue(words.summary().endsWith("."), type + ": the first sentence has no end: " + words.summary());
            if (Chapter.MEASURED.containsValue(type)) {
                assertEquals(type.getEnumConstants().length, words.parameters().size(), "the constants of " + type);
            }
            RecordSchema record = Schema.of(type) instanceof BareSchema single ? single.record()
                    : Schema.of(type) instanceof RecordSchema composite ? composite : null;
            if (record != null) {
                List<String> names = record.parameters().stream().map(Parameter::name).toList();
                assertEquals(names, List.copyOf(words.parameters().keySet()), "the @param lines of " + type);
                words.parameters()
                        .forEach((name, meaning) -> assertFalse(meaning.isBlank(), type + ": @param " + name));
            }
        }
    }

    @Test
    void everyMetric_hasAnEntry() {
        Chapter metrics =
                Chapter.all().stream().filter(chapter -> chapter.name().equals("metrics")).findFirst().orElseThrow();
        assertEquals(Stream.of(Metric.class.getPermittedSubclasses()).map(Names::of).toList(),
                metrics.entries().stream().map(Chapter.Entry::name).toList());
    }

    @Test
    void words_comparedWithTheSources_areCurrent() throws IOException {
        isCurrent(WORDS, words());
    }

    @Test
    void schema_generatedAgain_isCurrent() throws IOException {
        isCurrent(ROOT.resolve("docs/experiment.schema.json"), JsonSchema.text());
    }

    @Test
    void page_generatedAgain_isCurrent() throws IOException {
        isCurrent(ROOT.resolve("docs/reference.md"), Markdown.text());
    }

    @Test
    void diagramOfPackages_generatedAgain_isCurrent() throws IOException {
        Path page = ROOT.resolve("docs/architecture.md");
        isCurrent(page, PackageDiagram.in(Files.readString(page)));
    }

    @Test
    void chartOfSteps_generatedAgain_isCurrent() throws IOException {
        isCurrent(ROOT.resolve("docs/steps.svg"),
                StepChart.of(Files.readString(ROOT.resolve("docs/performance.md"))));
    }

    @Test
    void wordsOfTheDsl_generatedAgain_areCurrent() throws IOException {
        Path directory = ROOT.resolve("runner/src/main/java").resolve(DslSources.PACKAGE.replace('.', '/'));
        Map<String, String> sources = DslSources.files();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> !path.endsWith("package-info.java")).toList()) {
                if (isWriting() && !sources.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
                assertTrue(sources.containsKey(file.getFileName().toString()), file + " is no longer generated");
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            isCurrent(directory.resolve(source.getKey()), source.getValue());
        }
    }

    private static void isCurrent(Path file, String generated) throws IOException {
        if (isWriting()) {
            Files.writeString(file, generated);
        }
        assertTrue(Files.exists(file), file + " is missing; generate it");
        assertEquals(generated, Files.readString(file), file + " is not current; generate it with\n"
                + "mvn -q -pl runner -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dreference.write");
    }
}
