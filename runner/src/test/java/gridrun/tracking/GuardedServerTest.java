package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import gridrun.result.StoredResults;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishes to a server that does not let everybody in. */
@Tag("slow")
class GuardedServerTest extends PublishingFixture {

    private static final String BASIC = "Basic bWU6b3BlbiBzZXNhbWU="; // me:open sesame

    private static String file(String name) throws Exception {
        return Path.of(GuardedServerTest.class.getResource("tls/" + name).toURI()).toString();
    }

    /** A server of our certificate that asks for its client's, in the place of the plain one. */
    private void speakTls() throws Exception {
        mlflow.close();
        SSLContext context = Tls.context(Map.of(Tls.CLIENT_CERT, file("server.pem"), Tls.SERVER_CERT, file("ca.pem")))
                .orElseThrow();
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        mlflow = new FakeMlflow((HttpServer) https, "https");
    }

    private void demand(String authorization) {
        mlflow.troubles.add((request, exchange) -> {
            if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return false;
            }
            exchange.sendResponseHeaders(401, -1);
            return true;
        });
    }

    private PublishReport publish(String address, Map<String, String> environment) {
        TrackingServer server = TrackingServer.at(address, environment);
        try (Publisher publisher = new Publisher(store, server, "sweep", StoredResults::report, QUICK)) {
            return publisher.publish(SILENT);
        }
    }

    private void assertStoredNowhere(String secret) throws Exception {
        store.flush();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), "ISO-8859-1").contains(secret), file.toString());
            }
        }
        assertTrue(mlflow.requests.stream().noneMatch(request -> (request.path() + request.body()).contains(secret)));
    }

    @Test
    void publish_loginInTheAddress_isSentAndNowhereElse() throws Exception {
        record();
        demand(BASIC);
        PublishReport report = publish(mlflow.uri().replace("//", "//me:open%20sesame@") + "/", Map.of());
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.runs.size());
        assertFalse(report.toString().contains("sesame"), report.toString());
        assertStoredNowhere("sesame");
        assertEquals(0, store.deliveries(mlflow.uri(), "sweep").owed().runs(),
                "a login is no part of the server's name");
    }

    @Test
    void publish_tokenWithALineBreak_isSentWithoutIt() throws Exception {
        record();
        demand("Bearer open-sesame");
        assertTrue(publish(mlflow.uri(), Map.of("MLFLOW_TRACKING_TOKEN", "open-sesame\n")).isComplete());
        assertStoredNowhere("open-sesame");
    }

    @Test
    void publish_wrongPasswordThatTheServerRepeats_isToldWithoutIt() {
        record();
        mlflow.answer(100, "version", 400, FakeMlflow.error("INVALID_PARAMETER_VALUE", "wrong: open sesame"));
        PublishReport report = publish(mlflow.uri(), Map.of(
                "MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "open sesame"));
        assertEquals("400 INVALID_PARAMETER_VALUE: wrong: ...", report.trouble().orElseThrow());
    }

    @Test
    void publish_pathPrefix_isKept() {
        record();
        PublishReport report = publish(mlflow.uri() + "/team/mlflow/", Map.of());
        assertTrue(report.isComplete(), report.toString());
        assertTrue(mlflow.requests.stream().allMatch(request -> request.path().startsWith("/team/mlflow/")));
        assertTrue(report.links().get(0).address().startsWith(mlflow.uri() + "/team/mlflow/#/experiments/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-pkcs8.pem", "client-pkcs1.pem", "client-sec1.pem"})
    void publish_privateAuthorityAndOurCertificate_isLetIn(String client) throws Exception {
        speakTls();
        record();
        Map<String, String> environment = new HashMap<>(Map.of(
                Tls.SERVER_CERT, file("ca.pem"), Tls.CLIENT_CERT, file(client)));
        PublishReport report = publish(mlflow.uri(), environment);
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.runs.size());
    }

    @Test
    void publish_insecure_trustsAnybody() throws Exception {
        speakTls();
        record();
        PublishReport report = publish(
                mlflow.uri(), Map.of(Tls.INSECURE, "1", Tls.CLIENT_CERT, file("client-pkcs8.pem")));
        assertTrue(report.isComplete(), report.toString());
    }

    @Test
    void publish_aCertificateThatIsNotTrusted_isToldWithTheVariable() throws Exception {
        speakTls();
        record();
        for (Map<String, String> environment : List.of(Map.<String, String>of(),
                Map.of(Tls.SERVER_CERT, file("other-ca.pem")))) {
            String trouble = publish(mlflow.uri(), environment).trouble().orElseThrow();
            assertTrue(trouble.startsWith("the certificate of " + mlflow.uri() + " is not trusted ("), trouble);
            assertTrue(trouble.endsWith(
                    "; MLFLOW_TRACKING_SERVER_CERT_PATH names a file with that of its authority"), trouble);
        }
    }
}
