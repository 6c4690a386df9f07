package gridrun.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"AdamW, adamw", "RMSprop, rmsprop", "SGD, sgd", "ReLU, relu", "LeakyReLU, leaky_relu", "GELU, gelu",
        "HeNormal, he_normal", "Conv2D, conv2d", "batchSize, batch_size", "l2, l2", "MLP, mlp",
        "BinaryCrossEntropy, binary_cross_entropy", "LSTM, lstm", "minDelta, min_delta"})
    void snake_followsTheFieldsSpelling(String identifier, String name) {
        assertEquals(name, Names.snake(identifier));
    }
}
