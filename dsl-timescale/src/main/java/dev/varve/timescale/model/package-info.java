/** What TimescaleDB knows of a database: hypertables, compression, policies and continuous aggregates. */
@NullMarked
package dev.varve.timescale.model;

import org.jspecify.annotations.NullMarked;
