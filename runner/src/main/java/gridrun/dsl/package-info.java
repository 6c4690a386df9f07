/**
 * The Java DSL: an experiment is a Java program.
 *
 * <pre>{@code
 * import static gridrun.dsl.Words.*;
 *
 * Results results = experiment("rates")
 *         .data(moons().samples(200))
 *         .model(mlp(16))
 *         .train(t -> t.epochs(20))
 *         .over(LEARNING_RATE, 0.0001, 0.01)
 *         .seeds(2)
 *         .run();
 * System.out.println(results.best().model().predict(0.5, -0.2).label());
 * }</pre>
 *
 * <p>{@link gridrun.dsl.Words} has all words. What they say becomes the tree that a file becomes, so that sweeps,
 * overrides, identities, errors and runs are those of files. {@link gridrun.dsl.Experiment} is what is said, and
 * {@link gridrun.dsl.Experiment#run() run} trains it. {@link gridrun.dsl.Results} has what came of it: configurations,
 * runs, and nets as {@link gridrun.trained.Model}. All that is wrong is one {@link gridrun.dsl.InvalidExperiment}.
 */
package gridrun.dsl;
