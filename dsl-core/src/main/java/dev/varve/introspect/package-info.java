/** From the catalogs of a live PostgreSQL to a database value. */
@NullMarked
package dev.varve.introspect;

import org.jspecify.annotations.NullMarked;
