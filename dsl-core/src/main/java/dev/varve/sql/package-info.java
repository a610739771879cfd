/** SQL text: identifiers, literals, expressions and the statements made of them. */
@NullMarked
package dev.varve.sql;

import org.jspecify.annotations.NullMarked;
