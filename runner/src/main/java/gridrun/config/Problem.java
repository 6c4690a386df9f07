package gridrun.config;

/**
 * One error of the user's.
 *
 * @param origin the value or the key that is wrong
 * @param message what is wrong and what would be right, in one sentence
 */
public record Problem(Origin origin, String message) {
}
