/** The command line. */
@NullMarked
package dev.varve.cli;

import org.jspecify.annotations.NullMarked;
