package gridrun.tracking;

import gridrun.component.Check;
import gridrun.store.DurableFiles;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificates of both sides, by MLflow's own variables, from files in PEM form. */
final class Tls {

    static final String SERVER_CERT = "MLFLOW_TRACKING_SERVER_CERT_PATH";
    static final String INSECURE = "MLFLOW_TRACKING_INSECURE_TLS";
    static final String CLIENT_CERT = "MLFLOW_TRACKING_CLIENT_CERT_PATH";

    private static final long LARGEST_FILE = 4_000_000;

    private Tls() {
    }

    /**
     * Empty where nothing is set.
     *
     * @throws Check.Invalid naming the variable if one is not usable
     */
    static Optional<SSLContext> context(Map<String, String> environment) {
        Optional<String> server = path(environment, SERVER_CERT);
        Optional<String> client = path(environment, CLIENT_CERT);
        boolean insecure = insecure(environment);
        Check.that(!insecure || server.isEmpty(), INSECURE, "'true'", "possible together with " + SERVER_CERT);
        if (server.isEmpty() && client.isEmpty() && !insecure) {
            return Optional.empty();
        }
        TrustManager[] trust = insecure ? new TrustManager[] {new Anybody()} : server.map(Tls::trust).orElse(null);
        KeyManager[] keys = client.map(Tls::keys).orElse(null);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /** As with MLflow's own client, nobody else is trusted then. */
    private static TrustManager[] trust(String path) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<X509Certificate> certificates = Pem.certificates(read(SERVER_CERT, path));
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            Check.that(!certificates.isEmpty(), SERVER_CERT, "'" + path + "'", "a file with certificates in PEM form");
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(SERVER_CERT, path, "a file with certificates in PEM form", e);
        }
    }

    private static KeyManager[] keys(String path) {
        String expected = "a file with a certificate and its private key in PEM form, the key without a password";
        try {
            String text = read(CLIENT_CERT, path);
            List<X509Certificate> chain = Pem.certificates(text);
            Check.that(!chain.isEmpty(), CLIENT_CERT, "'" + path + "'", expected);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", Pem.privateKey(text, chain.get(0)), new char[0],
                    chain.toArray(new Certificate[0]));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(CLIENT_CERT, path, expected, e);
        }
    }

    private static String read(String variable, String path) {
        try {
            Path file = Path.of(path);
            // A pipe or a device has no end that could be waited for.
            Check.that(Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE, variable, "'" + path + "'",
                    "a file that is there");
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Check.Invalid(variable, "'" + path + "'", "a file that can be read: " + DurableFiles.reason(e));
        } catch (InvalidPathException e) {
            throw new Check.Invalid(variable, "'" + path + "'", "a path");
        }
    }

    /** The reason of the JDK's is left out where it could repeat what is in the file. */
    private static Check.Invalid unusable(String variable, String path, String expected, Exception e) {
        return new Check.Invalid(variable, "'" + path + "'", expected + " (" + e.getClass().getSimpleName() + ")");
    }

    private static Optional<String> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(path -> !path.isBlank());
    }

    private static boolean insecure(Map<String, String> environment) {
        String value = environment.getOrDefault(INSECURE, "").strip().toLowerCase(Locale.ROOT);
        Check.that(List.of("", "true", "1", "false", "0").contains(value), INSECURE, "'" + value + "'",
                "true or false");
        return value.equals("true") || value.equals("1");
    }

    /** An extended one is asked instead of the comparison of the host's name, too. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new UnsupportedOperationException("we are no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // MLFLOW_TRACKING_INSECURE_TLS asks for this.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException("we are no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // MLFLOW_TRACKING_INSECURE_TLS asks for this.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("we are no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // MLFLOW_TRACKING_INSECURE_TLS asks for this.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
