package gridrun.kernel.vector;

import static gridrun.kernel.vector.TileText.plus;

import gridrun.kernel.vector.TileText.Place;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classes of tiles that are generated: where each finds its numbers, and its shapes. */
final class Tiles {

    private static final IntFunction<String> NO_LOCALS = rows -> "";
    /** The indices step from product to product, which takes a register less than to multiply p. */
    private static final String STEPS = "p = 0; p < k; p++, bi += ldb";
    private static final String STEPS_OF_BOTH = "p = 0; p < k; p++, ai += step, bi += ldb";
    private static final String STEPS_OF_PLACES = "p = pi, end = pi + k; p < end; p++, bi += ldb";
    private static final Place FROM_S = (r, v) -> plus(plus("s, si", r, "lds"), v, "LANES");
    private static final Place INTO_C = (r, v) -> plus(plus("c, ci", r, "ldc"), v, "LANES");
    /** Rows of a gradient of weights lie two vectors apart, whatever the shape. */
    private static final Place FROM_SUMS = (r, v) -> plus("s, si", 2 * r + v, "LANES");
    private static final Place INTO_SUMS = (r, v) -> plus("c, ci", 2 * r + v, "LANES");

    private Tiles() {}

    static List<TileText> all() {
        return List.of(small(), rows(), columns(), pairs(), direct(), pixels(), taps(), nearTaps());
    }

    private static TileText small() {
        return new TileText("SmallTiles", """
                Tiles with few rows and A in any order, element [r, p] at {@code a[ai + r * rowStep + p * step]}.

                <p>A tile is rows of one or two vectors of C, held in registers while k rank-one updates
                {@code c[r, :] += a[r, p] b[p, :]} are added: chains of fused multiply-adds in order of p. They begin
                at {@code s}, row r at {@code si + r * lds}, which is the bias or zeros (with {@code lds} 0), or C
                itself when a later block of k continues them; they end at {@code c}.
                """, "", "tile", NO_LOCALS, STEPS_OF_BOTH, "bi", "", r -> plus("ai", r, "rowStep"), FROM_S, INTO_C,
                false,
                shapes("4x2 8x1 4x1 1x2 1x1"));
    }

    private static TileText rows() {
        return new TileText("RowTiles", """
                Tiles of a product whose A was copied row by row to rows of a constant length, so that one register
                addresses all of them: element [r, p] is {@code a[ai + r * A_STEP + p]}. Six rows are for processors
                with 16 vector registers. See {@link SmallTiles} for what a tile is.
                """, """
                /** The distance of rows: more than any k, and no power of two, for rows would fight for cache lines. */
                static final int A_STEP = 1040;
                """, "tile", NO_LOCALS, STEPS, "bi", "", r -> plus("ai + p", r, "A_STEP"), FROM_S, INTO_C, false,
                shapes("12x2 12x1 8x2 8x1 6x2 6x1"));
    }

    private static TileText columns() {
        return new TileText("ColumnTiles", """
                Tiles of a product with A transposed, element [r, p] at {@code a[ai + p * step + r]}. Six rows are for
                processors with 16 vector registers. See {@link SmallTiles} for what a tile is.
                """, "", "tile", NO_LOCALS, STEPS_OF_BOTH, "bi", "", r -> plus("ai", r), FROM_S, INTO_C, false,
                shapes("12x2 12x1 8x2 8x1 6x2 6x1"));
    }

    private static TileText pairs() {
        return new TileText("PairTiles", """
                Tiles for processors with 16 vector registers, whose rows of A have an index for each pair: element
                [r, p] is at {@code a[ai + r * rowStep + p * step]}. See {@link SmallTiles} for what a tile is.

                <p>With one index for all rows, the compiler of JDK 25 loads three elements of A at a time, which is one
                register too many: a sum goes to memory and back in each step, which takes twice as long.
                """, "", "tile",
                rows -> locals(1, rows / 2, r -> "a%d = %s + 2 * rowStep".formatted(2 * r, pair(r - 1))),
                IntStream.range(1, 3).mapToObj(r -> ", " + pair(r) + " += step")
                        .collect(Collectors.joining("", STEPS_OF_BOTH, "")),
                "bi", "", r -> plus(pair(r / 2), r % 2, "rowStep"), FROM_S, INTO_C, false, shapes("6x2"));
    }

    /** The index of a pair of rows. */
    private static String pair(int place) {
        return place == 0 ? "ai" : "a" + 2 * place;
    }

    private static TileText direct() {
        return new TileText("DirectTiles", """
                Tiles of a product whose rows of A are read where they lie, {@code rowStep} apart: no copy of A, which
                pays where C has few columns. More rows than these need more addresses than there are registers, and
                these leave none to step through b. See {@link SmallTiles} for what a tile is.
                """, "", "tile",
                rows -> locals(1, rows, r -> "a%d = %s + rowStep".formatted(r, r == 1 ? "ai" : "a" + (r - 1))),
                "p = 0; p < k; p++", "bi + p * ldb", "",
                r -> (r == 0 ? "ai" : "a" + r) + " + p", FROM_S, INTO_C, false, shapes("8x2 8x1"));
    }

    private static TileText pixels() {
        return new TileText("PixelTiles", """
                Tiles of a convolution: neighbouring positions of a row by one or two vectors of filters, held in
                registers over all taps.

                <p>Position r finds tap p at {@code a[ai + places[pi + p] + r]}, see {@link Planes}; its weights are
                the row {@code bi + p * ldb} of b. All chains begin at {@code si} of s and end at {@code c},
                {@code ldc} apart, stored in order, so that what is written beyond a pixel's filters is overwritten by
                the next pixel.
                """, """
                /** Pixels of a tile. */
                static final int PIXELS = 8;
                /** Pixels of a tile by one vector, where there are 32 registers: as wide as many halved images. */
                static final int MANY_PIXELS = 14;
                """, "pixels", NO_LOCALS, STEPS_OF_PLACES, "bi", "            int at = ai + places[p];\n",
                r -> plus("at", r),
                (r, v) -> plus("s, si", v, "LANES"), INTO_C, true, shapes("8x2 8x1 14x1"));
    }

    private static TileText taps() {
        return new TileText("TapTiles", """
                Tiles of a convolution's weight gradient: taps by one or two vectors of filters, held in registers
                over k positions.

                <p>Tap r finds position p at {@code a[taps[ti + r] + places[pi + p]]}; the gradient there is the row
                {@code bi + p * ldb} of b. The chains go on from s and end in c, two vectors apart.
                """, """
                /** Three by three taps of one channel are one tile. */
                static final int TAPS = 9;
                """, "taps", rows -> locals(0, rows, r -> "a%d = taps[%s]".formatted(r, plus("ti", r))),
                STEPS_OF_PLACES, "bi", "            int at = places[p];\n", r -> "a" + r + " + at",
                FROM_SUMS, INTO_SUMS, true, shapes("9x2 9x1"));
    }

    private static TileText nearTaps() {
        return new TileText("NearTapTiles", """
                Tiles of {@link TapTiles} for taps whose numbers lie side by side: tap r finds position p at
                {@code a[ai + r + places[pi + p]]}, and one range check serves them all.
                """, """
                /** Taps of a tile, or half of the taps. */
                static final int NEAR = 12;
                """, "tile", NO_LOCALS, STEPS_OF_PLACES, "bi", "            int at = ai + places[p];\n",
                r -> plus("at", r),
                FROM_SUMS, INTO_SUMS, true, shapes("24x1 12x1 12x2"));
    }

    /** Rows by vectors, separated by spaces. */
    private static List<int[]> shapes(String shapes) {
        return Stream.of(shapes.split(" "))
                .map(shape -> Stream.of(shape.split("x")).mapToInt(Integer::parseInt).toArray()).toList();
    }

    /** Declares integers, five a line. */
    private static String locals(int from, int to, IntFunction<String> declaration) {
        return IntStream.iterate(from, i -> i < to, i -> i + 5)
                .mapToObj(i -> IntStream.range(i, Math.min(to, i + 5)).mapToObj(declaration)
                        .collect(Collectors.joining(", ", "        int ", ";\n")))
                .collect(Collectors.joining());
    }
}
