package gridrun.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The measured training steps of docs/performance.md as a picture: how many times as long each peer takes. */
final class StepChart {

    private static final Pattern TABLE = Pattern.compile("(?ms)^> (On one core; .*?)\\.\\n\\n((?:^\\|.*?\\n)+)");
    private static final Pattern RATIO = Pattern.compile("\\((\\d+\\.\\d+)x\\)");
    /** What a workload is, in words. */
    private static final Map<String, String> NETWORKS = new LinkedHashMap<>();
    /** Okabe and Ito's colours, which the colour-blind tell apart; a library's second form is hollow. */
    private static final Map<String, String> PEERS = new LinkedHashMap<>();

    static {
        NETWORKS.put("2-64-32-1", "small MLP");
        NETWORKS.put("784-128-10", "MLP on MNIST");
        NETWORKS.put("cnn", "CNN");
        NETWORKS.put("lstm", "LSTM");
        NETWORKS.put("transformer", "transformer");
        PEERS.put("PyTorch", "#0072b2");
        PEERS.put("PyTorch, compiled", "#0072b2");
        PEERS.put("JAX", "#d55e00");
        PEERS.put("JAX, 20 nets vmapped", "#d55e00");
        PEERS.put("NumPy", "#009e73");
        PEERS.put("scikit-learn", "#cc79a7");
    }

    private static final int LEFT = 150;
    private static final int RIGHT = 780;
    private static final int TOP = 104;
    private static final int ROW = 44;
    private static final double MOST = 55;

    private StepChart() {
    }

    /** The picture of the first table beside the peers on one core. */
    static String of(String page) {
        Matcher table = TABLE.matcher(page);
        if (!table.find()) {
            throw new IllegalStateException("docs/performance.md has no table of steps on one core");
        }
        List<List<String>> rows = table.group(2).lines().map(StepChart::cells).toList();
        int bottom = TOP + ROW * NETWORKS.size();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 %d" font-family="sans-serif" font-size="14">
                <title>Training steps beside Gridrun's</title>
                <rect width="800" height="100%%" fill="#fff"/>
                <text x="16" y="28" font-size="17" font-weight="bold">One training step: times as long as Gridrun's</text>
                """.formatted(bottom + 94));
        legend(svg);
        for (double tick : new double[] {1, 2, 5, 10, 20, 50}) {
            svg.append(line(tick == 1 ? "#000" : "#ddd", x(tick), TOP, x(tick), bottom))
                    .append(text(x(tick), bottom + 20, "middle", "#444",
                            tick == 1 ? "Gridrun" : "%.0f x".formatted(tick)));
        }
        int y = TOP + ROW / 2;
        for (Map.Entry<String, String> network : NETWORKS.entrySet()) {
            List<String> measured = rows.stream().filter(row -> row.get(0).equals("step/" + network.getKey()))
                    .findFirst().orElseThrow();
            svg.append(text(LEFT - 16, y, "end", "#000", network.getValue()))
                    .append(text(LEFT - 16, y + 16, "end", "#666", measured.get(1)));
            for (int column = 2; column < measured.size() - 1; column++) {
                Matcher ratio = RATIO.matcher(measured.get(column));
                if (ratio.find()) {
                    svg.append(mark(rows.get(0).get(column), x(Double.parseDouble(ratio.group(1))), y + 3));
                }
            }
            y += ROW;
        }
        svg.append(text((LEFT + RIGHT) / 2.0, bottom + 40, "middle", "#444", "time of a training step (log scale)"));
        int below = bottom + 68;
        for (String line : Prose.wrapped(table.group(1).replaceAll("\\n> ", " "), "").lines().toList()) {
            svg.append(text(16, below, "start", "#444", line).replace("<text", "<text font-size=\"11.5\""));
            below += 16;
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<String> cells(String row) {
        return Pattern.compile("\\|([^|\\n]+)(?=\\|)").matcher(row).results().map(MatchResult::group)
                .map(cell -> cell.substring(1).strip()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void legend(StringBuilder svg) {
        int at = 0;
        for (String peer : PEERS.keySet()) {
            int x = 28 + at % 3 * 190;
            int y = 52 + at / 3 * 24;
            svg.append(mark(peer, x, y)).append(text(x + 14, y + 5, "start", "#000", peer));
            at++;
        }
    }

    private static double x(double ratio) {
        return LEFT + Math.log(ratio) / Math.log(MOST) * (RIGHT - LEFT - 20);
    }

    private static String mark(String peer, double x, double y) {
        boolean second = peer.contains(",");
        return String.format(Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>%n", x, y,
                second ? "#fff" : PEERS.get(peer), PEERS.get(peer));
    }

    private static String line(String colour, double x1, double y1, double x2, double y2) {
        return String.format(Locale.ROOT, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, colour);
    }

    private static String text(double x, double y, String anchor, String colour, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n", x,
                y,
                anchor, colour, text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
