/** How the module reads a server; nothing for users. */
@NullMarked
package dev.varve.timescale.internal;

import org.jspecify.annotations.NullMarked;
