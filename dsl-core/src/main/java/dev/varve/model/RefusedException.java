package dev.varve.model;

/** A change that PostgreSQL would refuse in the state that it meets, found without asking the server. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectId<?> subject;

    /** A refusal that concerns one object. */
    public RefusedException(ObjectId<?> subject, String message) {
        super(message);
        this.subject = subject;
    }

    /** The object that the change concerns. */
    public ObjectId<?> subject() {
        return subject;
    }
}
