/** The application that has a database of 20,000 tables. */
@NullMarked
package dev.varve.benchmark.many;

import org.jspecify.annotations.NullMarked;
