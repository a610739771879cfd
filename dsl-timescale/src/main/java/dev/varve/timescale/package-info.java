/** What people write: tables with hypertables, compression and retention, and continuous aggregates. */
@NullMarked
package dev.varve.timescale;

import org.jspecify.annotations.NullMarked;
