package gridrun.cli;

import gridrun.text.Visible;
import gridrun.trained.Npz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Files that are wrong by chance are told from right ones: exit 2 or a plan, no trace, no control character, no hang.
 * Ends with an error where one is not.
 */
final class Fuzz {

    /** What is made wrong. */
    enum Kind {
        EXPERIMENTS, CSV, IDX, IDX_GZ, NPZ
    }

    /** A watchdog, not a measurement: nothing takes a hundredth of this on an idle machine. */
    private static final int HANGS_SECONDS = 120;

    private final Path directory;
    private final int count;

    private record Told(int exit, String text) {
    }

    private Fuzz(Path directory, int count) {
        this.directory = directory;
        this.count = count;
    }

    /**
     * Tries files in a JVM of its own, whose memory is bounded.
     *
     * @param args the kind, how many, and a directory for them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Fuzz fuzz = new Fuzz(Path.of(args[2]), Integer.parseInt(args[1]));
        switch (Kind.valueOf(args[0])) {
            case EXPERIMENTS -> fuzz.experimentFiles();
            case CSV -> fuzz.csvFiles();
            case IDX -> fuzz.idxFiles("images");
            case IDX_GZ -> fuzz.idxFiles("images.gz");
            case NPZ -> fuzz.npzFiles();
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** What the command says of a file, from a thread whose stack is that of the main thread. */
    private Told validate(Path file) throws InterruptedException {
        CompletableFuture<Told> told = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(stream, stream, false, 80, true);
            try {
                int exit = Main.run(List.of(file.toString(), "--validate"), Map.of(), terminal, new Interruption());
                told.complete(new Told(exit, text.toString(StandardCharsets.UTF_8)));
            } catch (Throwable e) {
                told.completeExceptionally(e);
            }
        }, "fuzz", 1 << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return told.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("still planning " + file, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("thrown through Main", e.getCause());
        }
    }

    private void look(String kind, Mutations mutations, String name, Path experiment)
            throws IOException, InterruptedException {
        long longest = 0;
        int plans = 0;
        for (int i = 0; i < count; i++) {
            byte[] content = mutations.next(new Random(i));
            Path file = Files.write(directory.resolve(name), content);
            long began = System.nanoTime();
            Told told = validate(experiment == null ? file : experiment);
            longest = Math.max(longest, System.nanoTime() - began);
            plans += told.exit() == Exit.DONE ? 1 : 0;
            String what = "%s %d: exit %d%n%s%n--- of%n%s".formatted(kind, i, told.exit(),
                    told.text().substring(0, Math.min(told.text().length(), 4_000)),
                    Visible.text(new String(content, StandardCharsets.UTF_8)));
            require(told.exit() == Exit.DONE || told.exit() == Exit.BAD_INPUT, what);
            require(Visible.text(told.text()).equals(told.text()), what);
            require(!told.text().contains("mistake of Gridrun") && told.text().length() < 1 << 18, what);
        }
        System.out.printf("%s: %,d files, %,d of them plans, the slowest took %.2f s%n", kind, count, plans,
                longest / 1e9);
    }

    private void experimentFiles() throws IOException, InterruptedException {
        List<byte[]> corpus = new ArrayList<>();
        try (Stream<Path> files = Files.list(Runner.ROOT.resolve("experiments"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        }
        require(corpus.size() > 10, "the committed experiments are found");
        look("experiment files", Mutations.ofYaml(corpus), "fuzz.yaml", null);
    }

    private void csvFiles() throws IOException, InterruptedException {
        List<byte[]> corpus = Stream.of(
                "a,b,c\n1,2.5,x\n3,1e-3,y\n4,0,x\n5,6,y\n7,8,x\n",
                "\"a\",\"b\"\n\"1,5\",\"x \"\"y\"\"\"\n\"2\",z\n3,z\n4,\"x\ny\"\n",
                "1.0,2.0,3\n2.0,,4\n?,1.0,5\nNA,0.5,6\n2,2,7\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        Path experiment = Files.writeString(directory.resolve("csv.yaml"), """
                name: fuzz
                data: {csv: {path: fuzz.csv, missing: mean}}
                model: {mlp: {hidden: [3]}}
                """);
        look("CSV files", new Mutations(corpus), "fuzz.csv", experiment);
    }

    private void idxFiles(String name) throws IOException, InterruptedException {
        byte[] images = new byte[4 + 12 + 8 * 9];
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 8, 0, 0, 0, 3, 0, 0, 0, 3}, 0, images, 0, 16);
        Files.write(directory.resolve("labels"), new byte[] {0, 0, 8, 1, 0, 0, 0, 8, 0, 1, 0, 1, 2, 0, 1, 2});
        Path experiment = Files.writeString(directory.resolve("idx.yaml"), """
                name: fuzz
                data: {idx: {images: %s, labels: labels}}
                model: {mlp: {hidden: [3]}}
                """.formatted(name));
        look("idx files " + name, new Mutations(List.of(name.endsWith(".gz") ? zipped(images) : images)), name,
                experiment);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private void npzFiles() {
        Mutations mutations = new Mutations(List.of(Npz.bytes(List.of(
                new Npz.Array("dense_1/W", new int[] {2, 3}, new float[6]),
                new Npz.Array("b", new int[] {3}, new float[3])))));
        int read = 0;
        for (int i = 0; i < count; i++) {
            byte[] content = mutations.next(new Random(i));
            try {
                require(Npz.read(content).size() > 0, "no array, and nothing said");
                read++;
            } catch (IOException e) {
                require(e.getMessage() != null && !e.getMessage().isBlank(),
                        "the archive " + i + " is refused without a word");
            }
        }
        System.out.printf("npz files: %,d files, %,d of them read%n", count, read);
    }
}
