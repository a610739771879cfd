/** History: the revisions, their graph and how a revision is named on the command line. */
@NullMarked
package dev.varve.revision;

import org.jspecify.annotations.NullMarked;
