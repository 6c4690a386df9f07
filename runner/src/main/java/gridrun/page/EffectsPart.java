package gridrun.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;

import gridrun.chart.Bounds;
import gridrun.chart.Words;
import gridrun.effect.Average;
import gridrun.effect.Effects;
import gridrun.effect.EffectsText;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What the results depend on: the share of each axis, and the mean of each of its values over the rest. */
final class EffectsPart {

    private static final int WIDTH = 900;
    private static final int RIGHT = 24;
    private static final int ROW = 24;
    private static final int TOP = 8;
    private static final int BOTTOM = 44;
    private static final int LETTERS = 44;
    private static final int GAP = 14;
    private static final int MOST_ROWS = 40;

    private EffectsPart() {
    }

    static List<DomContent> content(Effects effects) {
        EffectsText text = new EffectsText(effects);
        List<DomContent> content = new ArrayList<>();
        content.add(p(text.head() + "."));
        content.add(Page.wide("shares of the variance", RankedTable.of(text.sources())));
        content.add(p(text.sourcesNote() + ".").withClass("hint"));
        if (effects.averages().size() <= MOST_ROWS) {
            content.add(figure(picture(effects), figcaption("The mean of each value over all other axes%s.".formatted(
                    effects.seeds() == 1 ? "" : "; a bar is its %s interval over the %s".formatted(
                            effects.objective().terms().percent(), effects.repeats().many())))));
        }
        return content;
    }

    /** Each axis with its values below it. */
    private static DomContent picture(Effects effects) {
        List<Average> averages = effects.averages();
        List<String> factors = averages.stream().map(Average::factor).distinct().toList();
        String metric = Words.of(effects.objective().ranked());
        double[] values = averages.stream().flatMapToDouble(row -> effects.interval(row)
                .map(interval -> DoubleStream.of(interval.low(), interval.high(), row.overSeeds().mean()))
                .orElseGet(() -> DoubleStream.of(row.overSeeds().mean()))).filter(Double::isFinite).toArray();
        int left = GAP + Svg.room(Stream.concat(factors.stream().map(EffectsPart::factor),
                averages.stream().map(EffectsPart::level)).mapToInt(String::length).max().orElse(0));
        SvgAxis axis = SvgAxis.of(Bounds.of(effects.objective().metric()), values, left, WIDTH - RIGHT);
        int bottom = TOP + (averages.size() + factors.size()) * ROW;
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, "the mean %s of each value of each axis".formatted(metric));
        axis.draw(svg, TOP, bottom, metric);
        double y = TOP - ROW / 2.0;
        for (String factor : factors) {
            y += ROW;
            svg.words("name", left - GAP, y + 4, "end", factor(factor));
            String colour = Palette.of(factors.indexOf(factor));
            for (Average row : averages.stream().filter(each -> each.factor().equals(factor)).toList()) {
                y += ROW;
                value(svg, axis, effects, row, y, colour);
            }
        }
        return svg.content();
    }

    private static String factor(String name) {
        return Labels.shortened(LegendTexts.words(name) + ":", LETTERS);
    }

    private static String level(Average row) {
        return Labels.shortened(LegendTexts.brief(row.level()), LETTERS);
    }

    private static void value(Svg svg, SvgAxis axis, Effects effects, Average row, double y, String colour) {
        svg.words("label", axis.left() - GAP, y + 4, "end", level(row));
        effects.interval(row).ifPresent(interval -> svg.bar("interval", axis.x(interval.low()),
                axis.x(interval.high()), y, colour));
        svg.dot(axis.x(row.overSeeds().mean()), y, colour, "%s=%s: %s".formatted(row.factor(), row.level(),
                Figures.significant(row.overSeeds().mean(), 6)));
    }
}
