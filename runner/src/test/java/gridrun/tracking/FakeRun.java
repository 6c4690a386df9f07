package gridrun.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.FileInfo;
import org.mlflow.api.proto.Service.ListArtifacts;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;

/** A run as it stands in the memory of {@link FakeMlflow}. */
final class FakeRun {

    private static final Comparator<Metric> LATEST =
            Comparator.comparingLong(Metric::getStep).thenComparingLong(Metric::getTimestamp);

    final Run.Builder run = Run.newBuilder();
    final Map<String, String> params = new TreeMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, Metric> metrics = new LinkedHashMap<>();
    final Map<String, Integer> artifacts = new TreeMap<>();

    boolean isActive() {
        return run.getInfo().getLifecycleStage().equals("active");
    }

    /** Takes what is now in its directory below one for its artifacts. */
    void see(Path shared) throws IOException {
        artifacts.clear();
        Path own = shared.resolve(run.getInfo().getRunId()).resolve("artifacts");
        if (Files.isDirectory(own)) {
            try (var files = Files.walk(own)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    artifacts.put(own.relativize(file).toString().replace('\\', '/'), (int) Files.size(file));
                }
            }
        }
    }

    ListArtifacts.Response.Builder list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        Map<String, FileInfo> files = new TreeMap<>();
        artifacts.forEach((path, size) -> {
            if (path.startsWith(prefix)) {
                int slash = path.indexOf('/', prefix.length());
                String name = slash < 0 ? path : path.substring(0, slash);
                files.put(name, FileInfo.newBuilder().setPath(name).setIsDir(slash >= 0).setFileSize(size).build());
            }
        });
        return ListArtifacts.Response.newBuilder().addAllFiles(new ArrayList<>(files.values()));
    }

    Run whole() {
        Run.Builder whole = run.clone();
        params.forEach((key, value) -> whole.getDataBuilder().addParamsBuilder().setKey(key).setValue(value));
        tags.forEach((key, value) -> whole.getDataBuilder().addTagsBuilder().setKey(key).setValue(value));
        Map<String, Metric> latest = new TreeMap<>();
        metrics.values().forEach(metric -> latest.merge(metric.getKey(), metric,
                (a, b) -> LATEST.compare(a, b) > 0 ? a : b));
        whole.getDataBuilder().addAllMetrics(latest.values());
        return whole.build();
    }
}
