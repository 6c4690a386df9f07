package gridrun.page;

/** What is left of a page that is to stay small. */
final class Room {

    /** Hardly any picture is smaller. */
    private static final int LEAST = 8_000;

    private int left;

    /** @param letters that the page may still have */
    Room(int letters) {
        this.left = letters;
    }

    /** Whether something of so many letters has a place; then it takes it. */
    boolean takes(int letters) {
        boolean fits = letters <= left;
        left -= fits ? letters : 0;
        return fits;
    }

    /** Whether it is not worth while to look for what would fit. */
    boolean isFull() {
        return left < LEAST;
    }

    /** A part of it for something; what that leaves is given back. */
    Room part(double share) {
        Room part = new Room((int) (share * left));
        left -= part.left;
        return part;
    }

    void giveBack(Room part) {
        left += part.left;
        part.left = 0;
    }
}
