package gridrun.chart;

import gridrun.metric.DataPart;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.report.LegendTexts;
import java.util.Map;

/** Names of figures as an axis says them: {@code val_accuracy} is the validation accuracy. */
public final class Words {

    /** What is no word with its underscores replaced. */
    private static final Map<String, String> OWN = Map.ofEntries(Map.entry("rmse", "RMSE"), Map.entry("mae", "MAE"),
            Map.entry("mape", "MAPE"), Map.entry("r2", "R²"), Map.entry("auc", "AUC"),
            Map.entry("macro_f1", "macro F1"),
            Map.entry("gradient_norm", "gradient norm"), Map.entry("gradient_norm_over_time", "gradient norm"),
            Map.entry("activation_std", "std of activations"), Map.entry("activation_mean", "mean of activations"),
            Map.entry("dead_units", "share of dead units"), Map.entry("activation_histogram", "activations"),
            Map.entry("gradient_histogram", "gradients of the parameters"));

    private Words() {
    }

    /** A metric of an epoch, or an observation of layers. */
    public static String of(String metric) {
        DataPart part = DataPart.of(metric);
        String bare = part.bare(metric);
        String words = OWN.getOrDefault(bare, LegendTexts.words(bare.replaceAll("^top_(\\d+)_", "top-$1 ")));
        return switch (part) {
            case TRAINING -> words;
            case VALIDATION -> "validation " + words;
            case TEST -> "test " + words;
        };
    }

    /** A metric at a moment: {@code best validation accuracy}. */
    public static String of(Quantity quantity) {
        return quantity.moment() == Moment.TEST ? of(quantity.name())
                : quantity.moment().prefix().replace('.', ' ') + of(quantity.metric());
    }
}
