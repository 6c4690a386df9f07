package gridrun.tensor;

/**
 * A view of a row-major array inside an arena. It has no arithmetic: only kernels compute.
 *
 * @param arena the block that holds the elements
 * @param offset the index of the first element
 * @param shape the dimensions
 */
public record Tensor(Arena arena, int offset, Shape shape) {

    public int size() {
        return shape.size();
    }

    /** The rows of this array as a matrix: the product of all dimensions but the last. */
    public int rows() {
        return shape.rows();
    }

    /** The columns of this array as a matrix: the last dimension. */
    public int columns() {
        return shape.last();
    }

    /** The same elements under another shape of the same size. */
    public Tensor as(Shape other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException("%s cannot be seen as %s".formatted(shape, other));
        }
        return new Tensor(arena, offset, other);
    }

    /** The part that begins at a row-major index, under a shape of its own. */
    public Tensor slice(int from, Shape part) {
        if (from < 0 || part.size() > size() - from) {
            throw new IndexOutOfBoundsException("%s from %d of %s".formatted(part, from, shape));
        }
        return new Tensor(arena, offset + from, part);
    }

    /** The parts along the leading dimension, such as the steps of a sequence. */
    public Tensor[] parts() {
        Shape part = shape.example();
        Tensor[] parts = new Tensor[shape.dimension(0)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = slice(i * part.size(), part);
        }
        return parts;
    }

    /** The element at a row-major index. */
    public double get(int index) {
        return arena.get(offset + checked(index));
    }

    /** Sets the element at a row-major index, rounded to the arena's precision. */
    public void set(int index, double value) {
        arena.set(offset + checked(index), value);
    }

    /** Sets every element. */
    public void fill(double value) {
        for (int i = 0; i < size(); i++) {
            arena.set(offset + i, value);
        }
    }

    private int checked(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index + " in " + shape);
        }
        return index;
    }
}
