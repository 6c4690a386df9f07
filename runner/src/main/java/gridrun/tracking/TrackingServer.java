package gridrun.tracking;

import gridrun.component.Check;
import java.net.URI;
import java.net.URISyntaxException;
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

    /** What is given for an address where nothing is to be published. */
    public static final String NONE = "none";

    private static final String USUAL = "http://127.0.0.1:5000";
    private static final int LARGEST_PORT = 65_535;
    private static final Timing PROBE = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(3),
            Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * The server at an address that somebody gave.
     *
     * @throws Check.Invalid if it cannot be one
     */
    public static TrackingServer at(String uri) {
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
     * @throws ServerUnavailable if the managed server cannot be installed or started
     * @throws Check.Invalid if the address cannot be one
     */
    public static TrackingServer find(Optional<String> asked, Map<String, String> environment, ManagedServer managed)
            throws ServerUnavailable, InterruptedException {
        Optional<TrackingServer> running = findRunning(asked, environment, managed);
        return running.isPresent() ? running.get() : new TrackingServer(managed.start().uri(), true);
    }

    /** As {@link #find}, but starts nothing. An address that was given is taken as it is, reachable or not. */
    public static Optional<TrackingServer> findRunning(Optional<String> asked, Map<String, String> environment,
            ManagedServer managed) throws ServerUnavailable, InterruptedException {
        Optional<String> given = asked.or(() ->
                Optional.ofNullable(environment.get("MLFLOW_TRACKING_URI")).filter(uri -> !uri.isBlank()));
        if (given.isPresent()) {
            return Optional.of(at(given.get()));
        }
        Optional<ManagedServer.Running> running = managed.status();
        if (running.isPresent()) {
            return Optional.of(new TrackingServer(running.get().uri(), true));
        }
        return answersLikeMlflow(USUAL) ? Optional.of(new TrackingServer(USUAL, false)) : Optional.empty();
    }

    /**
     * Looks at an address that somebody gave, or at {@link #NONE}, before anything is run.
     *
     * @return the address in its one form, or {@link #NONE}
     * @throws Check.Invalid if it is neither
     */
    public static String check(String asked) {
        return asked.equals(NONE) ? asked : at(asked).uri();
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

    private static String canonical(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw noAddress(text, "");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            boolean underlined = uri.getAuthority() != null && uri.getAuthority().contains("_");
            throw noAddress(text, underlined ? "; the name of a host has no '_'" : "");
        }
        if (uri.getUserInfo() != null) {
            throw noAddress(text.replaceFirst("//.*@", "//...@"), "; a name and a password belong in "
                    + "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD");
        }
        if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            throw noAddress(text, "; ports are 1 to " + LARGEST_PORT);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    private static Check.Invalid noAddress(String text, String more) {
        return new Check.Invalid(
                "tracking", "'" + text + "'", "the address of an MLflow server, such as " + USUAL + more);
    }
}
