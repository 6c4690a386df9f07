package gridrun.cli;

/** A command line that cannot be carried out; the message says what would be right. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
