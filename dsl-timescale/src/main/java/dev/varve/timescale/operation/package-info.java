/** What can happen to hypertables and continuous aggregates. */
@NullMarked
package dev.varve.timescale.operation;

import org.jspecify.annotations.NullMarked;
