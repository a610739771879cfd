/** What people write: tables, columns, types and the changes of a migration. */
@NullMarked
package dev.varve.dsl;

import org.jspecify.annotations.NullMarked;
