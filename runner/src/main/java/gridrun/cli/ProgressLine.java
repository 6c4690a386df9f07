package gridrun.cli;

import gridrun.text.Visible;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * One line of progress: {@code lr-sweep  64% |######    | 4/8 runs  0:12 left  learning_rate=0.05 seed=1  val_loss
 * 0.2}.
 *
 * <p>On a narrow terminal what stands at the right goes first, the run's name before its metric.
 *
 * @param full what fills the bar
 */
record ProgressLine(char full) implements ProgressBarRenderer {

    private static final int LONGEST_NAME = 24;
    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 40;
    private static final String BETWEEN = "\t";

    /**
     * The bar that such lines make on a terminal.
     *
     * @param max what all of the work counts
     */
    static ProgressBar bar(Terminal terminal, String name, long max) {
        return new ProgressBarBuilder().setTaskName(Visible.line(name)).setInitialMax(max)
                .setRenderer(new ProgressLine(terminal.unicode() ? '█' : '#'))
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err().drawing(), terminal.width()))
                .setUpdateIntervalMillis(200).build();
    }

    /** The part of the line that the bar's owner gives, as the library hands it on. */
    static String message(String runs, String run, String metric) {
        return String.join(BETWEEN, runs, Visible.line(run), metric);
    }

    @Override
    public String render(ProgressState state, int width) {
        String[] given = (state.getExtraMessage() + BETWEEN + BETWEEN).split(BETWEEN, -1);
        return text(state.getTaskName(), state.getCurrent(), Math.max(1, state.getMax()), state.getElapsedAfterStart(),
                given[0], given[1], given[2], width);
    }

    String text(String name, long current, long max, Duration elapsed, String runs, String run, String metric,
            int width) {
        String shortName = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 2) + "..";
        String head = "%s %3d%% |".formatted(shortName, Math.min(100, 100 * current / max));
        String tail = "| " + runs + time(current, max, elapsed);
        int room = width - head.length() - tail.length() - SHORTEST_BAR;
        for (String more : new String[] {gap(run) + gap(metric), gap(metric)}) {
            if (more.length() <= room) {
                tail += more;
                break;
            }
        }
        int bar = Math.max(0, Math.min(LONGEST_BAR, width - head.length() - tail.length()));
        int filled = (int) Math.min(bar, bar * current / max);
        return head + String.valueOf(full).repeat(filled) + " ".repeat(bar - filled) + tail;
    }

    private static String gap(String text) {
        return text.isEmpty() ? "" : "  " + text;
    }

    private static String time(long current, long max, Duration elapsed) {
        if (current >= max) {
            return "  in " + clock(elapsed.toSeconds());
        }
        return current == 0 ? "" : "  " + clock(elapsed.toMillis() * (max - current) / current / 1000) + " left";
    }

    private static String clock(long seconds) {
        return seconds < 3600 ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
