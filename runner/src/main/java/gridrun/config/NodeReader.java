package gridrun.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of the YAML library into a tree, aliases expanded as far as is sane. */
final class NodeReader {

    static final int MAX_DEPTH = 50;

    /** An alias bomb grows without bound; a file of 1 MiB that is honest has fewer nodes than this. */
    private static final int MAX_NODES = 300_000;

    /** Lists may be as long as a sweep has runs; what is named one by one is not so much. */
    private static final int MAX_KEYS = 1_000;

    /** Keys whose values are prose, in which a colon is a colon. */
    static final Set<String> TEXTS = Set.of("title", "description");

    private static final Set<Tag> CORE =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, PlainResolver.NONE);

    private final SourceText text;
    private final Problems problems;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    NodeReader(SourceText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Returns the tree, or null where something is wrong. */
    Tree read(Node node) {
        Origin origin = text.origin(node);
        if (++nodes > MAX_NODES) {
            problems.add(Origin.file(text.source()), "aliases expand to more than 300,000 values");
            return null;
        }
        if (!CORE.contains(node.getTag())) {
            problems.add(origin, "the tag " + node.getTag() + " is not allowed; a value has no tag here");
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, origin);
        }
        if (open.size() >= MAX_DEPTH) {
            problems.add(origin, "values are nested more than " + MAX_DEPTH + " deep");
            return null;
        }
        if (!open.add(node)) {
            problems.add(origin, "the anchor contains itself through an alias");
            return null;
        }
        Tree tree = node instanceof MappingNode map ? mapping(map, origin) : sequence((SequenceNode) node, origin);
        open.remove(node);
        return tree;
    }

    private Tree scalar(ScalarNode node, Origin origin) {
        boolean isText = node.getTag().equals(Tag.STR) || node.getTag() == PlainResolver.NONE && !node.isPlain();
        return isText
                ? new Tree.Scalar(ScalarKind.TEXT, node.getValue(), origin)
                : Tree.Scalar.plain(node.getValue(), origin);
    }

    private Tree sequence(SequenceNode node, Origin origin) {
        List<Tree> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            Tree tree = read(item);
            if (tree != null) {
                items.add(tree);
            }
            if (nodes > MAX_NODES) {
                return null;
            }
        }
        return new Tree.Sequence(items, origin);
    }

    private Tree mapping(MappingNode node, Origin origin) {
        if (node.getValue().size() > MAX_KEYS) {
            problems.add(origin, "a map has more than %,d keys".formatted(MAX_KEYS));
            return null;
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        Node before = null;
        for (NodeTuple tuple : node.getValue()) {
            Origin keyOrigin = text.origin(tuple.getKeyNode());
            Optional<String> halves = halves(node, before, tuple);
            before = tuple.getValueNode();
            if (halves.isPresent()) {
                problems.add(keyOrigin, halves.get());
                continue;
            }
            String key = key(tuple.getKeyNode(), keyOrigin);
            Tree value = read(tuple.getValueNode());
            if (isGlued(node, tuple)) {
                problems.add(keyOrigin, YamlMistakes.glued(key));
            } else if (key != null && entries.containsKey(key)) {
                problems.add(keyOrigin, "duplicate key '" + key + "'; it stands in line "
                        + entries.get(key).keyOrigin().line() + " already");
            } else if (key != null && value != null) {
                entries.put(key, new Tree.Entry(keyOrigin, value));
            }
            if (nodes > MAX_NODES) {
                return null;
            }
        }
        return new Tree.Mapping(entries, origin);
    }

    /** A number with a comma in it, of which YAML makes a value and a key: {@code {learning_rate: 0,1}}. */
    private static Optional<String> halves(MappingNode map, Node before, NodeTuple tuple) {
        if (map.getFlowStyle() != FlowStyle.FLOW || !(before instanceof ScalarNode first)
                || !(tuple.getKeyNode() instanceof ScalarNode second) || !first.isPlain() || !second.isPlain()
                || !(tuple.getValueNode() instanceof ScalarNode value) || !value.getValue().isEmpty()
                || !first.getValue().matches("-?[0-9]+") || !second.getValue().matches("[0-9]+")) {
            return Optional.empty();
        }
        boolean thousands = second.getValue().length() == 3 && !first.getValue().matches("-?0+");
        return Optional.of("'%1$s,%2$s' is two entries of this map, for a comma ends a value: write %1$s%3$s%2$s"
                .formatted(first.getValue(), second.getValue(), thousands ? "" : "."));
    }

    /** Whether a key is what was meant as a key and its value: {@code {min:5}}. */
    private static boolean isGlued(MappingNode map, NodeTuple tuple) {
        return map.getFlowStyle() == FlowStyle.FLOW
                && tuple.getKeyNode() instanceof ScalarNode key && key.isPlain() && key.getValue().indexOf(':') > 0
                && tuple.getValueNode() instanceof ScalarNode value && value.isPlain() && value.getValue().isEmpty();
    }

    private String key(Node node, Origin origin) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(origin, "a key must be text, not a list or a map");
            return null;
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            problems.add(origin, "merge keys ('<<') are not part of YAML 1.2; write the settings out");
            return null;
        }
        Tree tree = read(node);
        if (tree instanceof Tree.Scalar plain && plain.kind() != ScalarKind.TEXT) {
            problems.add(origin, "the key '" + plain.text() + "' must be text; put it in quotes");
            return null;
        }
        return tree == null ? null : scalar.getValue();
    }
}
