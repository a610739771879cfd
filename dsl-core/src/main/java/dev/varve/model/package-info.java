/** What a database looks like: an immutable value of named objects, with the verbs that change it. */
@NullMarked
package dev.varve.model;

import org.jspecify.annotations.NullMarked;
