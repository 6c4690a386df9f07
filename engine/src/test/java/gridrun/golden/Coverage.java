package gridrun.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether each component of a registry is compared with a peer. */
final class Coverage {

    private Coverage() {
    }

    /**
     * @param registry a sealed interface
     * @param compared those that have golden cases; null is passed over
     * @param withoutPeer those that the peer lacks, which another test compares with their source
     */
    static void assertComplete(Class<?> registry, Collection<?> compared, Class<?>... withoutPeer) {
        Set<String> expected = Arrays.stream(registry.getPermittedSubclasses())
                .filter(type -> !Arrays.asList(withoutPeer).contains(type)).map(Class::getName)
                .collect(Collectors.toSet());
        assertEquals(expected,
                compared.stream().filter(Objects::nonNull).map(component -> component.getClass().getName())
                        .collect(Collectors.toSet()));
    }
}
