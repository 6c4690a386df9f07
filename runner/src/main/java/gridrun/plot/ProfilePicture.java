package gridrun.plot;

import gridrun.observed.Profile;
import gridrun.observed.Profile.Row;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.RangeType;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A step's time as bars, one for each operation of each layer from the input down, with its share of the ceiling beside
 * it.
 */
final class ProfilePicture {

    private static final int MOST_BARS = 30;
    private static final int HEIGHT_OF_BAR = 26;
    private static final int HEIGHT_OF_FRAME = 60;
    private static final double ROOM_FOR_LABELS = 0.3;
    private static final int MOST_TICKS = 8;

    private final Profile profile;
    private final DefaultCategoryDataset bars = new DefaultCategoryDataset();
    private final List<String> labels = new ArrayList<>();

    private ProfilePicture(Profile profile) {
        this.profile = profile;
        List<List<Row>> shown = longest();
        shown.forEach(this::add);
        if (shown.size() < profile.operations().size()) {
            List<List<Row>> others = new ArrayList<>(profile.operations());
            others.removeAll(shown);
            add(List.of(others.stream().flatMap(List::stream)
                    .reduce(new Row(others.size() + " others", "", "", 0, 0, 0), Row::plus)));
        }
    }

    static Plot of(String title, Profile profile) {
        return new ProfilePicture(profile).draw(title);
    }

    /** The longest bars, in the order of the network. */
    private List<List<Row>> longest() {
        List<List<Row>> longest = profile.operations().stream()
                .sorted(Comparator.comparingDouble(ProfilePicture::seconds).reversed()).limit(MOST_BARS).toList();
        return profile.operations().stream().filter(longest::contains).toList();
    }

    private static double seconds(List<Row> rows) {
        return rows.stream().mapToDouble(Row::seconds).sum();
    }

    private void add(List<Row> rows) {
        Row whole = rows.stream().reduce(Row::plus).orElseThrow();
        String name = (whole.layer() + "   " + whole.operation()).strip();
        for (String pass : List.of("forward", "backward", "")) {
            List<Row> parts = rows.stream().filter(row -> row.pass().equals(pass)).toList();
            bars.addValue(parts.isEmpty() ? null : Double.valueOf(seconds(parts) / profile.steps() * 1e6),
                    pass.isEmpty() ? "other" : pass, name);
        }
        Double ofCeiling = profile.ofCeiling(whole);
        labels.add(ofCeiling == null ? "" : ofCeiling < 0.0995 ? "%.1f %% of ceiling".formatted(100 * ofCeiling)
                : "%.0f %% of ceiling".formatted(100 * ofCeiling));
    }

    private Plot draw(String title) {
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(Theme.TICK);
        names.setTickLabelPaint(Theme.TEXT);
        names.setAxisLinePaint(Color.GRAY);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setCategoryMargin(0.25);
        NumberAxis time = new NumberAxis("time in a training step (µs)");
        Theme.style(time);
        time.setUpperMargin(ROOM_FOR_LABELS);
        time.setRangeType(RangeType.POSITIVE);
        time.setTickUnit(Theme.ticks(0, (1 + ROOM_FOR_LABELS) * longestBar(), MOST_TICKS));
        CategoryPlot plot = new CategoryPlot(bars, names, time, renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Theme.style(plot);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.addSubtitle(Theme.title(title, Theme.TITLE));
        chart.addSubtitle(Theme.title(note(), Theme.TEXT_FONT));
        chart.addSubtitle(Theme.legend(plot));
        return Chart.render(chart, HEIGHT_OF_FRAME + HEIGHT_OF_BAR * labels.size());
    }

    private String note() {
        return profile.headline().lines().findFirst().orElseThrow().substring(profile.run().length() + 2)
                + (profile.ceiling() == null ? "" : ", of which each bar reached the share beside it");
    }

    /** In microseconds. */
    private double longestBar() {
        return IntStream.range(0, bars.getColumnCount()).mapToDouble(column -> IntStream.range(0, bars.getRowCount())
                .mapToObj(row -> bars.getValue(row, column)).filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue).sum()).filter(sum -> sum > 0).max().orElse(1);
    }

    private StackedBarRenderer renderer() {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        for (int pass = 0; pass < bars.getRowCount(); pass++) {
            renderer.setSeriesPaint(pass, pass == 2 ? Color.GRAY : Theme.colour(pass));
        }
        renderer.setDefaultItemLabelGenerator(new ShareLabels());
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(Theme.TICK);
        renderer.setDefaultItemLabelPaint(Theme.TEXT);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return renderer;
    }

    /** The share of the ceiling of each bar, at the end of its last part. */
    private final class ShareLabels implements CategoryItemLabelGenerator {

        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return null;
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return null;
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            boolean isEnd = IntStream.range(row + 1, dataset.getRowCount())
                    .allMatch(later -> dataset.getValue(later, column) == null);
            return isEnd ? labels.get(column) : "";
        }
    }
}
