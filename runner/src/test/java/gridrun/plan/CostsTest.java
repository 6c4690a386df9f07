package gridrun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CostsTest {

    @Test
    void bytesOfAFile_countOnce_howeverManySeedsAreTrained() {
        Costs.Cost cost = new Costs.Cost(null, null, 0, 0, 100, true, 10, 1);
        assertEquals(100 + 10 + 1, cost.bytes(1, 1));
        assertEquals(300 + 20 + 1, cost.bytes(3, 2));
    }
}
