// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.data.CSV.Encoding;
import gridrun.data.CSV.Missing;
import gridrun.data.CSV.TargetType;
import gridrun.dsl.phrase.Key;
import gridrun.experiment.PlotPolicy;
import gridrun.metric.Goal;
import gridrun.nn.Bidirectional.Merge;
import gridrun.nn.Padding;
import gridrun.nn.PositionalEncoding.Kind;
import gridrun.statistics.MeanInterval.Method;
import gridrun.statistics.PairedTest.Choice;
import gridrun.train.Observation;
import java.util.List;

/**
 * The name of every setting that can vary, with the type of its values; and the words of settings that have words.
 *
 * <p>A name is short where that tells which setting is meant.
 */
public abstract class SettingNames {

    protected SettingNames() {
    }

    /** {@code data}: what is learned. */
    public static final Key<DatasetSpec> DATA = new Key<>("data", "data");

    /**
     * {@code data.samples}: the number of examples, of both classes together; or the number of examples, of all classes
     * together; or the number of examples, of all four corners together; or the number of examples; or the number of
     * images, of all classes together; or the number of sequences.
     */
    public static final Key<Integer> SAMPLES = new Key<>("data.samples", "samples");

    /**
     * {@code data.noise}: the standard deviation of the Gaussian noise on each coordinate; or the standard deviation of
     * a cloud in each dimension; or the standard deviation of the Gaussian noise on y; or the standard deviation of the
     * Gaussian noise on each pixel.
     */
    public static final Key<Number> NOISE = new Key<>("data.noise", "noise");

    /**
     * {@code data.validation}: the share held out for validation, of what is left by the test part; or the share of the
     * training part that is held out for validation; or the share of the first pair that is held out for validation, of
     * what is left by the test part.
     */
    public static final Key<Number> VALIDATION = new Key<>("data.validation", "validation");

    /**
     * {@code data.test}: the share held out for the test, before anything else is drawn; or a number of fresh examples
     * for it; or the share held out for the test, before anything else is drawn and the same for every seed; or the
     * share of the first pair that is held out for the test, before anything else is drawn and the same for every seed,
     * where there is no further pair; or what is looked at once, at the end: a further file with the same columns, or a
     * share of the rows, which is held out before anything else is drawn and is the same for every seed; none without
     * one.
     */
    public static final Key<Object> TEST = new Key<>("data.test", "test");

    /**
     * {@code data.folds}: into how many folds what is left by the test part is divided, each of which is the validation
     * part once; 0 for none, else {@code validation} is not used; or into how many folds the training part is divided,
     * each of which is the validation part once; 0 for none, else {@code validation} is not used.
     */
    public static final Key<Integer> FOLDS = new Key<>("data.folds", "folds");

    /** {@code data.seed}: of the data; without one they follow the run's seed. */
    public static final Key<Number> DATA_SEED = new Key<>("data.seed", "data.seed");

    /** {@code data.factor}: the inner circle's radius, between 0 and 1. */
    public static final Key<Number> DATA_FACTOR = new Key<>("data.factor", "data.factor");

    /**
     * {@code data.classes}: the number of arms; or the number of clouds; or how many of the figures there are, from 2
     * to 6.
     */
    public static final Key<Integer> CLASSES = new Key<>("data.classes", "classes");

    /** {@code data.turns}: how often an arm winds around the origin. */
    public static final Key<Number> TURNS = new Key<>("data.turns", "turns");

    /** {@code data.features}: the dimensions of the space. */
    public static final Key<Integer> FEATURES = new Key<>("data.features", "features");

    /**
     * {@code data.standardize_targets}: whether targets are scaled to mean 0 and standard deviation 1 for training; the
     * loss is that of scaled targets, {@code rmse} and predictions are of the targets as they are; or whether real
     * targets are scaled to mean 0 and standard deviation 1 for training: they are, unless this is false; the loss is
     * that of scaled targets, {@code rmse} and predictions are in the file's unit; or whether real targets are scaled
     * so for training; {@code rmse} and predictions are in the data's unit.
     */
    public static final Key<Boolean> STANDARDIZE_TARGETS = new Key<>("data.standardize_targets", "standardize_targets");

    /** {@code data.size}: the width and height in pixels. */
    public static final Key<Integer> SIZE = new Key<>("data.size", "size");

    /** {@code data.length}: the steps of one. */
    public static final Key<Integer> LENGTH = new Key<>("data.length", "length");

    /** {@code data.pairs}: how many a sequence shows, at most one for each symbol. */
    public static final Key<Integer> PAIRS = new Key<>("data.pairs", "pairs");

    /** {@code data.symbols}: how many keys there are, and how many values. */
    public static final Key<Integer> SYMBOLS = new Key<>("data.symbols", "symbols");

    /**
     * {@code data.standardize}: whether numbers are scaled to mean 0 and standard deviation 1, as the training part has
     * them; or whether numbers are scaled to mean 0 and standard deviation 1.
     */
    public static final Key<Boolean> STANDARDIZE = new Key<>("data.standardize", "standardize");

    /**
     * {@code data.limit}: how many examples to use, the first ones, of the training and of the test part each; all
     * without one.
     */
    public static final Key<Integer> LIMIT = new Key<>("data.limit", "limit");

    /** {@code data.images}: the file with the images, relative to the experiment file. */
    public static final Key<String> IMAGES = new Key<>("data.images", "images");

    /** {@code data.labels}: the file with their classes. */
    public static final Key<String> LABELS = new Key<>("data.labels", "labels");

    /** {@code data.test_images}: a further pair, looked at once, at the end; none without one. */
    public static final Key<String> TEST_IMAGES = new Key<>("data.test_images", "test_images");

    /** {@code data.test_labels}: belongs to {@code test_images}. */
    public static final Key<String> TEST_LABELS = new Key<>("data.test_labels", "test_labels");

    /** {@code data.path}: the file, relative to the experiment file. */
    public static final Key<String> PATH = new Key<>("data.path", "path");

    /** {@code data.target}: the column to learn, by its name or its number from 1; the last one without a name. */
    public static final Key<String> TARGET = new Key<>("data.target", "target");

    /**
     * {@code data.target_type}: {@code classes} or {@code real}; without one, texts are classes, and so are whole
     * numbers of which no more than 20 are different.
     */
    public static final Key<TargetType> TARGET_TYPE = new Key<>("data.target_type", "target_type");

    /** {@code data.header}: whether the first row gives the columns' names. */
    public static final Key<Boolean> HEADER = new Key<>("data.header", "header");

    /** {@code data.delimiter}: the character between fields. */
    public static final Key<String> DELIMITER = new Key<>("data.delimiter", "delimiter");

    /** {@code data.decimal}: the sign before decimals, {@code '.'} or {@code ','}. */
    public static final Key<String> DECIMAL = new Key<>("data.decimal", "decimal");

    /** {@code data.categorical}: columns to take as categories though they have numbers. */
    public static final Key<List<String>> CATEGORICAL = new Key<>("data.categorical", "categorical");

    /** {@code data.ignore}: columns to leave out. */
    public static final Key<List<String>> IGNORE = new Key<>("data.ignore", "ignore");

    /**
     * {@code data.encoding}: of categories: {@code one_hot}, zeros with a one, or {@code codes}, their numbers from 0
     * in order; a category that the training part lacks is all zeros, or the code -1.
     */
    public static final Key<Encoding> ENCODING = new Key<>("data.encoding", "encoding");

    /**
     * {@code data.missing}: {@code error}; {@code drop} for leaving such rows out; {@code mean} for the mean of the
     * column, while a missing category is one that the training part lacks.
     */
    public static final Key<Missing> MISSING = new Key<>("data.missing", "missing");

    /**
     * {@code data.missing_values}: the texts that stand for a missing value, in capitals or not; {@code ''} is an empty
     * field.
     */
    public static final Key<List<String>> MISSING_VALUES = new Key<>("data.missing_values", "missing_values");

    /** {@code data.content}: the SHA-256 of all values and names, by which the data are recognized. */
    public static final Key<String> CONTENT = new Key<>("data.content", "content");

    /** {@code model}: the network without its output layer. */
    public static final Key<ModelSpec> MODEL = new Key<>("model", "model");

    /** {@code model.hidden}: the widths of the hidden layers; none makes a linear model. */
    public static final Key<List<Integer>> HIDDEN = new Key<>("model.hidden", "hidden");

    /** {@code model.activation}: of the hidden layers; or of the layers that leave theirs open. */
    public static final Key<Activation> ACTIVATION = new Key<>("model.activation", "activation");

    /** {@code model.activation.alpha}: minus the limit far below 0. */
    public static final Key<Number> MODEL_ACTIVATION_ALPHA = new Key<>("model.activation.alpha",
            "model.activation.alpha");

    /** {@code model.activation.negative_slope}: the slope below 0. */
    public static final Key<Number> MODEL_ACTIVATION_NEGATIVE_SLOPE = new Key<>("model.activation.negative_slope",
            "model.activation.negative_slope");

    /**
     * {@code model.init}: of all weights, those of the output layer among them; or of the layers that leave theirs
     * open, and of the output layer.
     */
    public static final Key<Initializer> INIT = new Key<>("model.init", "init");

    /** {@code model.init.stddev}: the standard deviation. */
    public static final Key<Number> STDDEV = new Key<>("model.init.stddev", "stddev");

    /** {@code model.init.gain}: the length of the rows or columns. */
    public static final Key<Number> GAIN = new Key<>("model.init.gain", "gain");

    /** {@code model.dropout}: the share dropped after each hidden layer. */
    public static final Key<Number> DROPOUT = new Key<>("model.dropout", "dropout");

    /** {@code model.output}: the activation of the output layer; null where it follows from the loss. */
    public static final Key<Activation> OUTPUT = new Key<>("model.output", "output");

    /** {@code model.output.alpha}: minus the limit far below 0. */
    public static final Key<Number> MODEL_OUTPUT_ALPHA = new Key<>("model.output.alpha", "model.output.alpha");

    /** {@code model.output.negative_slope}: the slope below 0. */
    public static final Key<Number> MODEL_OUTPUT_NEGATIVE_SLOPE = new Key<>("model.output.negative_slope",
            "model.output.negative_slope");

    /** {@code model.layers}: from the input on, without the output layer. */
    public static final Key<List<Layer>> LAYERS = new Key<>("model.layers", "layers");

    /** {@code train}: how it is trained. */
    public static final Key<TrainSpec> TRAIN = new Key<>("train", "train");

    /** {@code train.optimizer}: the update rule. */
    public static final Key<Optimizer> OPTIMIZER = new Key<>("train.optimizer", "optimizer");

    /** {@code train.optimizer.momentum}: μ, from 0 (none) up to 1. */
    public static final Key<Number> MOMENTUM = new Key<>("train.optimizer.momentum", "momentum");

    /** {@code train.optimizer.nesterov}: whether the gradient is taken as if one step ahead. */
    public static final Key<Boolean> NESTEROV = new Key<>("train.optimizer.nesterov", "nesterov");

    /**
     * {@code train.optimizer.epsilon}: what keeps the divisor from 0; or under both roots; what the first steps are
     * made of.
     */
    public static final Key<Number> EPSILON = new Key<>("train.optimizer.epsilon", "epsilon");

    /**
     * {@code train.optimizer.rho}: the share of the past in both running means; or the share of the past in the running
     * mean.
     */
    public static final Key<Number> RHO = new Key<>("train.optimizer.rho", "rho");

    /**
     * {@code train.optimizer.beta1}: the share of the past in the mean; or the share of the past in the mean whose sign
     * is taken.
     */
    public static final Key<Number> BETA1 = new Key<>("train.optimizer.beta1", "beta1");

    /**
     * {@code train.optimizer.beta2}: the share of the past in the mean square; or the share of the past in the mean
     * that is kept.
     */
    public static final Key<Number> BETA2 = new Key<>("train.optimizer.beta2", "beta2");

    /** {@code train.optimizer.weight_decay}: λ. */
    public static final Key<Number> TRAIN_OPTIMIZER_WEIGHT_DECAY = new Key<>("train.optimizer.weight_decay",
            "train.optimizer.weight_decay");

    /** {@code train.learning_rate}: the size of its steps; null for the optimizer's usual one. */
    public static final Key<Number> LEARNING_RATE = new Key<>("train.learning_rate", "learning_rate");

    /**
     * {@code train.schedule}: how the learning rate changes; null for not at all. The metric {@code learning_rate} is
     * that of an epoch's last step.
     */
    public static final Key<Schedule> SCHEDULE = new Key<>("train.schedule", "schedule");

    /**
     * {@code train.schedule.period}: the epochs of the first fall; null for all epochs, which is one fall without a
     * restart.
     */
    public static final Key<Integer> PERIOD = new Key<>("train.schedule.period", "period");

    /** {@code train.schedule.multiplier}: how many times as long each period is as the one before. */
    public static final Key<Number> MULTIPLIER = new Key<>("train.schedule.multiplier", "multiplier");

    /** {@code train.schedule.minimum}: the factor at the end of a period; or the least factor of the learning rate. */
    public static final Key<Number> MINIMUM = new Key<>("train.schedule.minimum", "minimum");

    /** {@code train.schedule.decay}: what is left of the rate after an epoch. */
    public static final Key<Number> DECAY = new Key<>("train.schedule.decay", "decay");

    /** {@code train.schedule.warmup_share}: the share of all epochs in which the rate rises. */
    public static final Key<Number> WARMUP_SHARE = new Key<>("train.schedule.warmup_share", "warmup_share");

    /** {@code train.schedule.divisor}: the rate begins at {@code 1 / divisor} of its largest. */
    public static final Key<Number> DIVISOR = new Key<>("train.schedule.divisor", "divisor");

    /**
     * {@code train.schedule.final_divisor}: it falls towards {@code 1 / (divisor final_divisor)}, the rate of a step
     * after the last.
     */
    public static final Key<Number> FINAL_DIVISOR = new Key<>("train.schedule.final_divisor", "final_divisor");

    /** {@code train.schedule.end}: the factor at the end of the last epoch. */
    public static final Key<Number> END = new Key<>("train.schedule.end", "end");

    /** {@code train.schedule.power}: above 1 it falls early, below 1 late. */
    public static final Key<Number> POWER = new Key<>("train.schedule.power", "power");

    /** {@code train.schedule.monitor}: the metric watched; its name says which way is better. */
    public static final Key<String> TRAIN_SCHEDULE_MONITOR = new Key<>("train.schedule.monitor",
            "train.schedule.monitor");

    /** {@code train.schedule.factor}: what the rate is multiplied by. */
    public static final Key<Number> TRAIN_SCHEDULE_FACTOR = new Key<>("train.schedule.factor", "train.schedule.factor");

    /**
     * {@code train.schedule.patience}: the epochs without improvement after which it is; they are counted anew then.
     */
    public static final Key<Integer> TRAIN_SCHEDULE_PATIENCE = new Key<>("train.schedule.patience",
            "train.schedule.patience");

    /** {@code train.schedule.min_delta}: the least change that counts as an improvement. */
    public static final Key<Number> TRAIN_SCHEDULE_MIN_DELTA = new Key<>("train.schedule.min_delta",
            "train.schedule.min_delta");

    /** {@code train.schedule.every}: the epochs between two steps. */
    public static final Key<Integer> EVERY = new Key<>("train.schedule.every", "every");

    /**
     * {@code train.warmup}: the epochs, also a fraction, in which the rate rises from 0 along a line to what it would
     * be without (Goyal et al., Accurate, large minibatch SGD, 2017); null for none. It does not delay the schedule.
     */
    public static final Key<Number> WARMUP = new Key<>("train.warmup", "warmup");

    /** {@code train.batch_size}: the examples of one step. */
    public static final Key<Integer> BATCH_SIZE = new Key<>("train.batch_size", "batch_size");

    /**
     * {@code train.drop_last}: whether the last batch of an epoch is left out where it is smaller than the others. The
     * only one never is. Which examples that leaves out changes from epoch to epoch, as they are shuffled.
     */
    public static final Key<Boolean> DROP_LAST = new Key<>("train.drop_last", "drop_last");

    /** {@code train.epochs}: passes over the training part, at most. */
    public static final Key<Integer> EPOCHS = new Key<>("train.epochs", "epochs");

    /** {@code train.loss}: what is minimized; null where it follows from the data. */
    public static final Key<Loss> LOSS = new Key<>("train.loss", "loss");

    /**
     * {@code train.loss.label_smoothing}: the share of a target that is replaced by one half (Szegedy et al.,
     * Rethinking the Inception architecture, 2016), in {@code val_loss} too; null for none; or the share of a target
     * that is spread evenly over all classes (Szegedy et al., Rethinking the Inception architecture, 2016), in
     * {@code val_loss} too; null for none; or the share of a target that is spread evenly over all classes; null for
     * none.
     */
    public static final Key<Number> LABEL_SMOOTHING = new Key<>("train.loss.label_smoothing", "label_smoothing");

    /** {@code train.loss.delta}: the difference at which the line begins. */
    public static final Key<Number> DELTA = new Key<>("train.loss.delta", "delta");

    /**
     * {@code train.l1}: λ of the penalty λ Σ|w| over all weights, biases left alone; a layer's own number replaces it.
     * Null for none.
     */
    public static final Key<Number> L1 = new Key<>("train.l1", "l1");

    /**
     * {@code train.l2}: λ of the penalty λ Σw² over all weights, biases left alone; a layer's own number replaces it.
     */
    public static final Key<Number> L2 = new Key<>("train.l2", "l2");

    /**
     * {@code train.weight_decay}: λ of a decay apart from the gradient: before each step w = w (1 - rate λ), biases
     * left alone; null for the optimizer's own, which adamw and lion have.
     */
    public static final Key<Number> TRAIN_WEIGHT_DECAY = new Key<>("train.weight_decay", "train.weight_decay");

    /**
     * {@code train.clip_value}: the largest size of a single number in the gradient; null for any. The metric
     * {@code gradient_norm} is that before clipping.
     */
    public static final Key<Number> CLIP_VALUE = new Key<>("train.clip_value", "clip_value");

    /**
     * {@code train.clip_norm}: the largest Euclidean norm of the whole gradient, which is shortened to it (Pascanu et
     * al., On the difficulty of training recurrent neural networks, 2013), after {@code clip_value}; null for any.
     */
    public static final Key<Number> CLIP_NORM = new Key<>("train.clip_norm", "clip_norm");

    /** {@code train.early_stopping}: when to end before; null for never. */
    public static final Key<EarlyStopping> EARLY_STOPPING = new Key<>("train.early_stopping", "early_stopping");

    /**
     * {@code train.early_stopping.monitor}: the metric watched; its name says which way is better. Null for the one by
     * which runs are ranked.
     */
    public static final Key<String> TRAIN_EARLY_STOPPING_MONITOR = new Key<>("train.early_stopping.monitor",
            "train.early_stopping.monitor");

    /** {@code train.early_stopping.patience}: the epochs without improvement after which training ends. */
    public static final Key<Integer> TRAIN_EARLY_STOPPING_PATIENCE = new Key<>("train.early_stopping.patience",
            "train.early_stopping.patience");

    /** {@code train.early_stopping.min_delta}: the least change that counts as an improvement. */
    public static final Key<Number> TRAIN_EARLY_STOPPING_MIN_DELTA = new Key<>("train.early_stopping.min_delta",
            "train.early_stopping.min_delta");

    /**
     * {@code train.early_stopping.restore_best}: whether the weights of the best epoch are kept rather than the last
     * ones.
     */
    public static final Key<Boolean> RESTORE_BEST = new Key<>("train.early_stopping.restore_best", "restore_best");

    /** {@code train.log}: what is observed of every layer, each once; null for nothing. Observing changes no weight. */
    public static final Key<List<Observation>> LOG = new Key<>("train.log", "log");

    /**
     * {@code train.metrics}: what is measured of each part beside what always is, each once; null for nothing.
     * Measuring changes no weight, and no configuration's identity: runs that were recorded without one of these are
     * trained again, and give way.
     */
    public static final Key<List<Metric>> METRICS = new Key<>("train.metrics", "metrics");

    /** {@code one_hot}. */
    public static final Encoding ONE_HOT = Encoding.ONE_HOT;

    /** {@code codes}. */
    public static final Encoding CODES = Encoding.CODES;

    /** {@code error}. */
    public static final Missing ERROR = Missing.ERROR;

    /** {@code drop}. */
    public static final Missing DROP = Missing.DROP;

    /** {@code mean}. */
    public static final Missing MEAN = Missing.MEAN;

    /** {@code classes}. */
    public static final TargetType TARGET_TYPE_CLASSES = TargetType.CLASSES;

    /** {@code real}. */
    public static final TargetType REAL = TargetType.REAL;

    /** {@code all}: Of the sweep, and of every run. */
    public static final PlotPolicy ALL = PlotPolicy.ALL;

    /** {@code best}: Of the sweep, and of each configuration's best, median and worst run. */
    public static final PlotPolicy BEST = PlotPolicy.BEST;

    /** {@code none}: Of nothing. */
    public static final PlotPolicy NONE = PlotPolicy.NONE;

    /** {@code minimize}. */
    public static final Goal MINIMIZE = Goal.MINIMIZE;

    /** {@code maximize}. */
    public static final Goal MAXIMIZE = Goal.MAXIMIZE;

    /** {@code concat}: Side by side, forward first. */
    public static final Merge CONCAT = Merge.CONCAT;

    /** {@code sum}: Added. */
    public static final Merge SUM = Merge.SUM;

    /**
     * {@code same}: As many zeros as keep the size, or divide it by the stride, rounded up; half of them, rounded down,
     * in front.
     */
    public static final Padding SAME = Padding.SAME;

    /** {@code valid}: Nothing: windows lie within the image. */
    public static final Padding VALID = Padding.VALID;

    /** {@code sinusoidal}: Sines and cosines of fixed frequencies; no parameters. */
    public static final Kind SINUSOIDAL = Kind.SINUSOIDAL;

    /** {@code learned}: Parameters. */
    public static final Kind LEARNED = Kind.LEARNED;

    /** {@code t}: Exact for normal values, and close for others (Student, The probable error of a mean, 1908). */
    public static final Method T = Method.T;

    /**
     * {@code bootstrap}: Of 10,000 resamples, bias-corrected and accelerated (BCa; Efron, Better bootstrap confidence
     * intervals, 1987). With few values it is too narrow.
     */
    public static final Method BOOTSTRAP = Method.BOOTSTRAP;

    /** {@code t}: The paired t-test (Student, 1908), exact for normal differences. */
    public static final Choice CHOICE_T = Choice.T;

    /** {@code wilcoxon}: The signed-rank test (Wilcoxon, 1945), of the differences' ranks, exact with ties. */
    public static final Choice WILCOXON = Choice.WILCOXON;

    /** {@code permutation}: The permutation test that flips the differences' signs (Fisher, 1935). */
    public static final Choice PERMUTATION = Choice.PERMUTATION;

    /**
     * {@code gradient_norm}: The Euclidean norm of the gradient of all the layer's parameters, penalty included, as the
     * mean over the epoch's batches. Below about 1e-18 it is coarse and at last 0, because float32 does not hold the
     * squares.
     */
    public static final Observation GRADIENT_NORM = Observation.GRADIENT_NORM;

    /**
     * {@code gradient_norm_over_time}: The Euclidean norm of the objective's gradient with respect to a recurrent
     * layer's hidden states of one time step, those of all examples of a batch together, as the mean over the epoch's
     * batches; a figure for each step. It shows how far back a gradient reaches (Bengio et al., Learning long-term
     * dependencies with gradient descent is difficult, 1994). A step is counted from 1 in the order of the sequence,
     * also where a layer reads it backwards. Of an LSTM it is that of h without the cell. As coarse near 0 as the
     * other.
     */
    public static final Observation GRADIENT_NORM_OVER_TIME = Observation.GRADIENT_NORM_OVER_TIME;

    /** {@code activation_mean}: The mean of the layer's output over the sample's examples and the layer's units. */
    public static final Observation ACTIVATION_MEAN = Observation.ACTIVATION_MEAN;

    /**
     * {@code activation_std}: The standard deviation of the layer's output over the sample's examples and the layer's
     * units.
     */
    public static final Observation ACTIVATION_STD = Observation.ACTIVATION_STD;

    /**
     * {@code dead_units}: The share of units whose output is 0 for every example of the sample. Only a layer that ends
     * in a ReLU has it: no other activation stays at 0.
     */
    public static final Observation DEAD_UNITS = Observation.DEAD_UNITS;

    /**
     * {@code activation_histogram}: How the layer's output over the sample's examples and the layer's units is spread:
     * the share of the values in each of 30 bins of equal width, from the least value to the greatest.
     */
    public static final Observation ACTIVATION_HISTOGRAM = Observation.ACTIVATION_HISTOGRAM;

    /**
     * {@code gradient_histogram}: How the gradient of all the layer's parameters, penalty included, is spread in the
     * epoch's first batch, in bins as those of the activations.
     */
    public static final Observation GRADIENT_HISTOGRAM = Observation.GRADIENT_HISTOGRAM;
}
