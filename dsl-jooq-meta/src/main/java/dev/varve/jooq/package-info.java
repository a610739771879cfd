/** What the code generator of jOOQ is told of a schema: what the revisions lead to, without a database. */
@NullMarked
package dev.varve.jooq;

import org.jspecify.annotations.NullMarked;
