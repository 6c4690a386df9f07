package gridrun.cli;

import gridrun.result.Results;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.tracking.Difference;
import gridrun.tracking.MlflowException;
import gridrun.tracking.Publisher;
import gridrun.tracking.TrackingServer;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code publish}: brings to MLflow whatever the store has and the server has not. */
final class PublishCommand implements Command {

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
        return List.of(Settings.TRACKING_URI, Settings.RESULTS_DIR,
                Arguments.option("verify", null, "read everything back afterwards and compare it with the store"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws Exception {
        Optional<String> asked = Settings.tracking(arguments, null);
        if (asked.filter(TrackingServer.NONE::equals).isPresent()) {
            throw new UsageException("publish: 'none' is no server to publish to");
        }
        try (Store store = Settings.store(arguments)) {
            List<String> experiments = arguments.words().isEmpty()
                    ? store.sweeps().stream().map(Sweep::experiment).distinct().toList()
                    : arguments.words();
            if (experiments.isEmpty()) {
                terminal.out().println("There is nothing to publish in " + Settings.results(arguments) + ".");
                return Exit.DONE;
            }
            for (String experiment : experiments) {
                if (store.sweeps(experiment).isEmpty()) {
                    throw new UsageException("publish: nothing is known about '%s' in %s; there are: %s".formatted(
                            experiment, Settings.results(arguments), String.join(", ", store.experiments())));
                }
            }
            TrackingServer server = TrackingServer.find(
                    asked, arguments.environment(), Settings.managedServer(arguments, terminal));
            boolean complete = true;
            for (String experiment : experiments) {
                complete &= publish(store, server, experiment, arguments.has("verify"), terminal);
            }
            return complete ? Exit.DONE : Exit.RUN_FAILED;
        }
    }

    private static boolean publish(Store store, TrackingServer server, String experiment, boolean verify,
                                   Terminal terminal) throws MlflowException, InterruptedException {
        try (Publisher publisher = new Publisher(store, server, experiment, Results::report)) {
            boolean complete = PublishText.tell(publisher.publish(PublishText.progress(terminal)), terminal);
            if (!verify || !complete) {
                return complete;
            }
            List<Difference> differences = publisher.verify();
            differences.forEach(difference -> terminal.err().println(difference));
            terminal.out().printf("%s: %s%n", experiment, differences.isEmpty()
                    ? "MLflow holds exactly what the store holds."
                    : differences.size() + " differences between MLflow and the store.");
            return differences.isEmpty();
        }
    }
}
