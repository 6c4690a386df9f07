package gridrun.config;

import gridrun.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A tree as the text of a file that reads back as the same tree, each value's origin in a comment behind it. */
public final class AnnotatedWriter {

    private static final int WIDEST = 48;

    /** A line with the comment that belongs behind it, or null. */
    private record Line(String text, String comment) {
    }

    private final Function<Origin, String> comment;
    private final List<Line> lines = new ArrayList<>();

    private AnnotatedWriter(Function<Origin, String> comment) {
        this.comment = comment;
    }

    /**
     * Writes maps in blocks and lists of plain values on one line.
     *
     * @param comment what is said of an origin
     */
    public static String text(Tree.Mapping tree, Function<Origin, String> comment) {
        AnnotatedWriter writer = new AnnotatedWriter(comment);
        writer.map(tree, "", "");
        int column = writer.lines.stream().filter(line -> line.comment() != null)
                .mapToInt(line -> width(line.text())).filter(width -> width <= WIDEST).max().orElse(0) + 2;
        StringBuilder text = new StringBuilder();
        for (Line line : writer.lines) {
            text.append(line.text());
            if (line.comment() != null) {
                text.append(" ".repeat(Math.max(2, column - width(line.text())))).append("# ").append(line.comment());
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** @param first what stands before the first key: the rest is indented as deep */
    private void map(Tree.Mapping tree, String first, String indent) {
        String before = first;
        for (var entry : tree.entries().entrySet()) {
            value(before + YamlWriter.word(entry.getKey()) + ":", indent, entry.getValue().value());
            before = indent;
        }
    }

    private void value(String head, String indent, Tree value) {
        if (value instanceof Tree.Mapping map && !map.entries().isEmpty()) {
            lines.add(new Line(head, null));
            map(map, indent + "  ", indent + "  ");
        } else if (value instanceof Tree.Sequence list && list.items().stream().anyMatch(this::isBlock)) {
            lines.add(new Line(head, null));
            list.items().forEach(item -> item(indent + "  - ", item));
        } else {
            lines.add(new Line(head + " " + YamlWriter.flow(value), said(value.origin())));
        }
    }

    private void item(String head, Tree item) {
        if (item instanceof Tree.Mapping map && !map.entries().isEmpty()) {
            map(map, head, " ".repeat(head.length()));
        } else {
            lines.add(new Line(head + YamlWriter.flow(item), said(item.origin())));
        }
    }

    private boolean isBlock(Tree item) {
        return item instanceof Tree.Mapping;
    }

    private String said(Origin origin) {
        return Visible.line(comment.apply(origin));
    }
}
