package dev.varve.source;

/** Something for which the DSL has no words. */
public final class UnwritableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal with what there are no words for. */
    public UnwritableException(String message) {
        super(message);
    }
}
