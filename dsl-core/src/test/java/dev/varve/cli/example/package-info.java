/** A small application with revisions of two databases. */
@NullMarked
package dev.varve.cli.example;

import org.jspecify.annotations.NullMarked;
