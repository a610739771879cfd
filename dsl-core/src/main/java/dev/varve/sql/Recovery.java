package dev.varve.sql;

/**
 * How to find out what became of a statement that runs outside a transaction and whose run was cut off.
 *
 * @param probe a query of one row and one column: {@code ABSENT} (run it), {@code DONE} (go on), {@code BROKEN} (clean up, then
 *     run it), {@code BUSY} (somebody is still running it: wait), or any other text, which says why neither is possible
 * @param cleanup what removes the remains, run outside a transaction
 */
public record Recovery(Sql probe, Sql cleanup) {}
