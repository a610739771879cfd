/** From operations to Java source in the words of the DSL. */
@NullMarked
package dev.varve.source;

import org.jspecify.annotations.NullMarked;
