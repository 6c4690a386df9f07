package gridrun.example;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.Job;
import gridrun.report.Ranking;
import gridrun.session.Conclusion;
import gridrun.session.Session;
import gridrun.session.SessionListener;
import gridrun.session.SessionOptions;
import gridrun.store.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Two learning rates compared by a program. */
public final class RateStudy {

    private static final String EXPERIMENT = """
            name: rate-study
            data: {type: moons, samples: 200}
            model: {type: mlp, hidden: [16]}
            train: {epochs: 20}
            sweep:
              parameters: {learning_rate: [0.0001, 0.01]}
              metric: {name: val_accuracy}
              seeds: 2
            """;

    private RateStudy() {
    }

    /**
     * Trains what the directory has no result of, and returns the configurations, the best one first.
     *
     * @param log gets a line for each run that ends
     */
    public static List<Ranking.Row> run(Path results, List<String> log) throws IOException {
        Problems problems = new Problems();
        Experiment experiment = Experiment.parse("rate-study.yaml", EXPERIMENT, Request.PLAIN, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.render()));
        SessionListener listener = new SessionListener() {

            @Override
            public void ended(Job job, Outcome outcome, String reason) {
                log.add(job.spec().name() + " " + outcome);
            }
        };
        try (Session session = Session.open(SessionOptions.in(results).withJobs(1), listener)) {
            Conclusion conclusion = session.run(experiment);
            return conclusion.report().ranking().rows();
        }
    }
}
