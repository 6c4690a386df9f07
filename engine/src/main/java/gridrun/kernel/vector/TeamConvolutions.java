package gridrun.kernel.vector;

import gridrun.kernel.Convolution;
import gridrun.kernel.Convolutions;
import gridrun.tensor.Tensor;

/** Convolutions divided among a team: by images, or rows of few images, and by taps of the weights' gradient. */
final class TeamConvolutions implements Convolutions {

    private final Team team;
    private final VectorConvolutions alone;

    TeamConvolutions(Team team, VectorConvolutions alone) {
        this.team = team;
        this.alone = alone;
    }

    private boolean isSmall(Convolution g) {
        return team.isSmall((long) g.output().size(), g.chain());
    }

    /** Each member copies the images it reads, so whole images are divided where there are enough. */
    private int unit(Convolution g, int rows) {
        return g.batch() >= team.size() ? rows : 1;
    }

    @Override
    public void forward(Convolution g, Tensor x, Tensor w, Tensor b, Tensor y) {
        if (isSmall(g)) {
            alone.forward(g, x, w, b, y);
        } else {
            int rows = g.y().positions();
            team.share(g.batch() * rows, unit(g, rows), (member, from, to) ->
                    member.convolutions.forward(g, x, w, b, y, from, to));
        }
    }

    @Override
    public void weightGradient(Convolution g, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        if (isSmall(g)) {
            alone.weightGradient(g, x, dy, dw, db);
        } else {
            team.share(g.chain(), TapTiles.TAPS, (member, from, to) ->
                    member.convolutions.weightGradient(g, x, dy, dw, db, from, to));
        }
    }

    @Override
    public void inputGradient(Convolution g, Tensor dy, Tensor w, Tensor dx) {
        if (isSmall(g)) {
            alone.inputGradient(g, dy, w, dx);
        } else {
            int rows = g.y().size();
            team.share(g.batch() * rows, unit(g, rows), (member, from, to) ->
                    member.convolutions.inputGradient(g, dy, w, dx, from, to));
        }
    }
}
