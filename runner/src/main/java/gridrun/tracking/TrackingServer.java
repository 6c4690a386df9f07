package gridrun.tracking;

import gridrun.component.Check;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The MLflow server to publish to: where it is, and what lets us in. Its text shows no secret. */
public final class TrackingServer {

    /** What is given for an address where nothing is to be published. */
    public static final String NONE = "none";

    private static final Timing PROBE = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(3),
            Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final String uri;
    private final boolean managed;
    private final Access access;

    private TrackingServer(String uri, boolean managed, Access access) {
        this.uri = uri;
        this.managed = managed;
        this.access = access;
    }

    /**
     * The server at an address that somebody gave.
     *
     * @param address with a login in it, perhaps
     * @param environment has the rest of what lets us in, under MLflow's own names
     * @throws Check.Invalid if it cannot be one, or naming the variable that is not usable
     */
    public static TrackingServer at(String address, Map<String, String> environment) {
        Address given = Address.of(address);
        return new TrackingServer(given.uri(), false, Access.of(given.login(), environment));
    }

    /** The one that we started ourselves: it is this user's own and asks for nothing. */
    static TrackingServer managed(String uri) {
        return new TrackingServer(uri, true, Access.OPEN);
    }

    /**
     * Looks whether an address, if one was given, and MLflow's variables are usable, before anything is run.
     *
     * @throws Check.Invalid naming {@code tracking} or the variable that is not
     */
    public static void check(Optional<String> address, Map<String, String> environment) {
        Access.of(address.map(Address::of).flatMap(Address::login), environment);
    }

    /** Its address, without a login and without a slash at its end. */
    public String uri() {
        return uri;
    }

    /** Its calls. */
    MlflowApi api(Timing timing) {
        return new MlflowApi(new Http(uri, access, timing));
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
        return running.isPresent() ? running.get() : managed(managed.start().uri());
    }

    /** As {@link #find}, but starts nothing. An address that was given is taken as it is, reachable or not. */
    public static Optional<TrackingServer> findRunning(Optional<String> asked, Map<String, String> environment,
            ManagedServer managed) throws ServerUnavailable, InterruptedException {
        Optional<String> given = asked
                .or(() -> Optional.ofNullable(environment.get("MLFLOW_TRACKING_URI")).filter(uri -> !uri.isBlank()));
        if (given.isPresent()) {
            return Optional.of(at(given.get(), environment));
        }
        Optional<ManagedServer.Running> running = managed.status();
        if (running.isPresent()) {
            return Optional.of(managed(running.get().uri()));
        }
        return answersLikeMlflow(Address.EXAMPLE) ? Optional.of(at(Address.EXAMPLE, environment)) : Optional.empty();
    }

    /**
     * Looks at an address that stands in a file, or at {@link #NONE}, before anything is run.
     *
     * @return the address in its one form, or {@link #NONE}
     * @throws Check.Invalid if it is neither, or has a login in it
     */
    public static String check(String asked) {
        return asked.equals(NONE) ? asked : Address.withoutLogin(asked).uri();
    }

    /** The name under which deliveries are marked; the managed server's port may change, its data does not. */
    String identity() {
        return managed ? "managed" : uri;
    }

    static boolean answersLikeMlflow(String uri) throws InterruptedException {
        try {
            new TrackingServer(uri, false, Access.OPEN).api(PROBE).version();
            return true;
        } catch (MlflowException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return uri + (managed ? " (managed)" : " " + access);
    }
}
