package gridrun.cli;

import gridrun.effect.ComponentsText;
import gridrun.effect.EffectsText;
import gridrun.result.ExpectationVerdict;
import gridrun.session.Conclusion;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;

/** What an experiment has come to, in words: the table, what was expected, and what failed. */
final class ConclusionText {

    private static final int MOST_FAILURES_SHOWN = 10;

    private final Terminal terminal;
    private final Conclusion conclusion;
    private final DivergenceRule divergence;

    /** @param divergence what diverged runs are taken for */
    ConclusionText(Terminal terminal, Conclusion conclusion, DivergenceRule divergence) {
        this.terminal = terminal;
        this.conclusion = conclusion;
        this.divergence = divergence;
    }

    /** Prints it, or how far an interrupted sweep came. */
    void tell() {
        List<Run> runs = conclusion.runs();
        if (conclusion.interrupted()) {
            int failed = conclusion.failed().size();
            terminal.err().printf("interrupted: %d of %d runs have ended%s; the same command continues%n",
                    failed + runs.stream().filter(Run::hasResult).count(), runs.size(),
                    failed == 0 ? "" : ", %d of them failed".formatted(failed));
            return;
        }
        terminal.out().println();
        terminal.out().print(conclusion.report().table(terminal.tableWidth(), terminal.unicode()));
        tellEffects();
        terminal.out().println();
        conclusion.verdicts().forEach(this::tell);
        tellRepetition();
        terminal.out().println("results: " + Terminal.shown(conclusion.directory()));
        tellFailures(conclusion.plan().failedBefore());
        tellLostFiles(conclusion.lostFiles());
        divergence.tell(runs, terminal);
        int failed = conclusion.failed().size();
        if (!conclusion.started()) {
            terminal.err().printf("given up after %s: %d of %d runs were not started; the same command starts them%n",
                    failed == 1 ? "a failed run" : failed + " failed runs",
                    conclusion.unfinished().size(), runs.size());
        }
    }

    private void tellEffects() {
        conclusion.effects().effects().ifPresent(effects -> terminal.out()
                .print(new EffectsText(effects).below(terminal.width(), terminal.unicode())));
        conclusion.components().ifPresent(components -> terminal.out()
                .print(new ComponentsText(components).below(terminal.width(), terminal.unicode())));
    }

    /** The exit code that it asks for, but for what became of publishing. */
    int code() {
        if (conclusion.interrupted()) {
            return Exit.INTERRUPTED;
        }
        return !conclusion.isComplete() || divergence.fails(conclusion.runs()) ? Exit.RUN_FAILED
                : conclusion.hasMissed() ? Exit.MISSED : Exit.DONE;
    }

    private void tell(ExpectationVerdict verdict) {
        String head = (verdict.holds() ? "ok      " : "missed  ") + verdict.expectation() + ":";
        boolean fits = head.length() + 1 + verdict.found().length() <= terminal.width();
        terminal.out().println(head + (fits ? " " : System.lineSeparator() + "        ") + verdict.found());
        if (verdict == conclusion.verdicts().get(conclusion.verdicts().size() - 1)) {
            terminal.out().println();
        }
    }

    private void tellRepetition() {
        long same = conclusion.repetition().same(conclusion.runs());
        if (same > 0) {
            terminal.out().printf("trained again to the same weights, bit for bit: %d of %d runs%n", same,
                    conclusion.runs().size());
        }
        for (Run run : conclusion.unrepeated()) {
            terminal.err().printf("%s was trained again to other weights than before: this is a mistake of Gridrun's, "
                    + "or of the machine's%n", run.name());
        }
    }

    private void tellLostFiles(Map<Run, List<String>> lost) {
        lost.entrySet().stream().limit(MOST_FAILURES_SHOWN).forEach(run -> terminal.err().printf(
                "gone or cut short of %s (%s): %s%n", run.getKey().name(), run.getKey().runKey().substring(0, 12),
                String.join(", ", run.getValue())));
        if (lost.size() > MOST_FAILURES_SHOWN) {
            terminal.err().printf("and of %,d more%n", lost.size() - MOST_FAILURES_SHOWN);
        }
        if (!lost.isEmpty()) {
            terminal.err().println("--retry-failed trains again whatever lacks files");
        }
    }

    private void tellFailures(List<Run> failedBefore) {
        failedBefore.stream().limit(MOST_FAILURES_SHOWN)
                .forEach(run -> terminal.err().printf("failed before: %s: %s%n", run.name(), run.error().orElse("")));
        if (failedBefore.size() > MOST_FAILURES_SHOWN) {
            terminal.err().printf("and %,d more%n", failedBefore.size() - MOST_FAILURES_SHOWN);
        }
        if (!failedBefore.isEmpty()) {
            terminal.err().println("--retry-failed tries again what failed before");
        }
    }
}
