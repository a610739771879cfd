/** From a plan to a changed database. */
@NullMarked
package dev.varve.execute;

import org.jspecify.annotations.NullMarked;
