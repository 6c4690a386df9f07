package gridrun.graph;

import gridrun.tensor.Arena;
import java.util.ArrayList;
import java.util.Iterator;
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
        int best = -1;
        for (int i = 0; i < free.size(); i++) {
            if (free.get(i).size >= wanted && (best < 0 || free.get(i).size <= free.get(best).size)) {
                best = i;
            }
        }
        Place place = best < 0 ? grown(wanted) : free.remove(best);
        if (place.size > wanted) {
            free.add(new Place(place.offset + wanted, place.size - wanted));
        }
        return new Place(place.offset, wanted);
    }

    /** More memory; a free place that nothing follows becomes the first part of it. */
    private Place grown(int wanted) {
        long offset = size;
        for (int i = 0; i < free.size(); i++) {
            if (free.get(i).end() == size) {
                offset = free.remove(i).offset;
                break;
            }
        }
        size = offset + wanted;
        return new Place(offset, wanted);
    }

    /** Frees a place, which is one with those beside it that are free. */
    void release(Place place) {
        Place whole = place;
        for (Iterator<Place> others = free.iterator(); others.hasNext();) {
            Place other = others.next();
            if (other.end() == whole.offset || whole.end() == other.offset) {
                others.remove();
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
