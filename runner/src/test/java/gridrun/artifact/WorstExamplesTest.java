package gridrun.artifact;

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
import gridrun.train.Predictor;
import gridrun.trained.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorstExamplesTest {

    @TempDir
    Path directory;

    private Splits data;
    private Predictor predictor;

    private List<String> lines(String file) throws IOException {
        Problems problems = new Problems();
        RunSpec run = Experiment.parse("s.yaml", file, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().get(0);
        data = new DataLoader(new DataDirectory(directory, new Download(line -> {})))
                .load(run.data(), run.seeds(), run.fold());
        Network network = new Network(run.architecture(), KernelChoice.best().create(), run.beginning().split("init"));
        predictor = new Predictor(network);
        return new WorstExamples(run.data(), predictor, new Evaluation(network, data.preparation().classes()), data)
                .csv().lines().toList();
    }

    @Test
    void values_thoseFarthestFromTheirTargets_withTheirFeaturesInTheUnitOfTheData() throws IOException {
        StringBuilder csv = new StringBuilder("weight,color,price\n");
        for (int i = 0; i < 40; i++) {
            csv.append(100 + i).append(i % 2 == 0 ? ",red," : ",blue,").append(5 * i).append('\n');
        }
        Path file = Files.writeString(directory.resolve("fruit.csv"), csv);
        List<String> lines = lines("""
                name: s
                data: {type: csv, path: %s, target: price, target_type: real, validation: 0.5}
                model: {hidden: [4]}
                """.formatted(file));
        assertEquals("part,example,weight,color,target,prediction,error", lines.get(0));
        assertEquals(13, lines.size());
        double[] said = predictor.outputs(data.validation().data());
        int[] numbers = data.validation().numbers();
        double largest = IntStream.range(0, said.length).mapToDouble(i -> Math.abs(said[i] - 5 * numbers[i])).max()
                .orElseThrow();
        double last = Double.POSITIVE_INFINITY;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int example = Integer.parseInt(cells[1]);
            assertEquals(100 + example, Double.parseDouble(cells[2]), 1e-3, line);
            assertEquals(example % 2 == 0 ? "red" : "blue", cells[3], line);
            assertEquals(5 * example, Double.parseDouble(cells[4]), 1e-3, line);
            assertEquals(Double.parseDouble(cells[5]) - Double.parseDouble(cells[4]), Double.parseDouble(cells[6]),
                    2e-3, line);
            assertTrue(Math.abs(Double.parseDouble(cells[6])) <= last, lines.toString());
            last = Math.abs(Double.parseDouble(cells[6]));
        }
        assertEquals(largest, Math.abs(Double.parseDouble(lines.get(1).split(",")[6])), 1e-3 * largest);
    }

    @Test
    void classes_wrongAnswersAlone_theSurestFirst() throws IOException {
        List<String> lines = lines("""
                name: s
                data: {type: moons, samples: 60, validation: 0.5}
                model: {hidden: [4]}
                """);
        assertEquals("part,example,x1,x2,target,prediction,p(prediction),p(target)", lines.get(0));
        double[] shares = lines.stream().skip(1).map(line -> line.split(","))
                .filter(cells -> !cells[4].equals(cells[5])).mapToDouble(cells -> Double.parseDouble(cells[6]))
                .toArray();
        assertEquals(lines.size() - 1, shares.length, "each is wrong: " + lines);
        assertTrue(shares.length > 0, "untrained");
        double[] sorted = Arrays.stream(shares).map(share -> -share).sorted().map(share -> -share).toArray();
        assertEquals(Arrays.toString(sorted), Arrays.toString(shares));
    }
}
