package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's answer means. MLflow reports many passing troubles as 400, so the status alone says little. */
final class ResponseMeaning {

    private static final Pattern CODE = Pattern.compile("\"error_code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_MESSAGE = 300;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private ResponseMeaning() {
    }

    /** @param access whose secrets the message must not have, even if the answer repeats them */
    static MlflowException failure(HttpResponse<String> answer, Access access) {
        String body = answer.body().substring(0, Math.min(LONGEST_BODY, answer.body().length()));
        String code = group(CODE, body);
        String message = group(MESSAGE, body);
        Kind kind = kind(answer.statusCode(), code, message);
        String text = isRedirect(answer.statusCode()) ? redirected(answer)
                : kind == Kind.FORBIDDEN ? forbidden(answer, body)
                        : "%d %s".formatted(answer.statusCode(),
                                shortened(code.isEmpty() ? body : code + ": " + message));
        return new MlflowException(kind, access.redacted(text), retryAfter(answer).orElse(null), null);
    }

    private static Kind kind(int status, String code, String message) {
        if (status == 401 || status == 403 || isRedirect(status)) {
            return Kind.FORBIDDEN;
        }
        if (status == 408 || status == 429 || status == 502 || status == 503 || status == 504) {
            return Kind.TRANSIENT;
        }
        return switch (code) {
            case "RESOURCE_ALREADY_EXISTS" -> Kind.EXISTS;
            case "RESOURCE_DOES_NOT_EXIST" -> Kind.GONE;
            case "INVALID_PARAMETER_VALUE" ->
                message.matches("(?s).*must be in the '(active|deleted)' state.*") ? Kind.INACTIVE : Kind.REJECTED;
            case "BAD_REQUEST" -> Kind.BUSY;
            default -> status == 404 || status == 405 || status == 413 || status == 501
                    ? Kind.REJECTED
                    : Kind.UNCLEAR;
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    /** It is not followed: what is posted would become a question, and credentials might go to somebody else. */
    private static String redirected(HttpResponse<String> answer) {
        return "%s answers %d and leads to %s, which is not followed; give the address of the MLflow server itself"
                .formatted(answer.uri().getAuthority(), answer.statusCode(),
                        answer.headers().firstValue("Location").orElse("nowhere"));
    }

    private static String forbidden(HttpResponse<String> answer, String body) {
        String host = answer.uri().getAuthority();
        if (body.contains("Invalid Host header")) {
            return "the MLflow server at %s refuses this host name; start it with --allowed-hosts %s"
                    .formatted(host, host);
        }
        return "the MLflow server at %s answers %d (%s); set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or "
                .formatted(host, answer.statusCode(), answer.statusCode() == 401 ? "not logged in" : "not allowed")
                + "MLFLOW_TRACKING_TOKEN, to an account that may write there";
    }

    /** Seconds; the other form of the header, a date, is not worth a clock that may be wrong. */
    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_PAUSE.toSeconds())));
    }

    private static String group(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String shortened(String text) {
        String line = text.replace("\\n", " ").replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
