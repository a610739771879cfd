package dev.varve.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that loses something to which nobody agreed. */
public final class LossNotAcceptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> losses;

    /** A plan that loses this, in words. */
    public LossNotAcceptedException(List<String> losses) {
        super("This would lose:\n"
                + losses.stream().map(loss -> "  " + loss + "\n").collect(Collectors.joining())
                + "Nothing was changed. To accept it, name each loss (--accept-loss \"" + losses.get(0)
                + "\"), or all of them"
                + " (--accept-loss all).");
        this.losses = List.copyOf(losses);
    }

    /** The losses, in words. */
    public List<String> losses() {
        return losses;
    }
}
