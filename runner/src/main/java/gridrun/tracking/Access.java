package gridrun.tracking;

import gridrun.component.Check;
import gridrun.tracking.Address.Login;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a server wants to see before it lets us in, by MLflow's own variables: a name and a password or a token in each
 * request, and the certificates of either side.
 *
 * <p>Its text shows no secret, and {@link #redacted} takes them out of other texts.
 */
final class Access {

    static final String USERNAME = "MLFLOW_TRACKING_USERNAME";
    static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";
    static final String TOKEN = "MLFLOW_TRACKING_TOKEN";

    /** For a server that asks for nothing. */
    static final Access OPEN = new Access(Optional.empty(), List.of(), Optional.empty());

    /** Shorter ones would be found in innocent words. */
    private static final int SHORTEST_REDACTED = 4;

    private final Optional<String> authorization;
    private final List<String> secrets;
    private final Optional<SSLContext> tls;

    private Access(Optional<String> authorization, List<String> secrets, Optional<SSLContext> tls) {
        this.authorization = authorization;
        this.secrets = secrets;
        this.tls = tls;
    }

    /**
     * Looks the variables up. A login in the address goes before them, and a name before a token.
     *
     * @throws Check.Invalid naming the variable, never showing its value, if one is not usable
     */
    static Access of(Optional<Login> ofAddress, Map<String, String> environment) {
        Optional<SSLContext> tls = Tls.context(environment);
        Optional<String> password = variable(environment, PASSWORD);
        Optional<Login> login = ofAddress.or(() -> variable(environment, USERNAME)
                .map(user -> new Login(user, Optional.empty())));
        Optional<String> token = variable(environment, TOKEN).map(String::strip);
        if (login.isPresent() && login.get().password().or(() -> password).isPresent()) {
            String user = login.get().user();
            String secret = login.get().password().or(() -> password).get();
            Check.that(!user.contains(":"), USERNAME, "it", "a name that a login can have: it has a ':'");
            String pair = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
            return new Access(Optional.of("Basic " + pair), List.of(pair, secret), tls);
        }
        Check.that(ofAddress.isEmpty() && (login.isEmpty() || token.isPresent()), PASSWORD, "it",
                "set, but there is a name for it");
        Check.that(password.isEmpty() || login.isPresent() || token.isPresent(), USERNAME, "it",
                "set, but there is a password for it");
        token.ifPresent(text -> Check.that(text.matches("[\\x21-\\x7e]+"), TOKEN, "it",
                "a token: there are blanks or other characters in it that no header can have"));
        return new Access(token.map(text -> "Bearer " + text), new ArrayList<>(token.stream().toList()), tls);
    }

    /** The value of the header of that name. */
    Optional<String> authorization() {
        return authorization;
    }

    /** Whom to trust, and who we are; empty for the JDK's own authorities and nobody. */
    Optional<SSLContext> tls() {
        return tls;
    }

    /** The text without our secrets: a server may repeat in an answer what it was sent. */
    String redacted(String text) {
        String redacted = text;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_REDACTED) {
                redacted = redacted.replace(secret, "...");
            }
        }
        return redacted;
    }

    @Override
    public String toString() {
        return authorization.isPresent() ? "(with a login)" : "(without a login)";
    }

    /** A line break at the end is the file's that a secret was read from. An empty variable is none. */
    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(value -> value.replaceFirst("[\\r\\n]+$", ""))
                .filter(value -> !value.isEmpty());
    }
}
