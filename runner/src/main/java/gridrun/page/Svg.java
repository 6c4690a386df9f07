package gridrun.page;

import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing in a page; the page's style has its colours. */
final class Svg {

    private static final int DOT = 4;
    /** On average, in the widest of the fonts that a page may have. */
    private static final int LETTER = 8;

    /** Of a drawing on a narrow page: there a letter has eleven pixels. */
    private static final double LEAST_SCALE = 0.85;

    private final ContainerTag<?> root;
    private final int width;
    private final String meaning;

    /** @param meaning what a reader is told who does not see it */
    Svg(int width, int height, String meaning) {
        this.width = width;
        this.meaning = meaning;
        root = tag("svg").attr("viewBox", "0 0 %d %d".formatted(width, height)).attr("role", "img")
                .attr("aria-label", meaning);
    }

    /** How wide a text of so many letters may be: a page has the font of the machine on which it is read. */
    static int room(int letters) {
        return letters * LETTER;
    }

    /** How many letters have room there. */
    static int letters(double room) {
        return (int) (room / LETTER);
    }

    /** As wide as the page, and where that is narrower than letters are read, moved sideways. */
    DomContent content() {
        return Page.wide(meaning, root.attr("style", "--least:%dpx".formatted((int) (LEAST_SCALE * width))));
    }

    /** At most so many pixels wide on a page. */
    DomContent sized(int pixels) {
        return root.attr("style", "max-width:%dpx".formatted(pixels));
    }

    void line(String style, List<double[]> points) {
        root.with(tag("polyline").withClass(style).attr("points", points.stream()
                .map(point -> number(point[0]) + "," + number(point[1])).collect(Collectors.joining(" "))));
    }

    void words(String style, double x, double y, String anchor, String said) {
        root.with(tag("text").withClass(style).attr("x", number(x)).attr("y", number(y)).attr("text-anchor", anchor)
                .with(text(said)));
    }

    /** A thick line from one place of a row to another. */
    void bar(String style, double from, double to, double y, String colour) {
        root.with(tag("line").withClass(style).attr("x1", number(from)).attr("x2", number(to)).attr("y1", number(y))
                .attr("y2", number(y)).attr("style", "stroke:" + colour));
    }

    /** A line of that width; it tells what it is when it is pointed at, unless that is nothing. */
    void weight(double x1, double y1, double x2, double y2, double width, String colour, String words) {
        ContainerTag<?> line = tag("line").attr("x1", number(x1)).attr("y1", number(y1)).attr("x2", number(x2))
                .attr("y2", number(y2)).attr("style", "stroke:%s;stroke-width:%s".formatted(colour, number(width)));
        root.with(words.isEmpty() ? line : line.with(tag("title").with(text(words))));
    }

    /** A line through points that tells what it is when it is pointed at. */
    void path(List<double[]> points, String colour, double opacity, String words) {
        root.with(tag("polyline").attr("points", points.stream()
                .map(point -> number(point[0]) + "," + number(point[1])).collect(Collectors.joining(" ")))
                .attr("style", "fill:none;stroke-width:1.5;stroke:%s;stroke-opacity:%s".formatted(colour,
                        String.format(Locale.ROOT, "%.2f", opacity)))
                .with(tag("title").with(text(words))));
    }

    void circle(double x, double y, double radius) {
        root.with(tag("circle").withClass("unit").attr("cx", number(x)).attr("cy", number(y))
                .attr("r", number(radius)));
    }

    /** A dot that tells what it is when it is pointed at. */
    void dot(double x, double y, String colour, String words) {
        root.with(tag("circle").attr("cx", number(x)).attr("cy", number(y)).attr("r", number(DOT))
                .attr("style", "fill:" + colour).with(tag("title").with(text(words))));
    }

    /** A short upright line. */
    void tick(double x, double y, double half) {
        line("mean", List.of(new double[] {x, y - half}, new double[] {x, y + half}));
    }

    /** A filled rectangle that tells what it is when it is pointed at. */
    void cell(double x, double y, double width, double height, String colour, String words) {
        root.with(tag("rect").attr("x", number(x)).attr("y", number(y)).attr("width", number(width))
                .attr("height", number(height)).attr("style", "fill:" + colour).with(tag("title").with(text(words))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
