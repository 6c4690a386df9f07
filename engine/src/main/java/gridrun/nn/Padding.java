package gridrun.nn;

import gridrun.kernel.Window;

/** What lies around an image under a window. */
public enum Padding {

    /** As many zeros as keep the size, or divide it by the stride, rounded up; half of them, rounded down, in front. */
    SAME,
    /** Nothing: windows lie within the image. */
    VALID;

    /** The window along one axis. */
    Window window(int size, int taps, int stride, int dilation) {
        return this == SAME ? Window.same(size, taps, stride, dilation) : Window.valid(size, taps, stride, dilation);
    }
}
