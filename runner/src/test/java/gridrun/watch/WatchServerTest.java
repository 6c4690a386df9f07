package gridrun.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser is told of a sweep that another process trains. */
class WatchServerTest {

    private static final SweepPlan PLAN = Plans.sweep("rates", "0.1", "0.2");

    @TempDir
    Path results;
    private Store trains;
    private Store watches;
    private WatchServer server;

    @BeforeEach
    void start() throws Exception {
        trains = Store.open(results);
        trains.plan(PLAN);
        watches = Store.read(results);
        server = WatchServer.start(watches, PLAN.sweepId(), 0);
    }

    @AfterEach
    void close() {
        server.close();
        watches.close();
        trains.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.uri().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void page_saysWhereRunsAre_beforeAnyHasEnded() throws Exception {
        trains.begin(PLAN.sweepId(), 1);
        Recording run = trains.start(PLAN.runs().get(0).runKey(), 10);
        run.metric("val_accuracy", 2, 11, 0.75);
        trains.flush();
        String page = get("/").body();
        assertTrue(page.contains("0 of 2 runs have ended."), page);
        assertTrue(page.contains("<td>learning_rate=0.1 seed=0</td><td>2</td><td>3</td><td>0.75</td>"), page);
        assertTrue(page.contains("\"mean\": [0.75]"), "its curve so far: " + page);
    }

    @Test
    void eachChange_isToldAsAnEvent_andNothingElseIs() throws Exception {
        URI uri = server.uri().resolve("/events");
        HttpResponse<InputStream> events = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals("text/event-stream", events.headers().firstValue("Content-Type").orElse(""));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertEquals("event: changed", lines.readLine());
            String before = lines.readLine();
            assertEquals("", lines.readLine());
            trains.start(PLAN.runs().get(0).runKey(), 10).finish(Outcome.COMPLETED, 20);
            trains.flush();
            assertEquals("event: changed", lines.readLine());
            assertTrue(!before.equals(lines.readLine()), before);
        }
        assertTrue(get("/").body().contains("1 of 2 runs have ended."));
    }

    @Test
    void onlyWhoAsksByTheLoopbackAddress_isAnswered() throws Exception {
        assertTrue(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress());
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
            assertTrue(!answer.contains("rates"), answer);
        }
    }

    @Test
    void anythingButTheTwoAddresses_isNotThere_andNothingIsWritten() throws Exception {
        assertEquals(404, get("/gridrun.db").statusCode());
        HttpResponse<String> posted = HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.uri())
                .POST(HttpRequest.BodyPublishers.ofString("x")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(405, posted.statusCode());
    }
}
