package gridrun.data;

import gridrun.task.Dataset.Task;
import gridrun.task.Inputs;
import gridrun.tensor.ByteTable;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Images and their classes from a pair of idx files. The images stay the bytes that they are.
 *
 * @param targets the class of each image
 * @param sha256 of the content of both files, decompressed
 */
record IdxPair(IdxFile images, double[] targets, String sha256) {

    /** Where a pair is. */
    record Files(OwnFile images, OwnFile labels) {

        List<OwnFile> both() {
            return List.of(images, labels);
        }
    }

    /**
     * Reads a pair.
     *
     * @throws UnreadableFile if a file is missing or damaged, or they do not go together
     */
    static IdxPair read(Files files) {
        IdxFile images = parse(files.images(), 2, 4);
        IdxFile labels = parse(files.labels(), 1, 1);
        if (images.count() != labels.count()) {
            throw files.labels().wrong("%s has %,d labels, but %s %,d images".formatted(
                    files.labels().shown(), labels.count(), files.images().shown(), images.count()));
        }
        double[] targets = new double[labels.count()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = labels.element(i);
        }
        IdxPair pair = new IdxPair(images, targets,
                Sha256.digest().bytes(images.content()).bytes(labels.content()).hex());
        if (pair.classes() < 2) {
            throw files.labels().wrong(files.labels().shown() + " has only the class 0");
        }
        return pair;
    }

    private static IdxFile parse(OwnFile file, int lowest, int highest) {
        try (InputStream in = file.open()) {
            long most = Math.min(file.mostBytes(), Runtime.getRuntime().maxMemory());
            return IdxFile.read(file.shown(), in, most, lowest, highest);
        } catch (DataUnavailable e) {
            throw file.wrong(e.getMessage());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    int count() {
        return targets.length;
    }

    int classes() {
        int most = 0;
        for (double target : targets) {
            most = Math.max(most, (int) target);
        }
        return most + 1;
    }

    Shape input() {
        int[] shape = Arrays.copyOfRange(images.dimensions(), 1, images.dimensions().length);
        if (shape.length == 2) {
            shape = new int[] {shape[0], shape[1], 1};
        }
        return Shape.of(shape);
    }

    /** The images as examples of a task, which may have more classes than are here. */
    UnsplitData source(Task task) {
        return new UnsplitData(input(), task, targets, sha256, this::inputs);
    }

    private Inputs inputs(int[] examples) {
        return new Inputs.Bytes(
                new ByteTable(images.content(), images.offset(), input().size(), examples, 1 / 255f));
    }
}
