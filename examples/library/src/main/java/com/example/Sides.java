package com.example;

import static gridrun.dsl.Words.*;

import gridrun.dsl.Results;
import java.nio.file.Path;
import java.util.Arrays;

/** Learns on which side of a line points lie. */
public final class Sides {

    private Sides() {
    }

    /** @param args where results are kept */
    public static void main(String[] args) {
        double[][] points = new double[400][];
        Arrays.setAll(points, i -> new double[] {i % 20, i / 20});
        int[] sides = Arrays.stream(points).mapToInt(point -> point[0] > point[1] ? 1 : 0).toArray();
        Results results = experiment("sides").data(inMemory(points, sides)).model(mlp(16))
                .train(t -> t.optimizer(adam()).learningRate(0.01).epochs(50))
                .expect("best.val_accuracy > 0.9")
                .run(options -> options.results(Path.of(args[0])));
        System.out.print(results.table());
        System.exit(results.isRight() ? 0 : 1);
    }
}
