package dev.varve.revision;

import dev.varve.dsl.Migration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a migration a place in history. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The name of the revision, unique in its database; any text without white space. */
    String id();

    /** The name of the database that it changes. */
    String database();

    /**
     * The migrations that must be there before it: those of the same database are its parents, those of another database must have
     * been applied there first.
     */
    Class<? extends Migration>[] dependsOn() default {};

    /** What it is about; made of the class name if empty. */
    String description() default "";
}
