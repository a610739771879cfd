package dev.varve.reference;

import dev.varve.dsl.Changes;

/**
 * A page of the reference about one kind of object: methods marked as {@link Snippet}, each of which shows the words for one thing. The
 * laws of every operation that they record are tried on real servers, also under hostile names, and the page is written from them.
 */
public interface ReferencePage {

    /** The kind of objects, in the plural: {@code Domains}. */
    String title();

    /** What they are and what has to be known of them before the first snippet, as Markdown. */
    String introduction();

    /** What every snippet of the page finds in the database. */
    default void given(Changes changes) {}
}
