/** How what TimescaleDB adds is written as Java in the words of the DSL. */
@NullMarked
package dev.varve.timescale.source;

import org.jspecify.annotations.NullMarked;
