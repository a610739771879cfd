/** What the tests of every module share: real servers, fresh databases, and the laws that operations keep. */
@NullMarked
package dev.varve.testing;

import org.jspecify.annotations.NullMarked;
