package gridrun.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import gridrun.component.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads what the javadoc of the sources says of each type, with the compiler's own parser. */
final class Javadoc extends TreePathScanner<Void, Void> {

    private static final Pattern SOURCE = Pattern.compile("Source: (.*?\\d{4}.*?)\\.(\\s+|$)");

    private static final Pattern EXAMPLE = Pattern.compile("Example: `(.*)`");

    private static final Pattern CAMEL = Pattern.compile("\\b[a-z]+([A-Z][a-z]+)+\\b");

    private final DocTrees docs;
    private final Map<String, Words> words = new TreeMap<>();

    private Javadoc(DocTrees docs) {
        this.docs = docs;
    }

    /** The words of all types in some source directories, by the types' binary names. */
    static Map<String, Words> of(Path... directories) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources(directories)));
            Javadoc javadoc = new Javadoc(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                javadoc.scan(unit, null);
            }
            return javadoc.words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path... directories) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
        if (doc != null) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (DocTree tag : doc.getBlockTags()) {
                if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                    parameters.put(Names.snake(parameter.getName().toString()), plain(parameter.getDescription()));
                }
            }
            if (type.getKind() == Tree.Kind.ENUM) {
                parameters.putAll(constants(type));
            }
            words.put(name(getCurrentPath()), words(doc, parameters));
        }
        return super.visitClass(type, nothing);
    }

    /** What is said of an enum's constants, by their names in lower case. */
    private Map<String, String> constants(ClassTree type) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Tree member : type.getMembers()) {
            DocCommentTree doc = docs.getDocCommentTree(new TreePath(getCurrentPath(), member));
            if (doc != null && member instanceof VariableTree constant && isConstant(constant, type)) {
                meanings.put(constant.getName().toString().toLowerCase(Locale.ROOT), plain(doc.getFullBody()));
            }
        }
        return meanings;
    }

    private static boolean isConstant(VariableTree field, ClassTree type) {
        return field.getType() instanceof IdentifierTree of && of.getName().equals(type.getSimpleName());
    }

    private static String name(TreePath path) {
        StringBuilder name = new StringBuilder();
        for (TreePath at = path; at.getLeaf() instanceof ClassTree type; at = at.getParentPath()) {
            name.insert(0, (at.getParentPath().getLeaf() instanceof ClassTree ? "$" : ".") + type.getSimpleName());
        }
        return path.getCompilationUnit().getPackageName() + name.toString();
    }

    private static Words words(DocCommentTree doc, Map<String, String> parameters) {
        List<String> shapes = new ArrayList<>();
        List<String> details = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        String source = null;
        for (String paragraph : paragraphs(doc.getBody(), shapes)) {
            Matcher example = EXAMPLE.matcher(paragraph);
            if (example.matches()) {
                examples.add(example.group(1));
                continue;
            }
            Matcher named = SOURCE.matcher(paragraph);
            if (named.find()) {
                source = named.group(1);
            }
            String rest = named.reset().replaceFirst("").strip();
            if (!rest.isEmpty()) {
                details.add(rest);
            }
        }
        return new Words(plain(doc.getFirstSentence()), shapes, details, examples, source, parameters);
    }

    /** The paragraphs that are no lists; the items of lists are shapes. */
    private static List<String> paragraphs(List<? extends DocTree> trees, List<String> shapes) {
        List<String> paragraphs = new ArrayList<>();
        List<DocTree> open = new ArrayList<>();
        boolean inItem = false;
        for (DocTree tree : trees) {
            if (tree instanceof StartElementTree || tree.getKind() == DocTree.Kind.END_ELEMENT) {
                (inItem ? shapes : paragraphs).add(plain(open));
                open.clear();
                inItem = tree instanceof StartElementTree element && element.getName().contentEquals("li");
            } else {
                open.add(tree);
            }
        }
        paragraphs.add(plain(open));
        paragraphs.removeIf(String::isEmpty);
        return paragraphs;
    }

    /** Names of parameters as files write them. */
    private static String inFile(String code) {
        return CAMEL.matcher(code).replaceAll(name -> Names.snake(name.group()));
    }

    /** A text without tags: code and names between backticks. */
    private static String plain(List<? extends DocTree> trees) {
        StringBuilder text = new StringBuilder();
        for (DocTree tree : trees) {
            if (tree instanceof LiteralTree literal) {
                boolean isCode = tree.getKind() == DocTree.Kind.CODE;
                String body = literal.getBody().getBody().strip();
                text.append(isCode ? "`" + inFile(body) + "`" : body);
            } else if (tree instanceof LinkTree link) {
                String signature = link.getReference().getSignature();
                text.append(link.getLabel().isEmpty()
                        ? "`" + signature.substring(signature.lastIndexOf('#') + 1) + "`" : plain(link.getLabel()));
            } else if (tree instanceof TextTree words) {
                text.append(words.getBody());
            } else {
                text.append(tree);
            }
        }
        return String.join(" ", Arrays.asList(text.toString().strip().split("\\s+")));
    }
}
