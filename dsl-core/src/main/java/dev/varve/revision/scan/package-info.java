/** Finds the revisions of an application on its class path. */
@NullMarked
package dev.varve.revision.scan;

import org.jspecify.annotations.NullMarked;
