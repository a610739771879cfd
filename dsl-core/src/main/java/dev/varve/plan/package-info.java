/** From a history to the steps that lead from one place in it to another. */
@NullMarked
package dev.varve.plan;

import org.jspecify.annotations.NullMarked;
