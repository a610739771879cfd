package dev.varve.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a model, or of a column of a table model, what it was called before, so that {@code revision -a} renames it and does not drop
 * and create it. It can go once the revision is written.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /** The name that it had. */
    String value();
}
