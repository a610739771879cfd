/** What can happen to a database: one record per operation, with its SQL, its effect and its reversal. */
@NullMarked
package dev.varve.operation;

import org.jspecify.annotations.NullMarked;
