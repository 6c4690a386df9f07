package gridrun.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Check;
import gridrun.metric.Metric.Basis;
import gridrun.task.Dataset.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @Test
    void everyKind_isFoundByItsNameOfEachPart() {
        for (Metric kind : Vocabulary.KINDS) {
            for (DataPart part : DataPart.values()) {
                assertEquals(Optional.of(kind), Vocabulary.named(part.prefix() + kind.name()));
            }
            assertTrue(kind.name().matches(kind.pattern()), kind.name());
        }
        assertEquals(List.of(Metric.class.getPermittedSubclasses()),
                Vocabulary.KINDS.stream().map(Object::getClass).toList());
    }

    @Test
    void aNumberWithin_isTheParameter() {
        assertEquals(Optional.of(new TopKAccuracy(3)), Vocabulary.named("val_top_3_accuracy"));
        assertEquals("top_12_accuracy", new TopKAccuracy(12).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "val_", "accuracy_", "val_val_loss", "best.loss", "top_0_accuracy", "top_k_accuracy",
        "learning_rate"})
    void whatIsNoMetric_isNotFound(String name) {
        assertEquals(Optional.empty(), Vocabulary.named(name));
        assertThrows(Check.Invalid.class, () -> Vocabulary.checkOfEpochs("monitor", name));
    }

    @ParameterizedTest
    @CsvSource({"loss, MINIMIZE", "val_log_loss, MINIMIZE", "val_mae, MINIMIZE", "mape, MINIMIZE",
        "test_rmse, MINIMIZE",
        "val_accuracy, MAXIMIZE", "val_top_2_accuracy, MAXIMIZE", "balanced_accuracy, MAXIMIZE", "r2, MAXIMIZE",
        "val_macro_f1, MAXIMIZE", "precision, MAXIMIZE", "recall, MAXIMIZE", "auc, MAXIMIZE", "matthews, MAXIMIZE"})
    void goal_isTheMetrics(String name, Goal goal) {
        assertEquals(goal, Vocabulary.goal(name));
    }

    @Test
    void usual_isWhatAlwaysWas() {
        assertEquals(List.of(new MeanLoss(), new Accuracy()), Vocabulary.usual(Task.classification(2)));
        assertEquals(List.of(new MeanLoss(), new RMSE(), new R2()), Vocabulary.usual(Task.regression(2)));
    }

    @Test
    void suiting_dependsOnTheTask() {
        assertTrue(Vocabulary.suiting(Task.regression(1)).stream()
                .allMatch(metric -> metric.basis() == Basis.LOSS || metric.basis() == Basis.VALUES));
        assertTrue(Vocabulary.suiting(Task.classification(2))
                .containsAll(List.of(new AUC(), new Precision(), new Recall())));
        assertTrue(new TopKAccuracy(3).suits(Task.classification(4)));
        for (Metric metric : List.of(new AUC(), new Precision(), new Recall(), new TopKAccuracy(3), new MAE())) {
            assertEquals(false, metric.suits(Task.classification(3)), metric.name());
        }
    }
}
