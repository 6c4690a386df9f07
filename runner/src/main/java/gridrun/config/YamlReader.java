package gridrun.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML 1.2 into a tree; whatever is wrong with a file becomes a problem with its place. */
public final class YamlReader {

    /** The most bytes of a file; an experiment file is some hundred. */
    public static final int MAX_BYTES = 1 << 20;

    private final Problems problems;

    public YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads a file with a map in it; empty where something is wrong, which is then among the problems. */
    public Optional<Tree.Mapping> read(Path file) {
        String source = file.toString();
        Origin whole = Origin.file(source);
        try {
            String refusal = InputFile.refusalOfGiven(file);
            if (refusal != null) {
                problems.add(whole, Files.isDirectory(file)
                        ? "this is a directory, not an experiment file" : "this " + refusal);
                return Optional.empty();
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            }
            if (bytes.length > MAX_BYTES) {
                problems.add(whole, "the file is larger than 1 MiB, so it is no experiment file");
                return Optional.empty();
            }
            return decode(source, bytes).flatMap(text -> map(source, text));
        } catch (NoSuchFileException e) {
            problems.add(whole, "there is no such file");
        } catch (IOException e) {
            problems.add(whole, "the file cannot be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    /** Reads a text that must be a map. */
    public Optional<Tree.Mapping> map(String source, String text) {
        Optional<Tree> tree = text(source, text);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Mapping)) {
            problems.add(tree.get().origin(),
                    "an experiment file is a map that begins with a line such as 'name: lr-sweep'");
        }
        return tree.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
    }

    /** Reads a text; empty where something is wrong. */
    public Optional<Tree> text(String source, String text) {
        return new SourceText(source, text).isBlank()
                ? failed(Origin.file(source), "the file is empty")
                : compose(new SourceText(source, text));
    }

    private Optional<Tree> compose(SourceText text) {
        try {
            Composer documents = composer(text.text());
            if (!documents.checkNode()) {
                return failed(Origin.file(text.source()), "the file is empty");
            }
            Node first = documents.getNode();
            if (documents.checkNode()) {
                return failed(text.origin(documents.getNode()),
                        "a second document begins here; an experiment file has only one");
            }
            int before = problems.count();
            Tree tree = new NodeReader(text, problems).read(first);
            return problems.count() > before ? Optional.empty() : Optional.ofNullable(tree);
        } catch (MarkedYAMLException e) {
            Problem mistake = new YamlMistakes(text).of(e);
            return failed(mistake.origin(), mistake.message());
        } catch (ReaderException e) {
            return failed(text.at(e.getPosition()),
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            return failed(Origin.file(text.source()), "YAML does not parse: " + e.getMessage());
        }
    }

    private Optional<String> decode(String source, byte[] bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, chars, true);
        if (result.isError()) {
            int offset = in.position();
            String readable = new String(bytes, 0, offset, StandardCharsets.UTF_8);
            String whole = new String(bytes, StandardCharsets.UTF_8);
            Origin origin = new SourceText(source, whole).at(readable.codePointCount(0, readable.length()));
            problems.add(origin,
                    "the file is not UTF-8: byte 0x%02X at offset %,d".formatted(bytes[offset] & 0xFF, offset));
            return Optional.empty();
        }
        String text = chars.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<Tree> failed(Origin origin, String message) {
        problems.add(origin, message);
        return Optional.empty();
    }

    /** A composer without the rest of the library, which makes objects of nodes and sets up Java's logging. */
    private static Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(NodeReader.MAX_DEPTH);
        // Every tag passes here, so that the reader of the nodes refuses it with the other errors.
        options.setTagInspector(tag -> true);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return new Composer(new ParserImpl(new StreamReader(text), options), new PlainResolver(), options);
    }
}
