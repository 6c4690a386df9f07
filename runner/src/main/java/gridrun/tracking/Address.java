package gridrun.tracking;

import gridrun.component.Check;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A server's address as somebody gave it.
 *
 * @param uri the address in its one form: no login, no slash at its end, nothing behind a {@code #}
 * @param login the name and the password that stood in it
 */
record Address(String uri, Optional<Login> login) {

    static final String EXAMPLE = "http://127.0.0.1:5000";

    private static final int LARGEST_PORT = 65_535;

    /**
     * A name and a password; its text shows neither.
     *
     * @param password empty where the address has a name alone
     */
    record Login(String user, Optional<String> password) {

        @Override
        public String toString() {
            return "(a login)";
        }
    }

    /** @throws Check.Invalid if it can be no server's; the message shows neither a login nor a query */
    static Address of(String given) {
        String text = given.strip();
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw invalid(given, text.contains("@") ? "; in a login, special characters are written as %40" : "");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            boolean underlined = uri.getAuthority() != null && uri.getAuthority().contains("_");
            throw invalid(given, underlined ? "; the name of a host has no '_'" : "");
        }
        if (uri.getRawQuery() != null) {
            throw invalid(given, "; it has nothing behind a '?'");
        }
        if (uri.getUserInfo() == null && text.contains("@")) {
            throw invalid(given, "; in a login, special characters are written as %40");
        }
        if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            throw invalid(given, "; ports are 1 to " + LARGEST_PORT);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        return new Address(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path,
                Optional.ofNullable(uri.getRawUserInfo()).map(Address::login));
    }

    /** @throws Check.Invalid if there is a login in it: a file is kept, copied and shown */
    static Address withoutLogin(String given) {
        Address address = of(given);
        if (address.login().isPresent()) {
            throw invalid(given, "; a name and a password belong in MLFLOW_TRACKING_USERNAME and "
                    + "MLFLOW_TRACKING_PASSWORD");
        }
        return address;
    }

    private static Login login(String raw) {
        int colon = raw.indexOf(':');
        return colon < 0 ? new Login(decoded(raw), Optional.empty())
                : new Login(decoded(raw.substring(0, colon)), Optional.of(decoded(raw.substring(colon + 1))));
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Check.Invalid invalid(String given, String more) {
        return new Check.Invalid("tracking", "'" + shown(given) + "'",
                "the address of an MLflow server, such as " + EXAMPLE + more);
    }

    /** Without what may be secret: all before the last {@code @}, and all behind a {@code ?}. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        int authority = text.indexOf("//") + 2;
        String start = at < 0 ? "" : (authority > 1 && authority <= at ? text.substring(0, authority) : "") + "...";
        return start + text.substring(Math.max(at, 0)).replaceFirst("(?s)\\?.*", "?...");
    }
}
