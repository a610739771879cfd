package dev.varve.dsl;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Enforcement;
import dev.varve.sql.Expression;

/** The condition of a check, with what is special about it: {@code condition("price > 0").noInherit()}. */
public record CheckSpec(Expression condition, boolean inherited, Enforcement enforcement) {

    static CheckSpec of(Expression condition) {
        return new CheckSpec(condition, true, Enforcement.ENFORCED);
    }

    /** The condition, which tables that inherit from this one need not meet. */
    public CheckSpec noInherit() {
        return new CheckSpec(condition, false, enforcement);
    }

    /** The condition, which only rows that are written from now on must meet. */
    public CheckSpec notValid() {
        return new CheckSpec(condition, inherited, Enforcement.NOT_VALID);
    }

    /** The condition, to which PostgreSQL holds no row; from version 18 on. */
    public CheckSpec notEnforced() {
        return new CheckSpec(condition, inherited, Enforcement.NOT_ENFORCED);
    }

    CheckConstraint check(String name) {
        return new CheckConstraint(name, condition, inherited, enforcement);
    }
}
