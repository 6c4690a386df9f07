package gridrun.tracking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a server again what a publisher sent it, each run's requests one after the other and so many runs at a time,
 * and does nothing else: what the server takes at most.
 */
final class LoadGenerator {

    private static final Pattern RUN_ID = Pattern.compile("\"run_id\": ?\"([0-9a-f]{32})\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    /** The creation first, by the run's id. */
    private final Map<String, List<Request>> runs = new LinkedHashMap<>();

    LoadGenerator(String server) {
        this.server = server;
    }

    /** Learns a request that alters a run; to be called in the order in which they come. */
    synchronized void learn(Request request, byte[] answer) {
        String about = request.path() + request.body();
        if (request.path().endsWith("/runs/create")) {
            runs.put(id(new String(answer, StandardCharsets.UTF_8)), new ArrayList<>(List.of(request)));
        } else if (request.alters()) {
            runs.forEach((id, requests) -> {
                if (about.contains(id)) {
                    requests.add(request);
                }
            });
        }
    }

    /** The number of runs that were learned. */
    int size() {
        return runs.size();
    }

    private static String id(String answer) {
        Matcher matcher = RUN_ID.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("no run was created: " + answer);
        }
        return matcher.group(1);
    }

    /** The runs that the server takes in a second, so many at a time. */
    double rate(int atOnce) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            long beganNs = System.nanoTime();
            List<Callable<Void>> all = new ArrayList<>();
            runs.forEach((id, requests) -> all.add(() -> replay(id, requests)));
            for (Future<Void> run : threads.invokeAll(all)) {
                run.get();
            }
            return runs.size() * 1e9 / (System.nanoTime() - beganNs);
        } finally {
            threads.shutdown();
        }
    }

    private Void replay(String id, List<Request> requests) throws IOException, InterruptedException {
        String other = id(send(requests.get(0), id, id));
        for (Request request : requests.subList(1, requests.size())) {
            send(request, id, other);
        }
        return null;
    }

    private String send(Request request, String before, String now) throws IOException, InterruptedException {
        boolean text = request.method().equals("POST");
        byte[] content = text ? request.body().replace(before, now).getBytes(StandardCharsets.UTF_8)
                : request.content();
        HttpRequest.Builder again = HttpRequest.newBuilder(URI.create(server
                + request.path().substring(ForwardingProxy.PREFIX.length()).replace(before, now)))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(content));
        if (request.type() != null) {
            again.header("Content-Type", request.type());
        }
        HttpResponse<String> answer = client.send(again.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.path() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
