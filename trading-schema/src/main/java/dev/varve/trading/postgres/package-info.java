/** The revisions of the database {@code postgres}. */
@NullMarked
package dev.varve.trading.postgres;

import org.jspecify.annotations.NullMarked;
