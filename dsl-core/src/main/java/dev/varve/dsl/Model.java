package dev.varve.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link SchemaModel}: a class that says what a database holds, whatever has led there. {@code revision -a} compares all models of
 * a database with its history and writes the next revision.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Model {

    /** The name of the database. */
    String database();
}
