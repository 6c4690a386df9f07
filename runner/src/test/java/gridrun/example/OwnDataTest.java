package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.Results;
import gridrun.dsl.words.InMemory;
import gridrun.experiment.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays and rows of a program's own as data of an experiment. */
class OwnDataTest {

    private static final int COUNT = 200;

    /** A house with its price. */
    private record House(int rooms, double area, String district, double price) {
    }

    @TempDir
    Path directory;

    private static double[][] points() {
        double[][] points = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            points[i] = new double[] {i % 20, i / 20};
        }
        return points;
    }

    /** Which side of a line. */
    private static int[] sides() {
        return Arrays.stream(points()).mapToInt(point -> point[0] > 2 * point[1] ? 1 : 0).toArray();
    }

    private static List<House> houses() {
        return IntStream.range(0, COUNT).mapToObj(i -> new House(1 + i % 5, 30 + i, i % 3 == 0 ? "north" : "south",
                100 + 2.0 * i + (i % 3 == 0 ? 50 : 0))).toList();
    }

    private static Experiment on(InMemory data) {
        return experiment("own").data(data).model(mlp(16))
                .train(t -> t.optimizer(adam()).learningRate(0.01).epochs(40));
    }

    private static String identity(InMemory data) {
        return on(data).plan().jobs().get(0).spec().configId();
    }

    private static String mistake(InMemory data) {
        return assertThrows(InvalidExperiment.class, on(data)::plan).problems().get(0).message();
    }

    @Test
    void arrays_areLearnt() {
        Results results = on(inMemory(points(), sides())).run(options -> options.results(directory));
        assertTrue(results.runs().get(0).figures().get("best.val_accuracy") > 0.9,
                () -> results.runs().get(0).figures().toString());
    }

    @Test
    void rows_areLearnt_inTheirUnit() {
        Results results = on(inMemory(houses(), "price")).train(t -> t.metrics(rmse()).epochs(60))
                .run(options -> options.results(directory));
        assertTrue(results.runs().get(0).figures().get("best.val_rmse") < 60,
                () -> results.runs().get(0).figures().toString());
    }

    @Test
    void identity_isThatOfTheContent() {
        String whole = identity(inMemory(points(), sides()));
        assertEquals(whole, identity(inMemory(points(), sides())));
        double[][] moved = points();
        moved[17][1] += 1e-9;
        assertNotEquals(whole, identity(inMemory(moved, sides())));
        int[] flipped = sides();
        flipped[17] = 1 - flipped[17];
        assertNotEquals(whole, identity(inMemory(points(), flipped)));
        List<House> houses = new ArrayList<>(houses());
        String before = identity(inMemory(houses, "price"));
        assertEquals(before, identity(inMemory(houses(), "price")));
        assertNotEquals(before, identity(inMemory(houses, "area")));
    }

    @Test
    void whatIsChangedLater_changesNoData() {
        double[][] points = points();
        InMemory data = inMemory(points, sides());
        String before = identity(data);
        points[0][0] = 1e6;
        assertEquals(before, identity(data));
    }

    @Test
    void floatsAndMapsAndNames_areTheSameData() {
        float[][] floats = Arrays.stream(points()).map(row -> new float[] {(float) row[0], (float) row[1]})
                .toArray(float[][]::new);
        assertEquals(identity(inMemory(points(), sides())), identity(inMemory(floats, sides())));
        String[] names = Arrays.stream(sides()).mapToObj(side -> side == 0 ? "left" : "right").toArray(String[]::new);
        assertEquals(List.of("left", "right"), on(inMemory(floats, names)).plan().jobs().get(0).spec().data()
                .classNames());
        List<Map<String, Object>> maps = IntStream.range(0, COUNT).<Map<String, Object>>mapToObj(i -> Map.of(
                "x1", points()[i][0], "x2", points()[i][1], "target", sides()[i])).toList();
        assertEquals(2, on(inMemory(maps, "target")).plan().jobs().get(0).spec().data().signature().input().size());
    }

    @Test
    void mistakes_nameRowAndColumn() {
        double[][] ragged = points();
        ragged[2] = new double[] {1};
        assertEquals("data.content: row 3 has 1 numbers, where the first has 2", mistake(inMemory(ragged, sides())));
        double[][] undefined = points();
        undefined[4][1] = Double.NaN;
        assertEquals("data.content: row 5 has NaN as 'x2', no finite number within float32",
                mistake(inMemory(undefined, sides())));
        double[][] missing = points();
        missing[6] = null;
        assertEquals("data.content: row 7 is null", mistake(inMemory(missing, sides())));
        assertEquals("data.content: row 1 is null", mistake(inMemory(new float[][] {null, {1}}, new int[] {0, 1})));
        assertEquals("data.content: row 2 has no target, but null",
                mistake(inMemory(new double[][] {{0}, {1}}, new String[] {"a", null})));
        assertEquals("data.content: 200 rows of features have 2 targets", mistake(inMemory(points(), new int[2])));
        assertEquals("data.content: the target 'target' has only the class '0'",
                mistake(inMemory(points(), new int[COUNT])));
        assertEquals("data.content: there is no column 'cost' to learn; there are rooms, area, district, price",
                mistake(inMemory(houses(), "cost")));
        assertEquals("data.content: row 2 lacks 'b'",
                mistake(inMemory(List.of(Map.of("a", 1, "b", 2), Map.of("a", 1)), "b")));
        assertEquals("data.content: row 1 is a Integer; rows are records, or maps from names to values",
                mistake(inMemory(List.of(1, 2), "b")));
        assertEquals("data.content: row 2 has 'much' as 'a', where other rows have numbers",
                mistake(inMemory(List.of(Map.of("a", 1, "b", 2), Map.of("a", "much", "b", 3)), "b")));
    }

    @Test
    void mistake_isToldWithTheLine() {
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class,
                on(inMemory(points(), new int[] {1}))::plan);
        assertTrue(invalid.getMessage().startsWith("OwnDataTest.java:"), invalid::getMessage);
    }

    @Test
    void yaml_readsBackInTheProgram_andSaysElsewhereWhereTheDataAre() {
        String yaml = on(inMemory(points(), sides())).toYaml();
        Problems problems = new Problems();
        assertEquals(identity(inMemory(points(), sides())),
                gridrun.experiment.Experiment.parse("own.yaml", yaml, Request.PLAIN, problems).orElseThrow(
                        () -> new AssertionError(problems.render())).runs().get(0).configId());
        String elsewhere = yaml.replaceAll("[0-9a-f]{64}", "0".repeat(64));
        assertTrue(gridrun.experiment.Experiment.parse("own.yaml", elsewhere, Request.PLAIN, problems).isEmpty());
        assertEquals("data.content: these data are in the Java program that gave them, and not here;"
                + " run the experiment there, or write the data to a CSV file",
                problems.inOrder().get(0).message());
    }

    @Test
    void mapsWithoutAnOrder_areTheSameDataInEveryProcess() {
        List<String> names = List.of("area", "district", "garden", "price", "rooms", "year");
        List<Map<String, Object>> ordered = new ArrayList<>();
        List<Map<String, Object>> unordered = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (String name : names) {
                row.put(name, (double) (i * name.length() % 17));
            }
            ordered.add(row);
            unordered.add(Map.copyOf(row));
        }
        assertEquals(identity(inMemory(ordered, "price")), identity(inMemory(unordered, "price")));
    }
}
