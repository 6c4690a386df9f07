package gridrun.tracking;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The MLflow server to publish to.
 *
 * @param uri its address, without a slash at its end
 * @param managed whether it is the one that we start ourselves, whose data is under the results
 */
public record TrackingServer(String uri, boolean managed) {

    private static final String USUAL = "http://127.0.0.1:5000";
    private static final Timing PROBE = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(3),
            Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** The server at an address that somebody gave. */
    public static TrackingServer at(String uri) throws ServerUnavailable {
        return new TrackingServer(canonical(uri), false);
    }

    /**
     * Finds a server, or starts the managed one.
     *
     * <p>In this order: the address that was asked for; {@code MLFLOW_TRACKING_URI}; the managed server, if it runs; an
     * MLflow server on 127.0.0.1:5000; the managed server, started.
     *
     * @param asked from the command line or the experiment file
     * @param managed the managed server of these results
     * @throws ServerUnavailable if the address is none, or the managed server cannot be installed or started
     */
    public static TrackingServer find(Optional<String> asked, Map<String, String> environment, ManagedServer managed)
            throws ServerUnavailable, InterruptedException {
        Optional<TrackingServer> running = findRunning(asked, environment, managed);
        return running.isPresent() ? running.get() : new TrackingServer(managed.start().uri(), true);
    }

    /** As {@link #find}, but starts nothing. An address that was given is taken as it is, reachable or not. */
    public static Optional<TrackingServer> findRunning(Optional<String> asked, Map<String, String> environment,
            ManagedServer managed) throws ServerUnavailable, InterruptedException {
        Optional<String> given = asked.or(() -> Optional.ofNullable(environment.get("MLFLOW_TRACKING_URI")))
                .filter(uri -> !uri.isBlank());
        if (given.isPresent()) {
            return Optional.of(at(given.get()));
        }
        Optional<ManagedServer.Running> running = managed.status();
        if (running.isPresent()) {
            return Optional.of(new TrackingServer(running.get().uri(), true));
        }
        return answersLikeMlflow(USUAL) ? Optional.of(new TrackingServer(USUAL, false)) : Optional.empty();
    }

    /** The name under which deliveries are marked; the managed server's port may change, its data does not. */
    String identity() {
        return managed ? "managed" : uri;
    }

    static boolean answersLikeMlflow(String uri) throws InterruptedException {
        try {
            new MlflowApi(new Http(uri, PROBE, Map.of())).version();
            return true;
        } catch (MlflowException e) {
            return false;
        }
    }

    private static String canonical(String text) throws ServerUnavailable {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new ServerUnavailable("'" + text + "' is not the address of an MLflow server", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new ServerUnavailable(
                    "'%s' is not the address of an MLflow server, such as http://127.0.0.1:5000".formatted(text));
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }
}
