// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Blank;
import gridrun.nn.PositionalEncoding.Kind;
import java.nio.file.Path;

/** The words for everything that a file can name: data sets, layers, optimizers and all others. */
public abstract class ComponentWords extends SettingNames {

    protected ComponentWords() {
    }

    /** A seed for each purpose of random numbers. */
    public static SeparateSeed separateSeed() {
        return new SeparateSeed(Blank.map());
    }

    /** Two interleaving half circles of radius 1 in the plane, as scikit-learn's {@code make_moons}. */
    public static Moons moons() {
        return new Moons(Blank.of("moons"));
    }

    /**
     * Two interleaving half circles of radius 1 in the plane, as scikit-learn's {@code make_moons}.
     *
     * @param samples the number of examples, of both classes together; whole number from 4 to 10,000,000; by default
     *     {@code 1000}
     */
    public static Moons moons(int samples) {
        return new Moons(Blank.of("moons")).samples(samples);
    }

    /** A circle within a circle in the plane, as scikit-learn's {@code make_circles}. */
    public static Circles circles() {
        return new Circles(Blank.of("circles"));
    }

    /**
     * A circle within a circle in the plane, as scikit-learn's {@code make_circles}.
     *
     * @param samples the number of examples, of both classes together; whole number from 4 to 10,000,000; by default
     *     {@code 1000}
     */
    public static Circles circles(int samples) {
        return new Circles(Blank.of("circles")).samples(samples);
    }

    /** Spiral arms around the origin of the plane, one a class. */
    public static Spirals spirals() {
        return new Spirals(Blank.of("spirals"));
    }

    /**
     * Spiral arms around the origin of the plane, one a class.
     *
     * @param samples the number of examples, of all classes together; whole number from 4 to 10,000,000; by default
     *     {@code 1000}
     */
    public static Spirals spirals(int samples) {
        return new Spirals(Blank.of("spirals")).samples(samples);
    }

    /** The exclusive or: clouds around the corners (±1, ±1) of a square, with class 1 where the signs differ. */
    public static XOR xor() {
        return new XOR(Blank.of("xor"));
    }

    /**
     * The exclusive or: clouds around the corners (±1, ±1) of a square, with class 1 where the signs differ.
     *
     * @param samples the number of examples, of all four corners together; whole number from 4 to 10,000,000; by
     *     default {@code 1000}
     */
    public static XOR xor(int samples) {
        return new XOR(Blank.of("xor")).samples(samples);
    }

    /** Round Gaussian clouds, one a class, as scikit-learn's {@code make_blobs}. */
    public static Blobs blobs() {
        return new Blobs(Blank.of("blobs"));
    }

    /**
     * Round Gaussian clouds, one a class, as scikit-learn's {@code make_blobs}.
     *
     * @param samples the number of examples, of all classes together; whole number from 4 to 10,000,000; by default
     *     {@code 1000}
     */
    public static Blobs blobs(int samples) {
        return new Blobs(Blank.of("blobs")).samples(samples);
    }

    /** One period of a sine to be fitted: {@code y = sin(x)} plus noise, with x uniform in [-π, π). */
    public static NoisySine noisySine() {
        return new NoisySine(Blank.of("noisy_sine"));
    }

    /**
     * One period of a sine to be fitted: {@code y = sin(x)} plus noise, with x uniform in [-π, π).
     *
     * @param samples the number of examples; whole number from 2 to 10,000,000; by default {@code 1000}
     */
    public static NoisySine noisySine(int samples) {
        return new NoisySine(Blank.of("noisy_sine")).samples(samples);
    }

    /**
     * Small grey images of noisy figures at random places and in random sizes, for convolutional networks without a
     * download.
     */
    public static Shapes shapes() {
        return new Shapes(Blank.of("shapes"));
    }

    /**
     * Small grey images of noisy figures at random places and in random sizes, for convolutional networks without a
     * download.
     *
     * @param samples the number of images, of all classes together; whole number from 4 to 10,000,000; by default
     *     {@code 1000}
     */
    public static Shapes shapes(int samples) {
        return new Shapes(Blank.of("shapes")).samples(samples);
    }

    /** The adding problem: add two numbers that stand far apart in a sequence, a test of long memory. */
    public static Adding adding() {
        return new Adding(Blank.of("adding"));
    }

    /**
     * The adding problem: add two numbers that stand far apart in a sequence, a test of long memory.
     *
     * @param samples the number of sequences; whole number from 2 to 10,000,000; by default {@code 2000}
     */
    public static Adding adding(int samples) {
        return new Adding(Blank.of("adding")).samples(samples);
    }

    /**
     * Associative recall: pairs of a key and a value, then one of the keys; which value belongs to it? Attention can
     * look it up, a recurrent network has to carry all pairs in its state.
     */
    public static AssociativeRecall associativeRecall() {
        return new AssociativeRecall(Blank.of("associative_recall"));
    }

    /**
     * Associative recall: pairs of a key and a value, then one of the keys; which value belongs to it? Attention can
     * look it up, a recurrent network has to carry all pairs in its state.
     *
     * @param samples the number of sequences; whole number from 16 to 10,000,000; by default {@code 20000}
     */
    public static AssociativeRecall associativeRecall(int samples) {
        return new AssociativeRecall(Blank.of("associative_recall")).samples(samples);
    }

    /**
     * Irises of three species, told apart by the length and width of their sepals and petals: 150 flowers, 50 a
     * species, in centimetres.
     */
    public static Iris iris() {
        return new Iris(Blank.of("iris"));
    }

    /**
     * Irises of three species, told apart by the length and width of their sepals and petals: 150 flowers, 50 a
     * species, in centimetres.
     *
     * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them;
     *     {@code true} or {@code false}; by default {@code true}
     */
    public static Iris iris(boolean standardize) {
        return new Iris(Blank.of("iris")).standardize(standardize);
    }

    /**
     * Wines of three cultivars from one region of Italy, told apart by a chemical analysis: 178 wines, 59, 71 and 48 a
     * cultivar.
     */
    public static Wine wine() {
        return new Wine(Blank.of("wine"));
    }

    /**
     * Wines of three cultivars from one region of Italy, told apart by a chemical analysis: 178 wines, 59, 71 and 48 a
     * cultivar.
     *
     * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them;
     *     {@code true} or {@code false}; by default {@code true}
     */
    public static Wine wine(boolean standardize) {
        return new Wine(Blank.of("wine")).standardize(standardize);
    }

    /**
     * Tumours of the breast, malignant or benign, told apart by the nuclei of their cells: 569 patients, 212 of them
     * with a malignant one, which is class 0.
     */
    public static BreastCancer breastCancer() {
        return new BreastCancer(Blank.of("breast_cancer"));
    }

    /**
     * Tumours of the breast, malignant or benign, told apart by the nuclei of their cells: 569 patients, 212 of them
     * with a malignant one, which is class 0.
     *
     * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them;
     *     {@code true} or {@code false}; by default {@code true}
     */
    public static BreastCancer breastCancer(boolean standardize) {
        return new BreastCancer(Blank.of("breast_cancer")).standardize(standardize);
    }

    /**
     * Handwritten digits in small: 1,797 images of 8 by 8 pixels, 174 to 183 of each digit, with grey values from 0 to
     * 16 scaled to [0, 1].
     */
    public static Digits digits() {
        return new Digits(Blank.of("digits"));
    }

    /**
     * Handwritten digits in small: 1,797 images of 8 by 8 pixels, 174 to 183 of each digit, with grey values from 0 to
     * 16 scaled to [0, 1].
     *
     * @param validation the share held out for validation, of what is left by the test part; number from 0 to below 1;
     *     by default {@code 0.2}
     */
    public static Digits digits(double validation) {
        return new Digits(Blank.of("digits")).validation(validation);
    }

    /**
     * How far diabetes went on within a year, a real number from 25 to 346, by age, sex, body mass index, blood
     * pressure and six values of blood serum: 442 patients.
     */
    public static Diabetes diabetes() {
        return new Diabetes(Blank.of("diabetes"));
    }

    /**
     * How far diabetes went on within a year, a real number from 25 to 346, by age, sex, body mass index, blood
     * pressure and six values of blood serum: 442 patients.
     *
     * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them;
     *     {@code true} or {@code false}; by default {@code true}
     */
    public static Diabetes diabetes(boolean standardize) {
        return new Diabetes(Blank.of("diabetes")).standardize(standardize);
    }

    /** Handwritten digits: 60,000 images for training and 10,000 for the test, 28 by 28 pixels scaled to [0, 1]. */
    public static MNIST mnist() {
        return new MNIST(Blank.of("mnist"));
    }

    /**
     * Handwritten digits: 60,000 images for training and 10,000 for the test, 28 by 28 pixels scaled to [0, 1].
     *
     * @param limit how many examples to use, the first ones, of the training and of the test part each; all without
     *     one; whole number from 20
     */
    public static MNIST mnist(int limit) {
        return new MNIST(Blank.of("mnist")).limit(limit);
    }

    /**
     * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
     * {@code .gz}.
     *
     * @param images the file with the images, relative to the experiment file; path; required
     * @param labels the file with their classes; path; required
     */
    public static Idx idx(String images, String labels) {
        return new Idx(Blank.of("idx")).images(images).labels(labels);
    }

    /**
     * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
     * {@code .gz}.
     *
     * @param images the file with the images, relative to the experiment file; path; required
     * @param labels the file with their classes; path; required
     */
    public static Idx idx(String images, Path labels) {
        return new Idx(Blank.of("idx")).images(images).labels(labels);
    }

    /**
     * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
     * {@code .gz}.
     *
     * @param images the file with the images, relative to the experiment file; path; required
     * @param labels the file with their classes; path; required
     */
    public static Idx idx(Path images, String labels) {
        return new Idx(Blank.of("idx")).images(images).labels(labels);
    }

    /**
     * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
     * {@code .gz}.
     *
     * @param images the file with the images, relative to the experiment file; path; required
     * @param labels the file with their classes; path; required
     */
    public static Idx idx(Path images, Path labels) {
        return new Idx(Blank.of("idx")).images(images).labels(labels);
    }

    /**
     * Rows of a CSV file of your own (RFC 4180, UTF-8): numbers and categories, and one column that is to be learnt.
     *
     * @param path the file, relative to the experiment file; path; required
     */
    public static CSV csv(String path) {
        return new CSV(Blank.of("csv")).path(path);
    }

    /**
     * Rows of a CSV file of your own (RFC 4180, UTF-8): numbers and categories, and one column that is to be learnt.
     *
     * @param path the file, relative to the experiment file; path; required
     */
    public static CSV csv(Path path) {
        return new CSV(Blank.of("csv")).path(path);
    }

    /**
     * Arrays or rows that a Java program has in memory: numbers and categories, and a target that is to be learnt.
     *
     * @param content the SHA-256 of all values and names, by which the data are recognized; text; required
     */
    public static InMemory inMemory(String content) {
        return new InMemory(Blank.of("in_memory")).content(content);
    }

    /**
     * A multilayer perceptron: dense layers of the given widths, one after another.
     *
     * @param hidden the widths of the hidden layers; none makes a linear model; list of whole numbers from 1; required
     */
    public static MLP mlp(int... hidden) {
        return new MLP(Blank.of("mlp")).hidden(hidden);
    }

    /** {@code x} above 0, {@code alpha (e^x - 1)} below. */
    public static ELU elu() {
        return new ELU(Blank.of("elu"));
    }

    /**
     * {@code x} above 0, {@code alpha (e^x - 1)} below.
     *
     * @param alpha minus the limit far below 0; number above 0; by default {@code 1}
     */
    public static ELU elu(double alpha) {
        return new ELU(Blank.of("elu")).alpha(alpha);
    }

    /** {@code x Φ(x)}, exact. */
    public static GELU gelu() {
        return new GELU(Blank.of("gelu"));
    }

    /** {@code x} above 0, {@code negative_slope x} below. */
    public static LeakyReLU leakyRelu() {
        return new LeakyReLU(Blank.of("leaky_relu"));
    }

    /**
     * {@code x} above 0, {@code negative_slope x} below.
     *
     * @param negativeSlope the slope below 0; number from 0; by default {@code 0.01}
     */
    public static LeakyReLU leakyRelu(double negativeSlope) {
        return new LeakyReLU(Blank.of("leaky_relu")).negativeSlope(negativeSlope);
    }

    /** The identity. */
    public static Linear linear() {
        return new Linear(Blank.of("linear"));
    }

    /** {@code max(x, 0)}. */
    public static ReLU relu() {
        return new ReLU(Blank.of("relu"));
    }

    /** The logistic function {@code 1 / (1 + e^-x)}, between 0 and 1. */
    public static Sigmoid sigmoid() {
        return new Sigmoid(Blank.of("sigmoid"));
    }

    /** {@code x sigmoid(x)}. */
    public static SiLU silu() {
        return new SiLU(Blank.of("silu"));
    }

    /** {@code e^x / Σ e^x} along the last dimension: positive, and adding up to 1. */
    public static Softmax softmax() {
        return new Softmax(Blank.of("softmax"));
    }

    /** {@code log(1 + e^x)}, a smooth ReLU. */
    public static Softplus softplus() {
        return new Softplus(Blank.of("softplus"));
    }

    /** The hyperbolic tangent, between -1 and 1. */
    public static Tanh tanh() {
        return new Tanh(Blank.of("tanh"));
    }

    /** All zeros: right for biases, and for weights a demonstration of units that never grow apart. */
    public static Zeros zeros() {
        return new Zeros(Blank.of("zeros"));
    }

    /** All ones: right for the scale of a normalization, which then begins by changing nothing. */
    public static Ones ones() {
        return new Ones(Blank.of("ones"));
    }

    /** Normal with a fixed standard deviation, whatever the size of the layer. */
    public static RandomNormal randomNormal() {
        return new RandomNormal(Blank.of("random_normal"));
    }

    /**
     * Normal with a fixed standard deviation, whatever the size of the layer.
     *
     * @param stddev the standard deviation; number from 0; by default {@code 0.05}
     */
    public static RandomNormal randomNormal(double stddev) {
        return new RandomNormal(Blank.of("random_normal")).stddev(stddev);
    }

    /** Uniform with variance {@code 2 / (in + out)}, which keeps the scale of a linear layer in both directions. */
    public static GlorotUniform glorotUniform() {
        return new GlorotUniform(Blank.of("glorot_uniform"));
    }

    /** Normal with variance {@code 2 / (in + out)}, which keeps the scale of a linear layer in both directions. */
    public static GlorotNormal glorotNormal() {
        return new GlorotNormal(Blank.of("glorot_normal"));
    }

    /** Uniform with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off. */
    public static HeUniform heUniform() {
        return new HeUniform(Blank.of("he_uniform"));
    }

    /** Normal with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off. */
    public static HeNormal heNormal() {
        return new HeNormal(Blank.of("he_normal"));
    }

    /** Uniform with variance {@code 1 / in}, which keeps the scale of a linear layer's output. */
    public static LecunUniform lecunUniform() {
        return new LecunUniform(Blank.of("lecun_uniform"));
    }

    /** Normal with variance {@code 1 / in}, which keeps the scale of a linear layer's output. */
    public static LecunNormal lecunNormal() {
        return new LecunNormal(Blank.of("lecun_normal"));
    }

    /** A random matrix with orthonormal rows or columns, whichever are fewer, times a gain. */
    public static Orthogonal orthogonal() {
        return new Orthogonal(Blank.of("orthogonal"));
    }

    /**
     * A random matrix with orthonormal rows or columns, whichever are fewer, times a gain.
     *
     * @param gain the length of the rows or columns; number above 0; by default {@code 1}
     */
    public static Orthogonal orthogonal(double gain) {
        return new Orthogonal(Blank.of("orthogonal")).gain(gain);
    }

    /**
     * Layers one after another.
     *
     * @param layers from the input on, without the output layer; list of layers; required
     */
    public static Sequential sequential(Layer... layers) {
        return new Sequential(Blank.of("sequential")).layers(layers);
    }

    /**
     * Fully connected layer, {@code y = f(x W + b)}, over the last dimension.
     *
     * @param units the width of the output; whole number from 1; required
     */
    public static Dense dense(int units) {
        return new Dense(Blank.of("dense")).units(units);
    }

    /**
     * A nonlinearity as a layer of its own.
     *
     * @param function what is applied to each element; one of the activations; required
     */
    public static ActivationLayer activation(Activation function) {
        return new ActivationLayer(Blank.of("activation")).function(function);
    }

    /**
     * Sets each element to 0 with probability {@code rate} in training, and scales the others by
     * {@code 1 / (1 - rate)}.
     */
    public static Dropout dropout() {
        return new Dropout(Blank.of("dropout"));
    }

    /**
     * Sets each element to 0 with probability {@code rate} in training, and scales the others by
     * {@code 1 / (1 - rate)}.
     *
     * @param rate the share that is dropped; number from 0 to below 1; by default {@code 0.5}
     */
    public static Dropout dropout(double rate) {
        return new Dropout(Blank.of("dropout")).rate(rate);
    }

    /** Lays each example out in one row. */
    public static Flatten flatten() {
        return new Flatten(Blank.of("flatten"));
    }

    /**
     * The same layers several times one after another, each time with parameters of their own: the depth of a network
     * as one number.
     *
     * @param count how many times; whole number from 1; required
     * @param layers what is repeated, at least one; list of layers; required
     */
    public static Repeat repeat(int count, Layer... layers) {
        return new Repeat(Blank.of("repeat")).count(count).layers(layers);
    }

    /**
     * Layers with a shortcut around them, {@code y = f(layers(x) + x)}.
     *
     * @param layers around which the shortcut leads, at least one; list of layers; required
     */
    public static Residual residual(Layer... layers) {
        return new Residual(Blank.of("residual")).layers(layers);
    }

    /**
     * Convolution of images: each filter reads a window that slides over the image, with the same weights everywhere.
     *
     * @param filters channels of the output; whole number from 1; required
     */
    public static Conv2D conv2d(int filters) {
        return new Conv2D(Blank.of("conv2d")).filters(filters);
    }

    /**
     * Convolution of sequences: each filter reads a window that slides over time, with the same weights everywhere.
     *
     * @param filters channels of the output; whole number from 1; required
     */
    public static Conv1D conv1d(int filters) {
        return new Conv1D(Blank.of("conv1d")).filters(filters);
    }

    /** The largest of each window of an image, channel by channel. */
    public static MaxPooling2D maxPooling2d() {
        return new MaxPooling2D(Blank.of("max_pooling2d"));
    }

    /**
     * The largest of each window of an image, channel by channel.
     *
     * @param poolSize height and width of the window; whole number from 1 to 32,768 or list of two; by default
     *     {@code 2}
     */
    public static MaxPooling2D maxPooling2d(int poolSize) {
        return new MaxPooling2D(Blank.of("max_pooling2d")).poolSize(poolSize);
    }

    /**
     * The largest of each window of an image, channel by channel.
     *
     * @param height height and width of the window; whole number from 1 to 32,768 or list of two; by default {@code 2}
     * @param width height and width of the window; whole number from 1 to 32,768 or list of two; by default {@code 2}
     */
    public static MaxPooling2D maxPooling2d(int height, int width) {
        return new MaxPooling2D(Blank.of("max_pooling2d")).poolSize(height, width);
    }

    /** The largest of each window of a sequence, channel by channel. */
    public static MaxPooling1D maxPooling1d() {
        return new MaxPooling1D(Blank.of("max_pooling1d"));
    }

    /**
     * The largest of each window of a sequence, channel by channel.
     *
     * @param poolSize steps in the window; whole number from 1 to 32,768; by default {@code 2}
     */
    public static MaxPooling1D maxPooling1d(int poolSize) {
        return new MaxPooling1D(Blank.of("max_pooling1d")).poolSize(poolSize);
    }

    /** The mean of each window of an image, channel by channel. */
    public static AveragePooling2D averagePooling2d() {
        return new AveragePooling2D(Blank.of("average_pooling2d"));
    }

    /**
     * The mean of each window of an image, channel by channel.
     *
     * @param poolSize height and width of the window; whole number from 1 to 32,768 or list of two; by default
     *     {@code 2}
     */
    public static AveragePooling2D averagePooling2d(int poolSize) {
        return new AveragePooling2D(Blank.of("average_pooling2d")).poolSize(poolSize);
    }

    /**
     * The mean of each window of an image, channel by channel.
     *
     * @param height height and width of the window; whole number from 1 to 32,768 or list of two; by default {@code 2}
     * @param width height and width of the window; whole number from 1 to 32,768 or list of two; by default {@code 2}
     */
    public static AveragePooling2D averagePooling2d(int height, int width) {
        return new AveragePooling2D(Blank.of("average_pooling2d")).poolSize(height, width);
    }

    /** The mean of each window of a sequence, channel by channel. */
    public static AveragePooling1D averagePooling1d() {
        return new AveragePooling1D(Blank.of("average_pooling1d"));
    }

    /**
     * The mean of each window of a sequence, channel by channel.
     *
     * @param poolSize steps in the window; whole number from 1 to 32,768; by default {@code 2}
     */
    public static AveragePooling1D averagePooling1d(int poolSize) {
        return new AveragePooling1D(Blank.of("average_pooling1d")).poolSize(poolSize);
    }

    /** The mean of each channel over all pixels, or over all steps of a sequence. */
    public static GlobalAveragePooling globalAveragePooling() {
        return new GlobalAveragePooling(Blank.of("global_average_pooling"));
    }

    /**
     * Shows the numbers of each example under another shape, in the same order.
     *
     * @param shape of one example, such as {@code [28, 28, 1]}; one -1 stands for whatever is left; list of whole
     *     numbers from -1; required
     */
    public static Reshape reshape(int... shape) {
        return new Reshape(Blank.of("reshape")).shape(shape);
    }

    /**
     * A recurrent layer twice, each with parameters of its own: once along the sequence and once back.
     *
     * @param layer what goes both ways; one of the recurrents; required
     */
    public static Bidirectional bidirectional(Recurrent layer) {
        return new Bidirectional(Blank.of("bidirectional")).layer(layer);
    }

    /**
     * Long short-term memory: gates decide what a cell takes in, keeps and shows, so that gradients reach far back.
     *
     * @param units the width of the state; whole number from 1; required
     */
    public static LSTM lstm(int units) {
        return new LSTM(Blank.of("lstm")).units(units);
    }

    /**
     * Gated recurrent unit: as an LSTM with two gates and no cell beside the state.
     *
     * @param units the width of the state; whole number from 1; required
     */
    public static GRU gru(int units) {
        return new GRU(Blank.of("gru")).units(units);
    }

    /**
     * A simple recurrent layer, {@code h = f(x W + h U + b)}: its gradients fade or grow with every step back.
     *
     * @param units the width of the state; whole number from 1; required
     */
    public static SimpleRnn simpleRnn(int units) {
        return new SimpleRnn(Blank.of("simple_rnn")).units(units);
    }

    /**
     * Self-attention: each step of a sequence reads from all steps, each head with weights
     * {@code softmax(Q Kᵀ / √key_dim)} of its own.
     *
     * @param numHeads how many heads there are; whole number from 1; required
     */
    public static MultiHeadAttention multiHeadAttention(int numHeads) {
        return new MultiHeadAttention(Blank.of("multi_head_attention")).numHeads(numHeads);
    }

    /**
     * Brings the features of each example, or of each step of a sequence, to mean 0 and variance 1, then scales and
     * shifts them: {@code y = γ (x - μ) / √(σ² + ε) + β}.
     */
    public static LayerNormalization layerNormalization() {
        return new LayerNormalization(Blank.of("layer_normalization"));
    }

    /**
     * Brings the features of each example, or of each step of a sequence, to mean 0 and variance 1, then scales and
     * shifts them: {@code y = γ (x - μ) / √(σ² + ε) + β}.
     *
     * @param epsilon added to the variance, so that equal features do not divide by zero; number from 1e-30 to 1e30; by
     *     default {@code 1e-5}
     */
    public static LayerNormalization layerNormalization(double epsilon) {
        return new LayerNormalization(Blank.of("layer_normalization")).epsilon(epsilon);
    }

    /**
     * A learnt row of numbers for each of so many ids, such as the words of a vocabulary: {@code y = W[x, :]}.
     *
     * @param inputDim how many ids there are; whole number from 1; required
     * @param outputDim the width of a row; whole number from 1; required
     */
    public static Embedding embedding(int inputDim, int outputDim) {
        return new Embedding(Blank.of("embedding")).inputDim(inputDim).outputDim(outputDim);
    }

    /**
     * Adds to each step of a sequence numbers that tell its place, {@code y = x + P}, for attention itself sees no
     * order.
     */
    public static PositionalEncoding positionalEncoding() {
        return new PositionalEncoding(Blank.of("positional_encoding"));
    }

    /**
     * Adds to each step of a sequence numbers that tell its place, {@code y = x + P}, for attention itself sees no
     * order.
     *
     * @param kind whether P is computed or learnt; {@code sinusoidal} or {@code learned}; by default {@code sinusoidal}
     */
    public static PositionalEncoding positionalEncoding(Kind kind) {
        return new PositionalEncoding(Blank.of("positional_encoding")).kind(kind);
    }

    /**
     * Layers of a transformer's encoder: self-attention, then a feed-forward network for each step, each added to what
     * it read and normalized.
     *
     * @param numHeads the heads of the attention; they divide the width; whole number from 1; required
     * @param dFf the width inside the feed-forward network; whole number from 1; required
     */
    public static TransformerEncoder transformerEncoder(int numHeads, int dFf) {
        return new TransformerEncoder(Blank.of("transformer_encoder")).numHeads(numHeads).dFf(dFf);
    }

    /**
     * Brings each feature, or each channel of images, to mean 0 and variance 1 over the batch, then scales and shifts
     * it: {@code y = γ (x − mean) / √(variance + ε) + β}.
     */
    public static BatchNormalization batchNormalization() {
        return new BatchNormalization(Blank.of("batch_normalization"));
    }

    /**
     * Brings each feature, or each channel of images, to mean 0 and variance 1 over the batch, then scales and shifts
     * it: {@code y = γ (x − mean) / √(variance + ε) + β}.
     *
     * @param momentum the share of the past in the running mean and variance; number from 0 to below 1; by default
     *     {@code 0.9}
     */
    public static BatchNormalization batchNormalization(double momentum) {
        return new BatchNormalization(Blank.of("batch_normalization")).momentum(momentum);
    }

    /**
     * Adds normally distributed noise of mean 0 to each element in training.
     *
     * @param stddev the noise's standard deviation; number from 0; required
     */
    public static GaussianNoise gaussianNoise(double stddev) {
        return new GaussianNoise(Blank.of("gaussian_noise")).stddev(stddev);
    }

    /** How a network is trained. */
    public static TrainSpec train() {
        return new TrainSpec(Blank.map());
    }

    /** Stochastic gradient descent, {@code w = w - rate g}, with momentum if asked for. */
    public static SGD sgd() {
        return new SGD(Blank.of("sgd"));
    }

    /**
     * Stochastic gradient descent, {@code w = w - rate g}, with momentum if asked for.
     *
     * @param momentum μ, from 0 (none) up to 1; number from 0 to below 1; by default {@code 0}
     */
    public static SGD sgd(double momentum) {
        return new SGD(Blank.of("sgd")).momentum(momentum);
    }

    /**
     * Divides each gradient by the root of the sum of all its squares so far:
     * {@code s = s + g²; w = w - rate g / (√s + ε)}.
     */
    public static Adagrad adagrad() {
        return new Adagrad(Blank.of("adagrad"));
    }

    /**
     * Divides each gradient by the root of the sum of all its squares so far:
     * {@code s = s + g²; w = w - rate g / (√s + ε)}.
     *
     * @param epsilon what keeps the divisor from 0; number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public static Adagrad adagrad(double epsilon) {
        return new Adagrad(Blank.of("adagrad")).epsilon(epsilon);
    }

    /**
     * Scales each gradient by the root mean square of the changes so far over that of the gradients, so that a step has
     * the parameter's unit and the learning rate is 1.
     */
    public static Adadelta adadelta() {
        return new Adadelta(Blank.of("adadelta"));
    }

    /**
     * Scales each gradient by the root mean square of the changes so far over that of the gradients, so that a step has
     * the parameter's unit and the learning rate is 1.
     *
     * @param rho the share of the past in both running means; number from 0 to below 1; by default {@code 0.95}
     */
    public static Adadelta adadelta(double rho) {
        return new Adadelta(Blank.of("adadelta")).rho(rho);
    }

    /**
     * Divides each gradient by a running root mean square of it:
     * {@code s = ρ s + (1 - ρ) g²; w = w - rate g / (√s + ε)}.
     */
    public static RMSprop rmsprop() {
        return new RMSprop(Blank.of("rmsprop"));
    }

    /**
     * Divides each gradient by a running root mean square of it:
     * {@code s = ρ s + (1 - ρ) g²; w = w - rate g / (√s + ε)}.
     *
     * @param rho the share of the past in the running mean; number from 0 to below 1; by default {@code 0.9}
     */
    public static RMSprop rmsprop(double rho) {
        return new RMSprop(Blank.of("rmsprop")).rho(rho);
    }

    /** Adaptive moments: running means of the gradient and of its square, each corrected for its start at 0. */
    public static Adam adam() {
        return new Adam(Blank.of("adam"));
    }

    /**
     * Adaptive moments: running means of the gradient and of its square, each corrected for its start at 0.
     *
     * @param beta1 the share of the past in the mean; number from 0 to below 1; by default {@code 0.9}
     */
    public static Adam adam(double beta1) {
        return new Adam(Blank.of("adam")).beta1(beta1);
    }

    /**
     * Adam with weight decay decoupled from the gradient: before each step {@code w = w (1 - rate λ)}, biases left
     * alone.
     */
    public static AdamW adamw() {
        return new AdamW(Blank.of("adamw"));
    }

    /**
     * Adam with weight decay decoupled from the gradient: before each step {@code w = w (1 - rate λ)}, biases left
     * alone.
     *
     * @param weightDecay λ; number from 0; by default {@code 0.01}
     */
    public static AdamW adamw(double weightDecay) {
        return new AdamW(Blank.of("adamw")).weightDecay(weightDecay);
    }

    /** Adam whose divisor never shrinks: in place of the mean square stands the largest that there has been. */
    public static AMSGrad amsgrad() {
        return new AMSGrad(Blank.of("amsgrad"));
    }

    /**
     * Adam whose divisor never shrinks: in place of the mean square stands the largest that there has been.
     *
     * @param beta1 the share of the past in the mean; number from 0 to below 1; by default {@code 0.9}
     */
    public static AMSGrad amsgrad(double beta1) {
        return new AMSGrad(Blank.of("amsgrad")).beta1(beta1);
    }

    /** Adam with Nesterov's momentum: the mean of the gradients is taken as if one step ahead. */
    public static Nadam nadam() {
        return new Nadam(Blank.of("nadam"));
    }

    /**
     * Adam with Nesterov's momentum: the mean of the gradients is taken as if one step ahead.
     *
     * @param beta1 the share of the past in the mean; number from 0 to below 1; by default {@code 0.9}
     */
    public static Nadam nadam(double beta1) {
        return new Nadam(Blank.of("nadam")).beta1(beta1);
    }

    /**
     * Moves every parameter by the learning rate, against the sign of a mean of gradients:
     * {@code c = β1 m + (1 - β1) g; w = w - rate sign(c); m = β2 m + (1 - β2) g}.
     */
    public static Lion lion() {
        return new Lion(Blank.of("lion"));
    }

    /**
     * Moves every parameter by the learning rate, against the sign of a mean of gradients:
     * {@code c = β1 m + (1 - β1) g; w = w - rate sign(c); m = β2 m + (1 - β2) g}.
     *
     * @param weightDecay λ; number from 0; by default {@code 0}
     */
    public static Lion lion(double weightDecay) {
        return new Lion(Blank.of("lion")).weightDecay(weightDecay);
    }

    /** The learning rate as it is, all the time. */
    public static Constant constant() {
        return new Constant(Blank.of("constant"));
    }

    /** Falls from 1 to a minimum along half a cosine, and begins anew at 1 after every period, if there is one. */
    public static Cosine cosine() {
        return new Cosine(Blank.of("cosine"));
    }

    /**
     * Falls from 1 to a minimum along half a cosine, and begins anew at 1 after every period, if there is one.
     *
     * @param period the epochs of the first fall; null for all epochs, which is one fall without a restart; whole
     *     number from 1
     */
    public static Cosine cosine(int period) {
        return new Cosine(Blank.of("cosine")).period(period);
    }

    /**
     * Multiplies the learning rate by the same number in every epoch, a little at each step: {@code decay^progress}.
     */
    public static Exponential exponential() {
        return new Exponential(Blank.of("exponential"));
    }

    /**
     * Multiplies the learning rate by the same number in every epoch, a little at each step: {@code decay^progress}.
     *
     * @param decay what is left of the rate after an epoch; number above 0; by default {@code 0.95}
     */
    public static Exponential exponential(double decay) {
        return new Exponential(Blank.of("exponential")).decay(decay);
    }

    /**
     * One rise to the learning rate and one fall far below where it began, each along half a cosine; the momentum stays
     * as it is.
     */
    public static OneCycle oneCycle() {
        return new OneCycle(Blank.of("one_cycle"));
    }

    /**
     * One rise to the learning rate and one fall far below where it began, each along half a cosine; the momentum stays
     * as it is.
     *
     * @param warmupShare the share of all epochs in which the rate rises; number from 0 to below 1; by default
     *     {@code 0.3}
     */
    public static OneCycle oneCycle(double warmupShare) {
        return new OneCycle(Blank.of("one_cycle")).warmupShare(warmupShare);
    }

    /**
     * Falls from 1 to an end along {@code end + (1 - end) (1 - progress / epochs)^power}; with the power 1 along a
     * line.
     */
    public static Polynomial polynomial() {
        return new Polynomial(Blank.of("polynomial"));
    }

    /**
     * Falls from 1 to an end along {@code end + (1 - end) (1 - progress / epochs)^power}; with the power 1 along a
     * line.
     *
     * @param end the factor at the end of the last epoch; number from 0; by default {@code 0}
     */
    public static Polynomial polynomial(double end) {
        return new Polynomial(Blank.of("polynomial")).end(end);
    }

    /** Multiplies the learning rate by a factor whenever a metric has not improved for a while, as Keras does. */
    public static ReduceOnPlateau reduceOnPlateau() {
        return new ReduceOnPlateau(Blank.of("reduce_on_plateau"));
    }

    /**
     * Multiplies the learning rate by a factor whenever a metric has not improved for a while, as Keras does.
     *
     * @param monitor the metric watched; its name says which way is better; a metric, alone or behind val_; by default
     *     {@code val_loss}
     */
    public static ReduceOnPlateau reduceOnPlateau(String monitor) {
        return new ReduceOnPlateau(Blank.of("reduce_on_plateau")).monitor(monitor);
    }

    /** Steps down: after every so many epochs the learning rate is multiplied by a factor. */
    public static Step step() {
        return new Step(Blank.of("step"));
    }

    /**
     * Steps down: after every so many epochs the learning rate is multiplied by a factor.
     *
     * @param every the epochs between two steps; whole number from 1; by default {@code 10}
     */
    public static Step step(int every) {
        return new Step(Blank.of("step")).every(every);
    }

    /** Minus the log-likelihood of independent yes-or-no answers, from logits. */
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy(Blank.of("binary_cross_entropy"));
    }

    /**
     * Minus the log-likelihood of independent yes-or-no answers, from logits.
     *
     * @param labelSmoothing the share of a target that is replaced by one half (Szegedy et al., Rethinking the
     *     Inception architecture, 2016), in {@code val_loss} too; null for none; number from 0 to below 1
     */
    public static BinaryCrossEntropy binaryCrossEntropy(double labelSmoothing) {
        return new BinaryCrossEntropy(Blank.of("binary_cross_entropy")).labelSmoothing(labelSmoothing);
    }

    /** Minus the log-likelihood of one class out of several, from logits. */
    public static CategoricalCrossEntropy categoricalCrossEntropy() {
        return new CategoricalCrossEntropy(Blank.of("categorical_cross_entropy"));
    }

    /**
     * Minus the log-likelihood of one class out of several, from logits.
     *
     * @param labelSmoothing the share of a target that is spread evenly over all classes (Szegedy et al., Rethinking
     *     the Inception architecture, 2016), in {@code val_loss} too; null for none; number from 0 to below 1
     */
    public static CategoricalCrossEntropy categoricalCrossEntropy(double labelSmoothing) {
        return new CategoricalCrossEntropy(Blank.of("categorical_cross_entropy")).labelSmoothing(labelSmoothing);
    }

    /**
     * How far an output falls short of being 1 on the right side of 0: {@code max(1 - s y, 0)} with the side s, 1 or
     * -1.
     */
    public static Hinge hinge() {
        return new Hinge(Blank.of("hinge"));
    }

    /**
     * Half the squared difference where it is small, and a line from there on, so that outliers pull no harder the
     * farther they are.
     */
    public static Huber huber() {
        return new Huber(Blank.of("huber"));
    }

    /**
     * Half the squared difference where it is small, and a line from there on, so that outliers pull no harder the
     * farther they are.
     *
     * @param delta the difference at which the line begins; number above 0; by default {@code 1}
     */
    public static Huber huber(double delta) {
        return new Huber(Blank.of("huber")).delta(delta);
    }

    /** The divergence of the network's distribution over the classes from the target's, from logits. */
    public static KullbackLeibler kullbackLeibler() {
        return new KullbackLeibler(Blank.of("kullback_leibler"));
    }

    /**
     * The divergence of the network's distribution over the classes from the target's, from logits.
     *
     * @param labelSmoothing the share of a target that is spread evenly over all classes; null for none; number from 0
     *     to below 1
     */
    public static KullbackLeibler kullbackLeibler(double labelSmoothing) {
        return new KullbackLeibler(Blank.of("kullback_leibler")).labelSmoothing(labelSmoothing);
    }

    /** The mean of absolute differences, least at the median; with classes, between probabilities and zeros or ones. */
    public static MeanAbsoluteError meanAbsoluteError() {
        return new MeanAbsoluteError(Blank.of("mean_absolute_error"));
    }

    /** The mean of squared differences; with classes, between probabilities and zeros or ones (Brier's score, 1950). */
    public static MeanSquaredError meanSquaredError() {
        return new MeanSquaredError(Blank.of("mean_squared_error"));
    }

    /** Ends training when a metric has not improved for a while. */
    public static EarlyStopping earlyStopping() {
        return new EarlyStopping(Blank.map());
    }

    /**
     * The mean of the run's loss, {@code Σ loss(y, t) / n}, label smoothing included, real targets as the network
     * learns them, which may be scaled.
     */
    public static MeanLoss loss() {
        return new MeanLoss(Blank.of("loss"));
    }

    /** The share of examples whose class is found: that of the largest output, the first of equal ones. */
    public static Accuracy accuracy() {
        return new Accuracy(Blank.of("accuracy"));
    }

    /** The root of the mean squared error, {@code √(Σ (y - t)² / n)}, in the unit of the data. */
    public static RMSE rmse() {
        return new RMSE(Blank.of("rmse"));
    }

    /**
     * The coefficient of determination, {@code 1 - Σ (y - t)² / Σ (t - m)²}, where m is the mean of the measured part's
     * own targets: 1 is perfect, always answering m is 0, and what is worse is below 0.
     */
    public static R2 r2() {
        return new R2(Blank.of("r2"));
    }

    /** The mean absolute error, {@code Σ |y - t| / n}, in the unit of the data. */
    public static MAE mae() {
        return new MAE(Blank.of("mae"));
    }

    /**
     * The mean absolute percentage error as a share, {@code Σ |y - t| / |t| / n}, in the unit of the data: 0.05 is 5 %.
     */
    public static MAPE mape() {
        return new MAPE(Blank.of("mape"));
    }

    /**
     * The share of examples whose class is among the k of the largest outputs, of more than k classes; its name has the
     * number, {@code top_5_accuracy}.
     */
    public static TopKAccuracy topKAccuracy() {
        return new TopKAccuracy(Blank.of("top_k_accuracy"));
    }

    /**
     * The share of examples whose class is among the k of the largest outputs, of more than k classes; its name has the
     * number, {@code top_5_accuracy}.
     *
     * @param k how many outputs count; whole number from 1; by default {@code 5}
     */
    public static TopKAccuracy topKAccuracy(int k) {
        return new TopKAccuracy(Blank.of("top_k_accuracy")).k(k);
    }

    /**
     * The mean over the classes of the share of their examples that is found, so that rare classes count as much as
     * frequent ones.
     */
    public static BalancedAccuracy balancedAccuracy() {
        return new BalancedAccuracy(Blank.of("balanced_accuracy"));
    }

    /**
     * The mean over the classes of F1, the harmonic mean of precision and recall, {@code 2 hits / (found + actual)}.
     */
    public static MacroF1 macroF1() {
        return new MacroF1(Blank.of("macro_f1"));
    }

    /** The share of the examples taken for class 1 that are of it, of two classes; 0 where none is taken for it. */
    public static Precision precision() {
        return new Precision(Blank.of("precision"));
    }

    /** The share of the examples of class 1 that are taken for it, of two classes; 0 where there are none. */
    public static Recall recall() {
        return new Recall(Blank.of("recall"));
    }

    /**
     * The area under the curve of the receiver operating characteristic, of two classes: how often an example of class
     * 1 has a larger output than one of class 0, where equal ones count one half.
     */
    public static AUC auc() {
        return new AUC(Blank.of("auc"));
    }

    /**
     * Minus the mean logarithm of the probability of the right class, {@code -Σ ln p / n}, whatever loss is minimized
     * and without label smoothing.
     */
    public static LogLoss logLoss() {
        return new LogLoss(Blank.of("log_loss"));
    }

    /** The correlation of the classes with those that are found, from -1 over 0, no better than chance, to 1. */
    public static Matthews matthews() {
        return new Matthews(Blank.of("matthews"));
    }

    /**
     * Evenly spaced numbers of an axis, both bounds among them where they are met.
     *
     * @param min the first value itself, never an exponent; number; required
     * @param max the last value; number; required
     */
    public static Range range(double min, double max) {
        return new Range(Blank.map()).min(min).max(max);
    }

    /**
     * What runs are ranked by.
     *
     * @param name one of an epoch's metrics, in the epoch in which it is best; or with its moment:
     *     {@code final.val_loss}, of the last epoch; {@code kept.val_accuracy}, of the weights that are kept;
     *     {@code test_accuracy}, on the test part; a metric, alone or behind its moment and part as in kept.val_loss or
     *     test_loss; required
     */
    public static RankedMetric metric(String name) {
        return new RankedMetric(Blank.map()).name(name);
    }

    /**
     * Seeds of single purposes, every one of one with every one of another, so that results say which purpose their
     * spread comes from.
     */
    public static SeparateSeeds separateSeeds() {
        return new SeparateSeeds(Blank.map());
    }

    /**
     * As many seeds as needed: a race, in which those configurations get more of them that are not yet told apart from
     * the best.
     *
     * @param min seeds that every configuration gets; whole number from 2 to 100,000; required
     * @param max seeds that none exceeds; whole number; required
     */
    public static Race race(int min, int max) {
        return new Race(Blank.map()).min(min).max(max);
    }

    /** When a run's state is saved, so that a run that is cut off goes on from there, with the same bits. */
    public static CheckpointSpec checkpoint() {
        return new CheckpointSpec(Blank.map());
    }
}
