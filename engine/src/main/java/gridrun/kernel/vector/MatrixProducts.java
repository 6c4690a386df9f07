package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.RowTiles.A_STEP;
import static gridrun.kernel.vector.Slivers.PAIRS;

import gridrun.tensor.Arena;
import java.util.Arrays;

/**
 * Matrix products {@code c = a b} as tiles of outer products (Goto and van de Geijn, Anatomy of high-performance matrix
 * multiplication, 2008).
 *
 * <p>Every element is one chain of fused multiply-adds over k in order, begun at the bias or at zero. A later block of
 * k loads C and continues, so no size below changes a bit.
 */
final class MatrixProducts {

    /** Rows of a main tile of two vectors: 12 take 24 of 32 registers, 6 take 12 of 16. */
    static final int ROWS = LANES < 16 ? 6 : 12;
    /** Whether six rows have an index for each pair of them, without which later compilers lack a register of AVX2. */
    private static final boolean BY_PAIRS = LANES == 8 && Runtime.version().feature() > 17;
    /** Its columns. */
    static final int COLUMNS = 2 * LANES;
    private static final int SMALL_ROWS = 4;
    /** The most of a block of k: going over C again costs more than two vectors of B a step beyond the first cache. */
    private static final int K_BLOCK = 1024;
    /** Rows of A copied at a time; with a block of k they stay in a second-level cache of a megabyte. */
    private static final int M_BLOCK = 12 * 15;
    /** Columns of B whose copies are kept at a time; with a block of k they are four megabytes. */
    private static final int N_BLOCK = 1024;
    /** Room for all copies of a block. Products that need a quarter take it all: so it may begin with a cache line. */
    private static final int MOST_KEPT = N_BLOCK * K_BLOCK;
    /** Below this k, copying rows of A costs more than it brings. */
    private static final int K_WORTH_COPYING = 24;
    /** So few columns read A no more than twice, and a copy of its rows would be a third. */
    private static final int N_WORTH_COPYING = 4 * LANES;

    /**
     * B's rows at a multiple of this distance share sets of the first-level cache, and throw each other out of it. A
     * copy of two vectors of them must serve so many rows of A, some eight tiles.
     */
    private static final int CLASH = 64;
    private static final int M_WORTH_COPYING = 8 * ROWS;
    /** At a multiple of this distance they share a few sets alone, and a copy pays after four tiles. */
    private static final int HARD_CLASH = 256;
    private static final int M_WORTH_COPYING_HARD = 4 * ROWS;
    /**
     * From this distance on, rows are on a page each, and a copy pays at any distance that serves so many rows. Tiles
     * of half as many rows read B twice as often: where the second-level cache has but half a megabyte, as in
     * processors without AVX-512, they wait for rows that are nearer, too.
     */
    private static final int FAR = LANES < WIDEST ? 96 : 1024;
    private static final int M_WORTH_COPYING_FAR = (LANES < WIDEST ? 8 : 16) * ROWS;
    private static final float[] NONE = {};

    /** Made when they are used first: small networks never do, and would wait for megabytes of zeros. */
    private float[] copied = NONE;
    private float[] slivers = NONE;
    private final float[] edge = new float[ROWS * COLUMNS];
    private float[] start = NONE;

    private final Tile tile = new Tile();
    /** Where a block's rows of A begin. */
    private int ai;
    private int tallest;
    private boolean transposedB;
    private boolean copiesB;
    /** Whether copies of B stay for the next rows of A. */
    private boolean keepsB;
    /** A tile's columns from j on begin {@code j * columnStep} behind the first: 1, or k where B lies in panels. */
    private int columnStep;

    /**
     * a [m, k], element [i, p] at {@code ai + i * rowStep + p * step}, one step being 1; b [k, n] and c [m, n], their
     * rows {@code ldb} and {@code ldc} apart; bias [n] or null.
     */
    void multiply(int m, int n, int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
            float[] bias, int biasAt, float[] c, int ci, int ldc) {
        transposedB = false;
        columnStep = 1;
        begin(n, bias, biasAt);
        blocks(m, n, k, a, ai, rowStep, step, b, bi, ldb, start, 0, 0, c, ci, ldc);
    }

    /** The same with each chain begun at its element of s, whose rows are {@code lds} apart; s may be c. */
    void multiplyAdded(int m, int n, int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
            float[] s, int si, int lds, float[] c, int ci, int ldc) {
        transposedB = false;
        columnStep = 1;
        blocks(m, n, k, a, ai, rowStep, step, b, bi, ldb, s, si, lds, c, ci, ldc);
    }

    /** As {@link #multiply} with rows of A {@code k} apart and columns of B from j on, which begin a panel. */
    void multiplyHeld(int m, int n, int k, float[] a, int ai, HeldMatrix b, int j, float[] bias, int biasAt,
            float[] c, int ci, int ldc) {
        begin(n, bias, biasAt);
        multiplyAddedHeld(m, n, k, a, ai, b, j, start, 0, 0, c, ci, ldc);
    }

    /** As {@link #multiplyAdded} with rows of A {@code k} apart and columns of B from j on, which begin a panel. */
    void multiplyAddedHeld(int m, int n, int k, float[] a, int ai, HeldMatrix b, int j, float[] s, int si, int lds,
            float[] c, int ci, int ldc) {
        transposedB = false;
        columnStep = k;
        blocks(m, n, k, a, ai, k, 1, b.panels(), Arena.FIRST + j * k, COLUMNS, s, si, lds, c, ci, ldc);
    }

    /** {@code c = a bᵀ}: a [m, k] with rows {@code k} apart; b [n, k], its rows {@code ldb} apart; c [m, n]. */
    void multiplyTransposedB(int m, int n, int k, float[] a, int ai, float[] b, int bi, int ldb,
            float[] c, int ci, int ldc) {
        transposedB = true;
        begin(n, null, 0);
        blocks(m, n, k, a, ai, k, 1, b, bi, ldb, start, 0, 0, c, ci, ldc);
    }

    private void blocks(int m, int n, int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
            float[] s, int si, int lds, float[] c, int ci, int ldc) {
        copiesB = transposedB || isWorthCopying(m, ldb);
        keepsB = copiesB && m > M_BLOCK;
        int width = keepsB ? N_BLOCK : n;
        int length = lengthOfBlocks(k);
        for (int p = 0; p < k; p += length) {
            int kb = Math.min(length, k - p);
            for (int j = 0; j < n; j += width) {
                int nb = Math.min(width, n - j);
                int bj = bi + (transposedB ? p + j * ldb : p * ldb + j * columnStep);
                for (int i = 0; i < m; i += M_BLOCK) {
                    int mb = Math.min(M_BLOCK, m - i);
                    operand(a, ai + i * rowStep + p * step, rowStep, step, mb, n, kb);
                    boolean kept = keepsB && i > 0;
                    int cij = ci + i * ldc + j;
                    if (p == 0) {
                        block(mb, nb, kb, b, bj, ldb, kept, s, si + i * lds + j, lds, c, cij, ldc);
                    } else {
                        block(mb, nb, kb, b, bj, ldb, kept, c, cij, ldc, c, cij, ldc);
                    }
                }
            }
        }
    }

    /** Blocks are equally long, or nearly: a last one of a few steps would read and write all of C for nothing. */
    private static int lengthOfBlocks(int k) {
        int blocks = (k + K_BLOCK - 1) / K_BLOCK;
        return blocks == 0 ? 1 : (k + blocks - 1) / blocks;
    }

    private void begin(int n, float[] bias, int biasAt) {
        if (start.length < n + 2 * WIDEST) {
            start = new float[n + 2 * WIDEST];
        }
        if (bias == null) {
            Arrays.fill(start, 0, n, 0);
        } else {
            System.arraycopy(bias, biasAt, start, 0, n);
        }
    }

    /**
     * Sets where the tiles read A: from a copy with rows of constant length, unless it is transposed, or k or C's rows
     * are short.
     */
    private void operand(float[] from, int at, int fromRowStep, int fromStep, int m, int n, int k) {
        boolean small = fromRowStep != 1 && k < K_WORTH_COPYING;
        boolean direct = LANES == WIDEST && n <= N_WORTH_COPYING;
        if (fromRowStep == 1 || small || direct) {
            tile.a = from;
            ai = at;
            tile.rowStep = fromRowStep;
            tile.step = fromStep;
            tallest = fromRowStep == 1 ? ROWS : small ? SMALL_ROWS : 8;
            return;
        }
        if (copied.length < m * A_STEP) {
            copied = new float[m * A_STEP];
        }
        for (int i = 0; i < m; i++) {
            System.arraycopy(from, at + i * fromRowStep, copied, i * A_STEP, k);
        }
        tile.a = copied;
        ai = 0;
        tile.rowStep = A_STEP;
        tile.step = 1;
        tallest = ROWS;
    }

    /** @param kept whether copies of B are there from the block before */
    private void block(int m, int n, int k, float[] b, int bi, int ldb, boolean kept, float[] s, int si, int lds,
            float[] c, int ci, int ldc) {
        tile.k = k;
        tile.s = s;
        tile.lds = lds;
        int places = keepsB ? (n + COLUMNS - 1) / COLUMNS : transposedB ? 1 : PAIRS;
        int size = places * k * COLUMNS;
        if (copiesB && slivers.length < Arena.FIRST + size) {
            slivers = new float[Arena.FIRST + (size < MOST_KEPT / 4 ? size : MOST_KEPT)];
        }
        for (int j = 0; j < n; j += COLUMNS) {
            int columns = Math.min(COLUMNS, n - j);
            boolean whole = columns == COLUMNS || columns == LANES;
            boolean copy = transposedB || columns == COLUMNS && copiesB;
            int place = Arena.FIRST + j / COLUMNS % places * k * COLUMNS;
            if (copy && !kept) {
                copy(b, bi, ldb, n, k, j, place);
            }
            tile.b = copy ? slivers : b;
            tile.bi = copy ? place : bi + j * columnStep;
            tile.ldb = copy ? COLUMNS : ldb;
            tile.c = whole ? c : edge;
            tile.ldc = whole ? ldc : COLUMNS;
            for (int i = 0; i < m;) {
                int rows = rowsOfTile(m - i);
                tile.ai = ai + i * tile.rowStep;
                tile.si = si + i * lds + j;
                tile.ci = whole ? ci + i * ldc + j : 0;
                compute(rows, columns > LANES);
                if (!whole) {
                    copyEdge(rows, columns, c, ci + i * ldc + j, ldc);
                }
                i += rows;
            }
        }
    }

    private void copy(float[] b, int bi, int ldb, int n, int k, int j, int place) {
        if (transposedB) {
            Transposition.of(b, bi + j * ldb, ldb, Math.min(COLUMNS, n - j), k, slivers, place, COLUMNS);
        } else if (j / COLUMNS % PAIRS == 0) {
            Slivers.copy(Math.min(PAIRS, (n - j) / COLUMNS), b, bi + j, ldb, k, slivers, place);
        }
    }

    private static boolean isWorthCopying(int m, int ldb) {
        return m >= M_WORTH_COPYING_HARD && ldb % HARD_CLASH == 0
                || m >= M_WORTH_COPYING && ldb % CLASH == 0
                || m >= M_WORTH_COPYING_FAR && ldb >= FAR;
    }

    /**
     * 16 to 19 rows are two tiles of 8, for one of 12 would leave 4, whose chains are too few to hide how long an
     * addition takes. So 8 and 9 are two tiles of 4, where one of 6 would leave tiles of a row.
     */
    private int rowsOfTile(int left) {
        boolean inFours = tallest == 12 ? left / 4 == 4 : tallest == 6 && left / 2 == 4;
        if (left >= tallest && !inFours) {
            return tallest;
        }
        return left >= 8 && tallest > 8 ? 8 : left >= SMALL_ROWS ? SMALL_ROWS : 1;
    }

    private void copyEdge(int rows, int columns, float[] c, int ci, int ldc) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                c[ci + i * ldc + j] = edge[i * COLUMNS + j];
            }
        }
    }

    private void compute(int rows, boolean wide) {
        int shape = wide ? rows : -rows;
        if (rows <= SMALL_ROWS) {
            smallTile(shape);
        } else if (BY_PAIRS && wide) {
            PairTiles.tile6x2(tile);
        } else if (tile.rowStep == 1) {
            columnTile(shape);
        } else if (tile.a == copied) {
            rowTile(shape);
        } else if (wide) {
            DirectTiles.tile8x2(tile);
        } else {
            DirectTiles.tile8x1(tile);
        }
    }

    private void smallTile(int shape) {
        switch (shape) {
            case SMALL_ROWS -> SmallTiles.tile4x2(tile);
            case -SMALL_ROWS -> SmallTiles.tile4x1(tile);
            case 1 -> SmallTiles.tile1x2(tile);
            default -> SmallTiles.tile1x1(tile);
        }
    }

    private void rowTile(int shape) {
        switch (shape) {
            case 12 -> RowTiles.tile12x2(tile);
            case 8 -> RowTiles.tile8x2(tile);
            case 6 -> RowTiles.tile6x2(tile);
            case -12 -> RowTiles.tile12x1(tile);
            case -8 -> RowTiles.tile8x1(tile);
            default -> RowTiles.tile6x1(tile);
        }
    }

    private void columnTile(int shape) {
        switch (shape) {
            case 12 -> ColumnTiles.tile12x2(tile);
            case 8 -> ColumnTiles.tile8x2(tile);
            case 6 -> ColumnTiles.tile6x2(tile);
            case -12 -> ColumnTiles.tile12x1(tile);
            case -8 -> ColumnTiles.tile8x1(tile);
            default -> ColumnTiles.tile6x1(tile);
        }
    }
}
