package gridrun.cli;

import gridrun.bench.Benchmark;
import gridrun.bench.Benchmarks;
import gridrun.bench.Measurements;
import gridrun.bench.Measurements.Measurement;
import gridrun.bench.Processor;
import gridrun.config.Spelling;
import gridrun.execute.CompilerDirective;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.report.Figures;
import gridrun.report.Format;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Option;

/** {@code bench}: what this machine can do, and how much of it kernels and training steps make use of. */
final class BenchCommand implements Command {

    private static final double SECONDS = 2;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String synopsis() {
        return "bench";
    }

    @Override
    public String meaning() {
        return "measure this machine, the kernels as a share of it, and training steps";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Arguments.option("only", "NAME,..", "rows of these names, or that begin so: sgemm, step/784-128-10"),
                Arguments.option("threads", "N", "threads inside one run (default: 1)"),
                Arguments.option("seconds", "S", "a row is done when it got no better for so long (default: 2)"),
                CommonOptions.FORMAT);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        if (!arguments.words().isEmpty()) {
            throw new UsageException(
                    "bench takes options alone; --only %s picks rows".formatted(arguments.words().get(0)));
        }
        Format format = CommonOptions.format(arguments);
        int threads = arguments.positive("threads", Concurrency.MOST, 1);
        double seconds = arguments.value("seconds").map(BenchCommand::seconds).orElse(SECONDS);
        List<Benchmark> chosen = chosen(arguments, Benchmarks.all(Runtime.getRuntime().availableProcessors()));
        if (KernelChoice.best().reason() != null) {
            terminal.err().println(KernelChoice.best().reason());
        }
        CompilerDirective.OPERATIONS_ARE_PARTS_OF_KERNELS.ask();
        List<Measurement> rows = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            if (interruption.requested()) {
                return Exit.INTERRUPTED;
            }
            show(terminal, benchmark.name());
            rows.add(benchmark.measure(threads, seconds));
        }
        show(terminal, "");
        terminal.out().print(new Measurements(rows).in(format, terminal.width(), terminal.unicode()));
        if (format == Format.TABLE) {
            terminal.out().print(method(threads, seconds, rows));
        }
        terminal.out().flush();
        return Exit.DONE;
    }

    /** Redraws the line that tells a person what is being measured. */
    private static void show(Terminal terminal, String name) {
        if (terminal.interactive()) {
            terminal.redrawLine(name);
        }
    }

    private static double seconds(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?") || Double.parseDouble(text) == 0) {
            throw new UsageException("--seconds: '%s' is not a number of seconds above 0, such as 0.5".formatted(text));
        }
        return Double.parseDouble(text);
    }

    private static List<Benchmark> chosen(Arguments arguments, List<Benchmark> all) {
        if (!arguments.has("only")) {
            return all;
        }
        Set<Benchmark> chosen = new LinkedHashSet<>();
        for (String name : arguments.value("only").orElseThrow().split(",", -1)) {
            List<Benchmark> found = all.stream()
                    .filter(benchmark -> !name.isBlank() && benchmark.name().startsWith(name.strip())).toList();
            if (found.isEmpty()) {
                throw new UsageException(unknown(name, all));
            }
            chosen.addAll(found);
        }
        return all.stream().filter(chosen::contains).toList();
    }

    private static String unknown(String name, List<Benchmark> all) {
        Set<String> kinds = new LinkedHashSet<>();
        all.forEach(benchmark -> kinds.add(benchmark.name().replaceFirst("/.*", "")));
        Set<String> names = new LinkedHashSet<>(kinds);
        all.forEach(benchmark -> names.add(benchmark.name()));
        return "--only: no row begins with '%s'; %s".formatted(name, Spelling.nearest(name, names)
                .map(near -> "did you mean '" + near + "'?").orElse("there are " + String.join(", ", kinds)));
    }

    private static String method(int threads, double seconds, List<Measurement> rows) {
        String kind = Processor.kind(rows);
        try (Kernels kernels = KernelChoice.best().create()) {
            return """

                    Each row is the best of many measurements, the last %s s without a better one; of_ceiling is its
                    share of the best fma_ceiling measured between them. %s, %s, JDK %s.
                    %s%s.
                    """.formatted(Figures.exact(seconds), Figures.counted(threads, "thread"),
                    kernels.description(), Runtime.version(), Processor.model(),
                    kind.isEmpty() ? "" : ", which " + kind);
        }
    }
}
