package gridrun.tracking;

import java.util.List;

/**
 * What MLflow has beside what the store has.
 *
 * @param differences what is not as it should be
 * @param notices what is there besides, which may be right
 */
public record ServerComparison(List<RemoteDifference> differences, List<String> notices) {
}
