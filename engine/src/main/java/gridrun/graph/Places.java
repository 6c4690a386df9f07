package gridrun.graph;

import gridrun.tensor.Arena;
import java.util.ArrayList;
import java.util.List;

/** Places in memory that is yet to be allocated, by the element at which they begin. */
final class Places {

    /** Elements that follow each other. */
    record Place(long offset, long size) {

        private long end() {
            return offset + size;
        }
    }

    private final List<Place> free = new ArrayList<>();
    private long size;

    /** New elements, after all that there are. */
    Place append(int elements) {
        Place place = new Place(size, Arena.aligned(elements));
        size = place.end();
        return place;
    }

    /** The smallest free place that is large enough, of several the one that was freed last; else more memory. */
    Place take(int elements) {
        int wanted = Arena.aligned(elements);
        Place best = null;
        for (Place place : free) {
            if (place.size >= wanted && (best == null || place.size <= best.size)) {
                best = place;
            }
        }
        if (best == null) {
            best = free.stream().filter(place -> place.end() == size).findAny().orElse(new Place(size, 0));
            size = best.offset + wanted;
        }
        free.remove(best);
        if (best.size > wanted) {
            free.add(new Place(best.offset + wanted, best.size - wanted));
        }
        return new Place(best.offset, wanted);
    }

    /** Frees a place, which is one with those beside it that are free. */
    void release(Place place) {
        Place whole = place;
        for (Place other : List.copyOf(free)) {
            if (other.end() == whole.offset || whole.end() == other.offset) {
                free.remove(other);
                whole = new Place(Math.min(whole.offset, other.offset), whole.size + other.size);
            }
        }
        free.add(whole);
    }

    /** The elements that are needed for all. */
    long size() {
        return size;
    }
}
