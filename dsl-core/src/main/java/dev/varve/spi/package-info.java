/** What a module implements to add its own kinds of objects and facets. */
@NullMarked
package dev.varve.spi;

import org.jspecify.annotations.NullMarked;
