package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {

    private interface FloatFunction {
        float at(float x);
    }

    /** A function, its exact values, where it is swept, and how far it may be off there, in units in the last place. */
    private enum Function {
        EXP(FloatMath::exp, StrictMath::exp, -103, 88.7, 1.1), //
        EXPM1(FloatMath::expm1, StrictMath::expm1, -30, 88.7, 1.6), //
        LOG(FloatMath::log, StrictMath::log, 1e-6, 40, 1.2), //
        LOG_TINY(FloatMath::log, StrictMath::log, 1e-44, 1e-37, 1.2), //
        LOG1P(FloatMath::log1p, StrictMath::log1p, -0.99, 30, 2.1), //
        TANH(FloatMath::tanh, StrictMath::tanh, -11, 11, 2.1), //
        TANH_TINY(FloatMath::tanh, StrictMath::tanh, -1e-3, 1e-3, 1.1), //
        ERF(FloatMath::erf, ReferenceMath::erf, -5, 5, 1.6), //
        SIGMOID(FloatMath::sigmoid, ReferenceMath::sigmoid, -100, 100, 2.6), //
        SOFTPLUS(FloatMath::softplus, x -> ReferenceMath.value(Unary.SOFTPLUS, 0, x), -80, 80, 2.6);

        private final FloatFunction ours;
        private final DoubleUnaryOperator exact;
        private final double low;
        private final double high;
        private final double limit;

        Function(FloatFunction ours, DoubleUnaryOperator exact, double low, double high, double limit) {
            this.ours = ours;
            this.exact = exact;
            this.low = low;
            this.high = high;
            this.limit = limit;
        }
    }

    @ParameterizedTest
    @EnumSource
    void function_overDenseSweep_isOffByFewUlps(Function f) {
        double worst = 0;
        float at = 0;
        for (int i = 0; i <= 400_000; i++) {
            float x = (float) (f.low + (f.high - f.low) * i / 400_000);
            double exact = f.exact.applyAsDouble(x);
            double error = Math.abs(f.ours.at(x) - exact) / Math.ulp((float) exact);
            if (!(error <= worst)) {
                worst = error;
                at = x;
            }
        }
        assertTrue(worst <= f.limit, f + " is off by " + worst + " ulp at " + at);
    }

    @Test
    void functions_atTheEnds_areDefined() {
        float inf = Float.POSITIVE_INFINITY;
        assertEquals(0, FloatMath.exp(-inf));
        assertEquals(inf, FloatMath.exp(inf));
        assertEquals(0, FloatMath.exp(-1e4f));
        assertEquals(Float.MIN_VALUE, FloatMath.exp(-103.5f));
        assertEquals(1, FloatMath.exp(0));
        assertEquals(-1, FloatMath.expm1(-inf));
        assertEquals(inf, FloatMath.expm1(inf));
        assertEquals(-inf, FloatMath.log(0));
        assertEquals(inf, FloatMath.log(inf));
        assertEquals(Float.NaN, FloatMath.log(-1));
        assertEquals(-inf, FloatMath.log1p(-1));
        assertEquals(inf, FloatMath.log1p(inf));
        assertEquals(1, FloatMath.tanh(inf));
        assertEquals(-1, FloatMath.tanh(-1e4f));
        assertEquals(1, FloatMath.erf(inf));
        assertEquals(-1, FloatMath.erf(-1e4f));
        assertEquals(0, FloatMath.sigmoid(-inf));
        assertEquals(1, FloatMath.sigmoid(1e4f));
        assertEquals(0, FloatMath.softplus(-inf));
        assertEquals(inf, FloatMath.softplus(inf));
        assertEquals(1e4f, FloatMath.softplus(1e4f));
        assertEquals(Float.MIN_VALUE, FloatMath.tanh(Float.MIN_VALUE));
    }

    @ParameterizedTest
    @EnumSource
    void function_ofNaN_isNaN(Function f) {
        assertEquals(Float.NaN, f.ours.at(Float.NaN));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXP", "TANH", "ERF", "SIGMOID"})
    void function_towardsItsEnds_neverPassesThem(Function f) {
        float lowest = f == Function.TANH || f == Function.ERF ? -1 : 0;
        float highest = f == Function.EXP ? Float.POSITIVE_INFINITY : 1;
        for (float x = 0; x < 200; x += 0.01f) {
            assertTrue(f.ours.at(-x) >= lowest && f.ours.at(x) <= highest, f + " at ±" + x);
        }
        assertEquals(lowest, f.ours.at(-200));
        assertEquals(highest, f.ours.at(200));
    }

    @Test
    void erf_inFloat64_agreesWithTables() {
        assertEquals(0.5204998778130465, ReferenceMath.erf(0.5), 1e-15);
        assertEquals(-0.8427007929497149, ReferenceMath.erf(-1), 1e-15);
        assertEquals(0.9953222650189527, ReferenceMath.erf(2), 1e-15);
        assertEquals(0.9999999845827421, ReferenceMath.erf(4), 1e-15);
    }
}
