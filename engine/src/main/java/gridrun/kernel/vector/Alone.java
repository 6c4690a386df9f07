package gridrun.kernel.vector;

/**
 * A class of loops over vectors. Each of its methods is compiled by itself, the same way in every process.
 *
 * <p>The compiler keeps vectors in registers only where it inlines all of the Vector API, and it inlines less from the
 * point on where one compilation has become large (18,000 nodes of its graph, some 300 a call). If it could inline our
 * loops, too, into the kernels that call them, into operations, into the training step, then what was hot first would
 * decide where that point lies, and in some processes it would lie within a loop, whose vectors are objects from
 * there on. HotSpot never inlines a method of an exception class into others. So these classes say that they are one,
 * though nobody throws them; a call costs a nanosecond, and loops are long.
 *
 * <p>{@code CompilationBudgetTest} counts what a method calls.
 */
abstract class Alone extends Throwable {

    Alone() {
        super(null, null, false, false);
    }
}
