package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.component.Check;
import gridrun.tracking.Address.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    @TempDir
    Path directory;

    private static Optional<String> authorization(Map<String, String> environment) {
        return Access.of(Optional.empty(), environment).authorization();
    }

    private static String refusal(Map<String, String> environment) {
        Check.Invalid e = assertThrows(Check.Invalid.class, () -> Access.of(Optional.empty(), environment));
        return e.component() + ": " + e.reason();
    }

    @Test
    void of_loginOrToken_isTheHeaderOfMlflowsOwnClient() {
        Map<String, String> all = Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "p:w",
                "MLFLOW_TRACKING_TOKEN", "t");
        assertEquals(Optional.of("Basic bWU6cDp3"), authorization(all));
        assertEquals(Optional.of("Bearer abc"), authorization(Map.of("MLFLOW_TRACKING_TOKEN", "abc")));
        assertEquals(Optional.empty(), authorization(Map.of("MLFLOW_TRACKING_TOKEN", "")));
        assertEquals(Optional.of("Basic dTp2"),
                Access.of(Optional.of(new Login("u", Optional.of("v"))), all).authorization());
        assertEquals(Optional.of("Basic dTpwOnc="),
                Access.of(Optional.of(new Login("u", Optional.empty())), all).authorization());
    }

    @Test
    void of_aLineBreakAtTheEnd_isOfTheFileThatItWasReadFrom() {
        assertEquals(Optional.of("Bearer abc"), authorization(Map.of("MLFLOW_TRACKING_TOKEN", "abc\r\n")));
        assertEquals(Optional.of("Basic bWU6cHc="), authorization(
                Map.of("MLFLOW_TRACKING_USERNAME", "me\n", "MLFLOW_TRACKING_PASSWORD", "pw\n")));
    }

    @Test
    void of_whatCannotBeSent_namesTheVariableAndShowsNoValue() {
        assertEquals("MLFLOW_TRACKING_TOKEN: it is not a token: there are blanks or other characters in it that no "
                + "header can have", refusal(Map.of("MLFLOW_TRACKING_TOKEN", "top\nsecret")));
        assertEquals("MLFLOW_TRACKING_PASSWORD: it is not set, but there is a name for it",
                refusal(Map.of("MLFLOW_TRACKING_USERNAME", "me")));
        assertEquals("MLFLOW_TRACKING_USERNAME: it is not set, but there is a password for it",
                refusal(Map.of("MLFLOW_TRACKING_PASSWORD", "pw")));
    }

    @Test
    void redacted_anAnswerThatRepeatsTheSecrets_hasThemNoMore() {
        Access access = Access.of(Optional.empty(), Map.of("MLFLOW_TRACKING_USERNAME", "me",
                "MLFLOW_TRACKING_PASSWORD", "open sesame"));
        assertEquals("you said Basic ... which is ...",
                access.redacted("you said " + access.authorization().get() + " which is open sesame"));
        assertFalse(access.toString().contains("sesame"));
    }

    @ParameterizedTest
    @CsvSource({"MLFLOW_TRACKING_SERVER_CERT_PATH,a file with certificates in PEM form",
        "MLFLOW_TRACKING_CLIENT_CERT_PATH,'a file with a certificate and its private key in PEM form, the key without a"
                + " password'"})
    void of_filesThatHoldNoCertificate_areToldWithoutTheirContent(String variable, String expected) throws Exception {
        Path file = Files.writeString(directory.resolve("x.pem"), "root:x:0:0\n");
        assertEquals("%s: '%s' is not %s".formatted(variable, file, expected),
                refusal(Map.of(variable, file.toString())));
        assertEquals("%s: '/nowhere' is not a file that is there".formatted(variable),
                refusal(Map.of(variable, "/nowhere")));
        assertEquals("%s: '%s' is not a file that is there".formatted(variable, directory),
                refusal(Map.of(variable, directory.toString())));
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertEquals("%s: '%s' is not %s (CertificateException)".formatted(variable, file, expected),
                refusal(Map.of(variable, file.toString())));
    }

    @Test
    void of_bothWaysToTrust_excludeEachOther() {
        assertEquals("MLFLOW_TRACKING_INSECURE_TLS: 'true' is not possible together with "
                + "MLFLOW_TRACKING_SERVER_CERT_PATH",
                refusal(Map.of("MLFLOW_TRACKING_INSECURE_TLS", "TRUE", "MLFLOW_TRACKING_SERVER_CERT_PATH", "/x")));
        assertEquals("MLFLOW_TRACKING_INSECURE_TLS: 'maybe' is not true or false",
                refusal(Map.of("MLFLOW_TRACKING_INSECURE_TLS", "maybe")));
    }
}
