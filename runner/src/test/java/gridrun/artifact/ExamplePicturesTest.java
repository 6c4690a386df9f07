package gridrun.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.data.Splits;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Network;
import gridrun.observed.Fit;
import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Tile;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.train.Predictor;
import gridrun.trained.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplePicturesTest {

    private static final String SHAPES = """
            name: s
            data: {type: shapes, samples: 60, validation: 0.2, test: 0.2}
            model: {layers: [{conv2d: {filters: 18, kernel_size: 3}}, {max_pooling2d: 2}, flatten]}
            """;

    @TempDir
    Path directory;

    private Splits data;
    private Network network;

    private ExamplePictures pictures(String file) throws IOException {
        Problems problems = new Problems();
        RunSpec run = Experiment.parse("s.yaml", file, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().get(0);
        data = new DataLoader(new DataDirectory(directory, new Download(line -> {})))
                .load(run.data(), run.seeds(), run.fold());
        network = new Network(run.architecture(), KernelChoice.best().create(), run.beginning().split("init"));
        return new ExamplePictures(network, new Evaluation(network, data.preparation().classes()), data);
    }

    @Test
    void worst_ofAnUntrainedNetwork_hasItsWrongAnswersSurestFirst() throws IOException {
        Tiles worst = pictures(SHAPES).worst().orElseThrow();
        Dataset held = data.validation().data();
        int classes = held.task().classes();
        double[] figures = new Predictor(network).probabilities(held);
        int[] said = Predictor.classes(figures, classes);
        int[] wrong = IntStream.range(0, held.size()).filter(i -> said[i] != held.label(i)).toArray();
        int surest = Arrays.stream(wrong).boxed()
                .max((a, b) -> Double.compare(figures[a * classes + said[a]], figures[b * classes + said[b]]))
                .orElseThrow();
        assertEquals(List.of("validation: wrong answers, the surest first", "test: wrong answers, the surest first"),
                worst.groups().stream().map(Tiles.Group::title).toList());
        Tile first = worst.groups().get(0).tiles().get(0);
        List<String> names = data.preparation().classes();
        assertEquals("%s as %s".formatted(names.get(held.label(surest)), names.get(said[surest])),
                first.caption().replaceAll(",.*", ""));
        int size = held.input().size();
        assertArrayEquals(Arrays.copyOfRange(held.inputs(), surest * size, (surest + 1) * size), first.values());
        assertEquals(Math.min(16, wrong.length), worst.groups().get(0).tiles().size());
    }

    @Test
    void maps_areTheImageAndWhatAConvolutionGives() throws IOException {
        Tiles maps = pictures(SHAPES).maps();
        assertEquals(List.of(1, 16), maps.groups().stream().map(group -> group.tiles().size()).toList());
        assertTrue(maps.groups().get(1).title().startsWith("conv2d_1: 16 of 18 maps of "),
                maps.groups().get(1).title());
        float[] map = maps.groups().get(1).tiles().get(15).values();
        var layer = new Predictor(network).layers(data.validation().data(), 0).get(0).output().value();
        for (int pixel = 0; pixel < map.length; pixel++) {
            assertEquals((float) layer.get(pixel * 18 + 15), map[pixel]);
        }
    }

    @Test
    void fit_ofOneInput_isTheCurveOverTheExamples() throws IOException {
        Fit fit = pictures("""
                name: s
                data: {type: noisy_sine, samples: 40, validation: 0.25}
                model: {hidden: [4]}
                """).fit();
        assertEquals(List.of("train", "validation"), fit.examples().stream().map(Fit.Points::name).toList());
        double[] x = fit.line().x();
        double[] train = fit.examples().get(0).x();
        assertEquals(Arrays.stream(train).min().orElseThrow(), x[0], 1e-6);
        assertEquals(Arrays.stream(train).max().orElseThrow(), x[x.length - 1], 1e-6);
        Dataset last = new Dataset(Shape.of(1), new float[] {(float) x[100]}, data.train().data().task(), new float[1],
                data.train().data().scaling());
        assertEquals(new Predictor(network).outputs(last)[0], fit.line().y()[100], 1e-6);
    }

    @Test
    void fit_ofSeveralInputs_isPredictedAgainstActualInTheUnitOfTheData() throws IOException {
        Fit fit = pictures("""
                name: s
                data: {type: diabetes, validation: 0.2}
                model: {hidden: [4]}
                """).fit();
        assertEquals(List.of("validation"), fit.examples().stream().map(Fit.Points::name).toList());
        assertTrue(Arrays.stream(fit.examples().get(0).x()).allMatch(value -> value >= 25 && value <= 346),
                "the disease's progression, not what it is scaled to");
        assertArrayEquals(new Predictor(network).outputs(data.validation().data()), fit.examples().get(0).y());
        assertArrayEquals(fit.line().x(), fit.line().y());
    }

    @Test
    void pictures_areThoseThatTheTaskHas() throws IOException {
        assertEquals(Set.of("worst_examples", "feature_maps"), pictures(SHAPES).pictures("t").keySet());
        assertEquals(Set.of("worst_examples"), pictures("""
                name: s
                data: {type: digits, validation: 0.2}
                model: {layers: [{reshape: [8, 8, 1]}, flatten, {dense: 4}]}
                """).pictures("t").keySet());
        assertEquals(Set.of(), pictures("""
                name: s
                data: {type: moons, samples: 40, validation: 0.2}
                model: {hidden: [4]}
                """).pictures("t").keySet());
    }
}
