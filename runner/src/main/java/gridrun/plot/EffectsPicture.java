package gridrun.plot;

import gridrun.chart.Bounds;
import gridrun.chart.Words;
import gridrun.effect.Average;
import gridrun.effect.Effect;
import gridrun.effect.Effects;
import gridrun.effect.EffectsText;
import gridrun.effect.Factor;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Objective;
import gridrun.statistics.MeanInterval;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.RangeType;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * The effects of a sweep's axes: above, what share of the variance each explains; below, a panel for each axis with the
 * mean of each of its values over the rest.
 */
final class EffectsPicture {

    private static final int HEIGHT_OF_BAR = 24;
    private static final int HEIGHT_OF_FRAME = 60;
    private static final int HEIGHT_OF_PANELS = 300;
    private static final double ROOM_FOR_LABELS = 0.12;
    private static final int MOST_TICKS = 8;
    private static final int LONGEST_LEVEL = 28;
    private static final double MARGIN = 0.04;

    private EffectsPicture() {
    }

    static Plot of(String title, Effects effects) {
        EffectsText text = new EffectsText(effects);
        JFreeChart shares = new JFreeChart(null, null, bars(text.shown()), false);
        shares.addSubtitle(Theme.title(title, Theme.TITLE));
        shares.addSubtitle(Theme.title(text.head(Words.of(effects.objective().ranked())), Theme.TEXT_FONT));
        JFreeChart means = new JFreeChart(null, null, panels(effects), false);
        means.addSubtitle(Theme.title((effects.factors().size() == 1 ? "means" : "means over the other axes")
                + (effects.seeds() == 1 ? "" : ", with %s intervals over the %s"
                        .formatted(effects.objective().terms().percent(), effects.repeats().many())),
                Theme.TEXT_FONT));
        return Chart.render(List.of(
                new Chart.Sheet(shares, HEIGHT_OF_FRAME + HEIGHT_OF_BAR * text.shown().size()),
                new Chart.Sheet(means, HEIGHT_OF_PANELS + effects.factors().stream()
                        .mapToInt(factor -> NameAxis.height(names(factor), share(factor, effects))).max().orElse(0))));
    }

    private static CategoryPlot bars(List<Effect> shown) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        shown.forEach(effect -> bars.addValue(100 * effect.share(), "share", LegendTexts.words(effect.source())));
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(Theme.TICK);
        names.setTickLabelPaint(Theme.TEXT);
        names.setAxisLinePaint(Color.GRAY);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        NumberAxis share = new NumberAxis("share of the variance (%)");
        Theme.style(share);
        share.setUpperMargin(ROOM_FOR_LABELS);
        share.setTickUnit(Theme.ticks(0, 100 * (1 + ROOM_FOR_LABELS)
                * shown.stream().mapToDouble(Effect::share).max().orElse(1), MOST_TICKS));
        share.setRangeType(RangeType.POSITIVE);
        CategoryPlot plot = new CategoryPlot(bars, names, share, new SharesRenderer(shown));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Theme.style(plot);
        return plot;
    }

    /** Bars of the axes in colour, those of seeds and residual in grey, each with its figure. */
    @SuppressWarnings("serial") // a picture is drawn, never written
    private static final class SharesRenderer extends BarRenderer {

        private static final long serialVersionUID = 1;

        private final List<Effect> shown;

        SharesRenderer(List<Effect> shown) {
            this.shown = shown;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(0.2);
            setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2} %", Theme.ONE_DECIMAL));
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(Theme.TICK);
            setDefaultItemLabelPaint(Theme.TEXT);
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        }

        @Override
        public Color getItemPaint(int row, int column) {
            return switch (shown.get(column).order()) {
                case 0 -> Color.GRAY;
                case 1 -> Theme.colour(0);
                default -> Theme.shade(Theme.colour(0), 0.5);
            };
        }
    }

    private static CombinedRangeXYPlot panels(Effects effects) {
        Objective objective = effects.objective();
        NumberAxis figure = new NumberAxis(Words.of(objective.ranked()));
        fit(figure, effects);
        Theme.style(figure);
        CombinedRangeXYPlot plots = new CombinedRangeXYPlot(figure);
        plots.setGap(14);
        plots.setOutlineVisible(false);
        for (Factor factor : effects.factors()) {
            List<Average> averages = effects.averages().stream()
                    .filter(average -> average.factor().equals(factor.name())).toList();
            plots.add(panel(factor, averages, effects, share(factor, effects)), places(factor));
        }
        return plots;
    }

    /** Has the axis reach to the ends of all intervals. */
    private static void fit(NumberAxis figure, Effects effects) {
        double[] shown = effects.averages().stream().map(average -> interval(average, effects))
                .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())).sorted().toArray();
        double low = shown[0];
        double high = shown[shown.length - 1];
        double margin = high > low ? MARGIN * (high - low) : Math.max(Double.MIN_NORMAL, MARGIN * Math.abs(low));
        figure.setRange(low - margin, high + margin);
        figure.setTickUnit(Theme.ticks(low - margin, high + margin, MOST_TICKS));
    }

    private static MeanInterval interval(Average average, Effects effects) {
        Bounds bounds = Bounds.of(effects.objective().metric());
        double mean = average.overSeeds().mean();
        MeanInterval interval = effects.interval(average).orElse(new MeanInterval(mean, mean));
        return new MeanInterval(Math.max(bounds.low(), interval.low()), Math.min(bounds.high(), interval.high()));
    }

    /** How wide a factor's panel is beside the others: a name needs room. */
    private static int places(Factor factor) {
        return Math.max(2, factor.levels().size());
    }

    private static double share(Factor factor, Effects effects) {
        return (double) places(factor) / effects.factors().stream().mapToInt(EffectsPicture::places).sum();
    }

    private static List<String> names(Factor factor) {
        return factor.levels().stream().map(LegendTexts::brief).map(level -> Labels.shortened(level, LONGEST_LEVEL))
                .toList();
    }

    private static XYPlot panel(Factor factor, List<Average> averages, Effects effects, double share) {
        double[][] points = new double[6][averages.size()];
        for (int i = 0; i < averages.size(); i++) {
            double mean = averages.get(i).overSeeds().mean();
            MeanInterval interval = interval(averages.get(i), effects);
            double[] point = {i, i, i, mean, interval.low(), interval.high()};
            for (int j = 0; j < point.length; j++) {
                points[j][i] = point[j];
            }
        }
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        data.addSeries(factor.name(), points);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(true);
        renderer.setSeriesPaint(0, Theme.colour(0));
        renderer.setErrorPaint(Theme.colour(0));
        renderer.setSeriesShape(0, Theme.POINT);
        renderer.setSeriesStroke(0, Theme.THIN_LINE);
        NameAxis axis = new NameAxis(Labels.shortened(LegendTexts.words(factor.name()), 40), names(factor), share);
        return new DataPlot(null, data, axis, null, renderer);
    }
}
