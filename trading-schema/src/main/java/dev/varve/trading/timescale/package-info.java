/** The revisions of the database {@code timescale}. */
@NullMarked
package dev.varve.trading.timescale;

import org.jspecify.annotations.NullMarked;
