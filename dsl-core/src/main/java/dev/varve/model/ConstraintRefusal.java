package dev.varve.model;

/** How it is said that PostgreSQL would refuse a constraint of a table. */
record ConstraintRefusal(Constraint constraint, Table table) {

    RefusedException because(String why) {
        return new RefusedException(
                table.id(), "Constraint \"" + constraint.name() + "\" of " + table.id() + ' ' + why + '.');
    }

    void before18(Database database, String feature) {
        if (!database.environment().atLeast(18)) {
            throw because("is " + feature + ", which PostgreSQL has from version 18 on; the server has version "
                    + database.environment().major() + ". Leave that out, or upgrade the server");
        }
    }
}
