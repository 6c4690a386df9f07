package gridrun.golden;

import gridrun.optim.SGD;
import gridrun.schedule.Constant;
import gridrun.schedule.Cosine;
import gridrun.schedule.Exponential;
import gridrun.schedule.OneCycle;
import gridrun.schedule.Polynomial;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.schedule.Schedule;
import gridrun.schedule.Step;
import gridrun.train.BatchSize;
import gridrun.train.TrainSpec;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleGoldenTest {

    private static final Map<String, TrainSpec> SCHEDULES = Map.ofEntries(
            Map.entry("constant", spec(new Constant(), null)),
            Map.entry("step", spec(new Step(6, 0.5), null)),
            Map.entry("exponential", spec(new Exponential(0.9), null)),
            Map.entry("polynomial", spec(new Polynomial(0, 2), null)),
            Map.entry("linear_to_a_fifth", spec(new Polynomial(0.2, 1), null)),
            Map.entry("cosine", spec(new Cosine(null, 1, 0.1), null)),
            Map.entry("cosine_restarts", spec(new Cosine(4, 2, 0.1), null)),
            Map.entry("one_cycle", spec(new OneCycle(0.3, 10, 100), null)),
            Map.entry("warmup", spec(null, 5.0)),
            Map.entry("warmup_cosine", spec(new Cosine(null, 1, 0), 5.0)),
            Map.entry("plateau", spec(new ReduceOnPlateau("loss", 0.5, 2, 0.02, 0), null)),
            Map.entry("plateau_minimum", spec(new ReduceOnPlateau("loss", 0.5, 1, 0.05, 0.05), null)));

    private static TrainSpec spec(Schedule schedule, Double warmup) {
        return new TrainSpec(new SGD(0, false), null, schedule, warmup, new BatchSize(8), false, GoldenTraining.EPOCHS,
                null, null, 0,
                null, null, null, null, null, null);
    }

    @Test
    void every_schedule_has_a_case() {
        Coverage.assertComplete(Schedule.class, SCHEDULES.values().stream().map(TrainSpec::schedule).toList());
    }

    static Stream<Arguments> cases() {
        return Golden.cases("schedule", SCHEDULES);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void moves_the_learning_rate_as_in_pytorch(String name, TrainSpec spec, Golden golden, KernelPrecision precision) {
        GoldenTraining.check(spec, golden, precision);
    }
}
