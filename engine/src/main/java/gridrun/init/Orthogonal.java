package gridrun.init;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times a gain.
 *
 * <p>Source: Saxe et al., Exact solutions to the nonlinear dynamics of learning in deep linear neural networks, 2014.
 * The vectors are drawn normal and made orthonormal by Gram and Schmidt's process, each projection taken out twice,
 * which is as good as Householder's to working precision (Giraud et al., 2005).
 *
 * <p>Example: {@code model: {hidden: [64], init: {orthogonal: 1.4}}}
 *
 * @param gain the length of the rows or columns
 */
public record Orthogonal(@Default("1") double gain) implements Initializer {

    public Orthogonal {
        Check.positive("gain", gain);
    }

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        int rows = parameter.rows();
        int columns = parameter.columns();
        double[][] basis = orthonormal(Math.min(rows, columns), Math.max(rows, columns), rng);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                parameter.set(i * columns + j, gain * (rows <= columns ? basis[i][j] : basis[j][i]));
            }
        }
    }

    private static double[][] orthonormal(int count, int length, Rng rng) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            double norm;
            do {
                for (int i = 0; i < length; i++) {
                    vectors[k][i] = rng.nextGaussian();
                }
                for (int pass = 0; pass < 2; pass++) {
                    for (int earlier = 0; earlier < k; earlier++) {
                        subtract(vectors[k], dot(vectors[k], vectors[earlier]), vectors[earlier]);
                    }
                }
                norm = Math.sqrt(dot(vectors[k], vectors[k]));
            } while (norm < 1e-6);
            for (int i = 0; i < length; i++) {
                vectors[k][i] /= norm;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double scale, double[] vector) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= scale * vector[i];
        }
    }
}
