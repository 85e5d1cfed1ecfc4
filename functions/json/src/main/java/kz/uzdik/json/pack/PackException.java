package kz.uzdik.json.pack;

/** A file that cannot be read as an evidence pack; the message says in words what is wrong, naming the entry. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PackException(String message) {
        super(message);
    }

    PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
