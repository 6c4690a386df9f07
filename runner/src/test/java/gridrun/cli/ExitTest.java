package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void worse_ofSeveral_interruptedThenBadInputThenFailedThenMissedThenUndeliveredThenUnread() {
        List<Integer> order = List.of(130, 2, 1, 3, 4, 141, 0);
        for (int i = 0; i < order.size(); i++) {
            for (int j = i; j < order.size(); j++) {
                assertEquals(order.get(i), Exit.worse(order.get(i), order.get(j)));
                assertEquals(order.get(i), Exit.worse(order.get(j), order.get(i)));
            }
        }
    }
}
