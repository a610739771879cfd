package dev.varve.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method of a {@link ReferencePage} that shows how one thing is said. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Snippet {

    /** What it does, in a few words: {@code A domain with a check}. */
    String value();

    /** The snippet of the same page that comes before it in the same database; none if empty. */
    String after() default "";

    /** The first major version of PostgreSQL that can do it. */
    int since() default 15;

    /** The extension that the server must have; none if empty. */
    String needs() default "";

    /** Whether it can also be tried under hostile names; not if it holds names that the rewriting cannot find, such as those in JSON. */
    boolean renamable() default true;
}
