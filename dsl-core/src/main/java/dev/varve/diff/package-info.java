/** The differences between two states of a database. */
@NullMarked
package dev.varve.diff;

import org.jspecify.annotations.NullMarked;
