package gridrun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.graph.Places.Place;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void append_beginsAtWholeVectors() {
        assertEquals(new Place(0, 16), places.append(5));
        assertEquals(new Place(16, 32), places.append(17));
        assertEquals(48, places.size());
    }

    @Test
    void take_prefersTheTightestPlace_andLeavesItsRest() {
        Place large = places.append(64);
        places.append(16);
        Place small = places.append(32);
        places.append(16);
        places.release(small);
        places.release(large);
        assertEquals(new Place(80, 16), places.take(16), "a part of the small one");
        assertEquals(new Place(0, 48), places.take(48));
        assertEquals(new Place(48, 16), places.take(1), "the rest of the large one, which was freed last");
        assertEquals(new Place(96, 16), places.take(16));
        assertEquals(128, places.size());
    }

    @Test
    void take_ofSeveralThatFit_isTheOneFreedLast() {
        Place first = places.append(16);
        places.append(16);
        Place second = places.append(16);
        places.append(16);
        places.release(second);
        places.release(first);
        assertEquals(first, places.take(16));
        assertEquals(second, places.take(16));
    }

    @Test
    void release_joinsNeighbours_andTheEndGrows() {
        Place a = places.append(16);
        Place b = places.append(16);
        Place c = places.append(16);
        places.release(a);
        places.release(c);
        places.release(b);
        assertEquals(new Place(0, 64), places.take(64), "all three and 16 elements more");
        assertEquals(64, places.size());
    }
}
