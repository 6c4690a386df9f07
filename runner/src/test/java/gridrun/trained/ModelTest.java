package gridrun.trained;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.data.DataLoader;
import gridrun.data.DatasetSpec;
import gridrun.data.Preparation;
import gridrun.data.UnreadableFile;
import gridrun.dsl.Experiment;
import gridrun.dsl.RunResult;
import gridrun.task.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trained net as an object: what it answers, to whom, and what it says of rows that are none. */
class ModelTest {

    private static final int ROWS = 120;

    @TempDir
    Path directory;

    private RunResult run(Experiment experiment) {
        return experiment.train(t -> t.optimizer(adam()).learningRate(0.01).epochs(30))
                .run(options -> options.results(directory.resolve("results"))).best().median().orElseThrow();
    }

    private static double[][] points() {
        return IntStream.range(0, ROWS).mapToObj(i -> new double[] {i % 12, i / 12}).toArray(double[][]::new);
    }

    private static String[] sides() {
        return Stream.of(points()).map(point -> point[0] > point[1] ? "below" : "above").toArray(String[]::new);
    }

    /** A house with its price. */
    private record House(int area, String district, double price) {
    }

    private static List<House> houses() {
        return IntStream.range(0, ROWS).mapToObj(i -> new House(30 + i, i % 3 == 0 ? "north" : "south",
                1000.0 + 10 * i + (i % 3 == 0 ? 300 : 0))).toList();
    }

    private Model points2() {
        return run(experiment("points").data(inMemory(points(), sides())).model(mlp(16))).model();
    }

    private static double[] figures(List<Prediction> predictions) {
        return predictions.stream().flatMapToDouble(p -> IntStream.range(0, p.probabilities().length)
                .mapToDouble(c -> p.probabilities()[c])).toArray();
    }

    @Test
    void arrays_areAnsweredByClassesWithTheirNames() {
        Model model = points2();
        assertEquals(List.of("above", "below"), model.classes());
        Prediction prediction = model.predict(11, 1);
        assertEquals("below", prediction.label());
        assertEquals(1, prediction.number());
        assertEquals(1, prediction.probability("above") + prediction.probability("below"), 1e-12);
        assertEquals(prediction.probability("below"), prediction.probabilities()[1]);
        assertEquals("above", model.predict(1, 9).label());
        List<Prediction> all = model.predict(points());
        long right = IntStream.range(0, ROWS).filter(i -> all.get(i).label().equals(sides()[i])).count();
        assertTrue(right > 0.9 * ROWS, right + " right of " + ROWS);
    }

    @Test
    void aRowAlone_isAnsweredAsAmongOthers_toTheBit() {
        Model model = points2();
        List<Prediction> together = model.predict(points());
        List<Prediction> alone = Stream.of(points()).map(model::predict).toList();
        assertArrayEquals(figures(together), figures(alone));
    }

    @Test
    void namedRows_areAnsweredInTheUnitOfTheData() {
        Model model = run(experiment("houses").data(inMemory(houses(), "price")).model(mlp(32))).model();
        assertEquals(List.of("area", "district"), model.columns());
        double north = model.predict(Map.of("area", 90, "district", "north")).value();
        double south = model.predict(Map.of("area", 90, "district", "south")).value();
        assertEquals(1900, north, 150);
        assertEquals(1600, south, 150);
        assertThrows(IllegalStateException.class, () -> model.predict(Map.of("area", 90, "district", "north")).label());
    }

    @Test
    void savedAndLoaded_itIsTheSameToTheBit_withoutTheData() throws IOException {
        Path csv = directory.resolve("points.csv");
        StringBuilder text = new StringBuilder("x,y,side\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(points()[i][0]).append(',').append(points()[i][1]).append(',').append(sides()[i]).append('\n');
        }
        Files.writeString(csv, text);
        Model model = run(experiment("file").data(csv(csv).target("side")).model(mlp(8))).model();
        Files.delete(csv);
        model.save(directory.resolve("saved"));
        Model loaded = Model.load(directory.resolve("saved"));
        assertEquals(model.weightsSha256(), loaded.weightsSha256());
        assertArrayEquals(figures(model.predict(points())), figures(loaded.predict(points())));
        loaded.save(directory.resolve("again"));
        for (String file : List.of("config.yaml", "preprocessing.yaml", "weights.npz")) {
            assertArrayEquals(Files.readAllBytes(directory.resolve("saved").resolve(file)),
                    Files.readAllBytes(directory.resolve("again").resolve(file)), file);
        }
        Path rows = Files.writeString(directory.resolve("rows.csv"), "y,x\n1,11\n9,1\n");
        List<Prediction> answers = loaded.predict(rows, note -> {});
        assertArrayEquals(figures(loaded.predict(new double[][] {{11, 1}, {1, 9}})), figures(answers));
    }

    private Path file(String content) {
        return write(directory.resolve("houses.csv"), content);
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rowsOfAFile_areAnsweredAsThoseOfTheProgram_byTheNamesOfTheirColumns() {
        Model model = run(experiment("houses").data(inMemory(houses(), "price")).model(mlp(8))).model();
        List<String> notes = new ArrayList<>();
        List<Prediction> answers = model.predict(file("""
                district,price,area
                north,?,90
                south,?,31.5
                ,?,
                west,?,90
                """), notes::add);
        Map<String, Object> missing = new HashMap<>();
        missing.put("area", null);
        missing.put("district", null);
        Map<String, Object> nowhere = new HashMap<>(missing);
        nowhere.put("area", 90);
        assertEquals(List.of(model.predict(Map.of("area", 90, "district", "north")).value(),
                model.predict(Map.of("area", 31.5, "district", "south")).value(), model.predict(missing).value(),
                model.predict(nowhere).value()), answers.stream().map(Prediction::value).toList());
        assertEquals(2, notes.size());
        assertTrue(notes.get(0).endsWith(
                "houses.csv: 1 row has a value of district that the training data lack, taken as all zeros"),
                notes::toString);
        assertTrue(notes.get(1).endsWith("houses.csv: 1 row lacks district, taken as all zeros"), notes::toString);
    }

    @Test
    void rowsOfAFile_withTargets_areReadInTheirUnit() throws IOException {
        RunResult run = run(experiment("houses").data(inMemory(houses(), "price")).model(mlp(8)));
        Preparation fitted = Preparation.ofText("preprocessing.yaml",
                Files.readString(run.directory().resolve("preprocessing.yaml")));
        DatasetSpec spec = experiment("houses").data(inMemory(houses(), "price")).model(mlp(8)).plan().jobs().get(0)
                .spec().data();
        Dataset read = DataLoader.read(spec, fitted, List.of(file("price,area,district\n1900,90,north\n")), true,
                note -> {});
        assertEquals(1900, fitted.targetScaling().center() + read.targets()[0] * fitted.targetScaling().scale(), 0.01);
        assertEquals(3, read.input().size());
        assertEquals("houses.csv:2: column 3 (price): '' is no target; leave the row out",
                wrong(() -> DataLoader.read(spec, fitted, List.of(file("area,district,price\n90,north,\n")), true,
                        note -> {})));
    }

    @Test
    void rowsOfAFile_thatAreNone_areToldAsThoseOfEveryFile() {
        Model model = run(experiment("houses").data(inMemory(houses(), "price")).model(mlp(4))).model();
        assertEquals("houses.csv has no column 'district'; there are area, distrikt; did you mean 'distrikt'?",
                wrong(() -> model.predict(file("area,distrikt\n90,north\n"), note -> {})));
        assertEquals("houses.csv:2: column 1 (area): 'large' is no number, as this column has in the training data",
                wrong(() -> model.predict(file("area,district\nlarge,north\n"), note -> {})));
        assertEquals("houses.csv:2: the row has 1 fields, not 2 as the first",
                wrong(() -> model.predict(file("area,district\n90\n"), note -> {})));
    }

    private String wrong(Runnable asked) {
        return assertThrows(UnreadableFile.class, asked::run).getMessage().replace(directory + "/", "");
    }

    @Test
    void manyThreads_getTheSameBits() throws Exception {
        Model model = points2();
        double[] expected = figures(model.predict(points()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<double[]>> tasks = IntStream.range(0, 64).<Callable<double[]>>mapToObj(i -> () -> i % 2 == 0
                    ? figures(model.predict(points())) : figures(Stream.of(points()).map(model::predict).toList()))
                    .toList();
            for (Future<double[]> answer : threads.invokeAll(tasks)) {
                assertArrayEquals(expected, answer.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String mistake(Runnable asked) {
        return assertThrows(IllegalArgumentException.class, asked::run).getMessage();
    }

    @Test
    void rowsThatAreNone_areMistakes() throws Exception {
        Model model = run(experiment("houses").data(inMemory(houses(), "price")).model(mlp(4))).model();
        assertEquals("the row has no 'district'; the model takes [area, district]",
                mistake(() -> model.predict(Map.of("area", 90, "distrikt", "north"))));
        assertEquals("district: 'west' is none of its categories [north, south]; null stands for a missing one",
                mistake(() -> model.predict(Map.of("area", 90, "district", "west"))));
        assertEquals("area: 'large' is no number; null stands for a missing one",
                mistake(() -> model.predict(Map.of("area", "large", "district", "north"))));
        assertTrue(mistake(() -> model.predict(90, 1)).startsWith("'district' has categories, and a row of numbers"));
        Map<String, Object> missing = new HashMap<>(Map.of("district", "north"));
        missing.put("area", null);
        assertTrue(Double.isFinite(model.predict(missing).value()), "the mean stands for what is missing");
        Model plain = run(experiment("moons").data(moons().samples(60)).model(mlp(4))).model();
        assertEquals("row 0 has 3 values; the model takes 2, in the shape [2]", mistake(() -> plain.predict(1, 2, 3)));
        assertEquals("row 0: value 1 is NaN, no finite number within float32",
                mistake(() -> plain.predict(1, Double.NaN)));
        assertTrue(mistake(() -> plain.predict(Map.of("x", 1))).startsWith("the values of a row have no names"));
        assertThrows(Unusable.class, () -> Model.load(directory));
    }

    @Test
    void numbersBeyondFloat32_areMistakes_andNoAnswers() {
        Model named = points2();
        assertEquals("row 0: value 0 is 1.0E308, no finite number within float32",
                mistake(() -> named.predict(1e308, 2)));
        assertEquals("x2: 1.0E308 is no finite number within float32; null stands for a missing one",
                mistake(() -> named.predict(Map.of("x1", 1, "x2", 1e308))));
        assertTrue(Double.isFinite(named.predict(Double.NaN, 1).probability("above")), "NaN is a missing value");
        double[][] small = Stream.of(points()).map(point -> new double[] {point[0] * 1e-9, point[1] * 1e-9})
                .toArray(double[][]::new);
        Model fine = run(experiment("small").data(inMemory(small, sides())).model(mlp(4))).model();
        assertEquals("row 1 is too far from what was learnt: scaled, it has an input of Infinity",
                mistake(() -> fine.predict(new double[][] {{0, 0}, {3e38, 0}})));
        Model plain = run(experiment("moons").data(moons().samples(60)).model(mlp(4))).model();
        assertEquals("row 0: value 0 is -1.0E39, no finite number within float32",
                mistake(() -> plain.predict(-1e39, 0)));
    }

    @Test
    void noRows_haveNoAnswers_andNoRowIsNull() {
        Model model = points2();
        assertEquals(List.of(), model.predict(List.of()));
        assertEquals(List.of(), model.predict(new double[0][]));
        assertEquals("row 1 is null", mistake(() -> model.predict(new double[][] {{1, 2}, null})));
        assertEquals("row 1 is null", mistake(() -> model.predict(Arrays.asList(Map.of("x1", 1, "x2", 2), null))));
        assertEquals("row 0 is null", mistake(() -> model.predict((Map<String, ?>) null)));
    }

    @Test
    void filesThatTheRunDidNotRecord_areNoModelOfIt() throws IOException {
        RunResult run = run(experiment("moons").data(moons().samples(60)).model(mlp(4)));
        run.model();
        for (String name : List.of("config.yaml", "preprocessing.yaml")) {
            Path file = run.directory().resolve(name);
            byte[] recorded = Files.readAllBytes(file);
            Files.writeString(file, Files.readString(file) + "# mine\n");
            String message = assertThrows(UncheckedIOException.class, run::model).getMessage();
            assertEquals(file + " has been changed: it is not the file that the run recorded", message);
            Files.write(file, recorded);
        }
    }
}
