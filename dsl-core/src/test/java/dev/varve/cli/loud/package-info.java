/** An application with a naming convention of its own, and a model that says so. */
@NullMarked
package dev.varve.cli.loud;

import org.jspecify.annotations.NullMarked;
