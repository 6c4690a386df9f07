package gridrun.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;

import gridrun.effect.Average;
import gridrun.effect.Effects;
import gridrun.effect.EffectsText;
import gridrun.report.Figures;
import gridrun.report.Labels;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What the results depend on: the share of each axis, and the mean of each of its values over the rest. */
final class EffectsPart {

    private static final int WIDTH = 900;
    private static final int LEFT = 330;
    private static final int RIGHT = 24;
    private static final int ROW = 24;
    private static final int TOP = 8;
    private static final int BOTTOM = 44;
    private static final int LETTERS = 44;
    private static final int MOST_ROWS = 40;

    private EffectsPart() {
    }

    static List<DomContent> content(Effects effects) {
        EffectsText text = new EffectsText(effects);
        List<DomContent> content = new ArrayList<>();
        content.add(p(text.head() + "."));
        content.add(Page.wide(RankedTable.of(text.sources())));
        content.add(p(text.sourcesNote() + ".").withClass("hint"));
        if (effects.averages().size() <= MOST_ROWS) {
            content.add(figure(picture(effects), figcaption("The mean of each value over all other axes%s.".formatted(
                    effects.seeds() == 1 ? "" : "; a bar is its %s interval over the %s".formatted(
                            effects.objective().terms().percent(), effects.repeats().many())))));
        }
        return content;
    }

    private static DomContent picture(Effects effects) {
        List<Average> rows = effects.averages();
        String metric = effects.objective().ranked().name();
        double[] values = rows.stream().flatMapToDouble(row -> effects.interval(row)
                .map(interval -> DoubleStream.of(interval.low(), interval.high(), row.overSeeds().mean()))
                .orElseGet(() -> DoubleStream.of(row.overSeeds().mean()))).filter(Double::isFinite).toArray();
        SvgAxis axis = SvgAxis.of(values, LEFT, WIDTH - RIGHT);
        int bottom = TOP + rows.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, "the mean %s of each value of each axis".formatted(metric));
        axis.draw(svg, TOP, bottom, metric);
        List<String> factors = rows.stream().map(Average::factor).distinct().toList();
        for (int i = 0; i < rows.size(); i++) {
            Average row = rows.get(i);
            double y = TOP + (i + 0.5) * ROW;
            String colour = Palette.of(factors.indexOf(row.factor()));
            svg.words("label", LEFT - 14, y + 4, "end",
                    Labels.shortened(row.factor() + "=" + row.level(), LETTERS));
            effects.interval(row).ifPresent(interval -> svg.bar("interval", axis.x(interval.low()),
                    axis.x(interval.high()), y, colour));
            svg.dot(axis.x(row.overSeeds().mean()), y, colour, "%s=%s: %s".formatted(row.factor(), row.level(),
                    Figures.significant(row.overSeeds().mean(), 6)));
        }
        return svg.content();
    }
}
