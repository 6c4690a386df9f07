package gridrun.cli;

import gridrun.report.Figures;
import gridrun.result.StoredResults;
import gridrun.store.Store;
import gridrun.tracking.MlflowException;
import gridrun.tracking.PublishReport;
import gridrun.tracking.Publisher;
import gridrun.tracking.RemoteDifference;
import gridrun.tracking.ServerComparison;
import gridrun.tracking.TrackingServer;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code publish}: brings to MLflow whatever the store has and the server has not. */
final class PublishCommand implements Command {

    private static final Option VERIFY = Arguments.option("verify", null,
            "read everything back afterwards and compare it with the store; look for runs that stand there "
                    + "twice or are RUNNING");
    private static final Option REPAIR = Arguments.option("repair", null,
            "verify, and mend what differs: send it again, end second runs, replace a run that has values too many");

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String synopsis() {
        return "publish [NAME...]";
    }

    @Override
    public String meaning() {
        return "bring to MLflow what the store has and the server has not";
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.TRACKING_URI, CommonOptions.RESULTS_DIR,
                VERIFY, REPAIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws Exception {
        Optional<String> asked = CommonOptions.tracking(arguments, null);
        if (asked.filter(TrackingServer.NONE::equals).isPresent()) {
            throw new UsageException("publish: 'none' is no server to publish to");
        }
        try (Store store = CommonOptions.store(arguments)) {
            List<String> experiments = arguments.words().isEmpty()
                    ? store.experiments() : arguments.words();
            if (experiments.isEmpty()) {
                terminal.out().println("There is nothing to publish in " + CommonOptions.results(arguments) + ".");
                return Exit.DONE;
            }
            for (String experiment : experiments) {
                if (store.sweeps(experiment).isEmpty()) {
                    throw new UsageException("publish: nothing is known about '%s' in %s; there are: %s".formatted(
                            experiment, CommonOptions.results(arguments), String.join(", ", store.experiments())));
                }
            }
            TrackingServer server = TrackingServer.find(
                    asked, arguments.environment(), CommonOptions.managedServer(arguments, terminal));
            boolean complete = true;
            for (String experiment : experiments) {
                complete &= publish(store, server, experiment, arguments, terminal);
            }
            return complete ? Exit.DONE : Exit.RUN_FAILED;
        }
    }

    private static boolean publish(Store store, TrackingServer server, String experiment, Arguments arguments,
            Terminal terminal) throws MlflowException, InterruptedException {
        boolean repair = arguments.has("repair");
        try (Publisher publisher = new Publisher(store, server, experiment, StoredResults::report)) {
            PublishReport report = publisher.publish(PublishText.progress(terminal));
            boolean complete = PublishText.tell(report, terminal);
            boolean comparable = complete || repair && report.owed().nothing() && report.trouble().isEmpty();
            if (!comparable || !repair && !arguments.has("verify")) {
                return complete;
            }
            List<RemoteDifference> differences = compared(publisher, terminal);
            if (!repair || differences.isEmpty()) {
                return complete & conclude(experiment, differences, terminal);
            }
            terminal.out().printf("%s: mending %s.%n", experiment, Figures.counted(differences.size(), "difference"));
            publisher.repair(differences);
        }
        try (Publisher again = new Publisher(store, server, experiment, StoredResults::report)) {
            PublishReport report = again.publish(PublishText.progress(terminal));
            return report.isComplete() ? conclude(experiment, compared(again, terminal), terminal)
                    : PublishText.tell(report, terminal);
        }
    }

    private static List<RemoteDifference> compared(Publisher publisher, Terminal terminal)
            throws MlflowException, InterruptedException {
        ServerComparison comparison = publisher.verify();
        comparison.differences().forEach(difference -> terminal.err().println(difference));
        comparison.notices().forEach(notice -> terminal.err().println("MLflow: " + notice));
        return comparison.differences();
    }

    private static boolean conclude(String experiment, List<RemoteDifference> differences, Terminal terminal) {
        terminal.out().printf("%s: %s%n", experiment, differences.isEmpty()
                ? "MLflow holds exactly what the store holds."
                : Figures.counted(differences.size(), "difference") + " between MLflow and the store.");
        return differences.isEmpty();
    }
}
