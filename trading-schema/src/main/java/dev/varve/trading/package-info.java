/** The two databases of a trading platform, and the command that migrates them. */
@NullMarked
package dev.varve.trading;

import org.jspecify.annotations.NullMarked;
