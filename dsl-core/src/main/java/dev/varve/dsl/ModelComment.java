package dev.varve.dsl;

import java.util.function.Supplier;
import org.jooq.Comment;
import org.jooq.Context;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** The comment of a table model, which is said after jOOQ wants to have it: it is asked for when somebody reads it. */
final class ModelComment extends CustomQueryPart implements Comment {

    private static final long serialVersionUID = 1L;

    private transient Supplier<String> text = () -> "";

    /** Has it said by the model, which cannot be named before it is made. */
    void saidBy(Supplier<String> model) {
        text = model;
    }

    @Override
    public String getComment() {
        return text.get();
    }

    @Override
    public String $comment() {
        return getComment();
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(DSL.comment(getComment()));
    }
}
