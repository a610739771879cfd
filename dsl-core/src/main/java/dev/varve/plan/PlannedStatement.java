package dev.varve.plan;

import dev.varve.sql.Statement;

/**
 * A statement and the operation that caused it.
 *
 * @param operation the operation in words
 */
public record PlannedStatement(String operation, Statement statement) {}
