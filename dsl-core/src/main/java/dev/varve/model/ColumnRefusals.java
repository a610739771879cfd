package dev.varve.model;

/** What PostgreSQL would refuse about a column in a table of a database. */
record ColumnRefusals(Column column, ObjectId<Table> table, Database database) {

    /**
     * Looks for it.
     *
     * @throws RefusedException if there is something
     */
    void check() {
        checkType();
        column.properties()
                .forEach((property, said) -> property.refusal(said, column.type())
                        .ifPresent(reason -> {
                            throw refused("cannot have the " + property.word() + " " + said + ": " + reason);
                        }));
        checkNumbering();
        if (column.isVirtual()) {
            checkVirtual();
        }
    }

    private void checkType() {
        TypeName type = column.type();
        column.collation()
                .filter(said -> type.isBuiltIn() && !type.isCollatable())
                .ifPresent(said -> {
                    throw refused("cannot have the collation " + said + ": " + type + " is no text");
                });
        if (BaseType.isShell(type, database)) {
            throw refused("cannot have the type " + type + ": it is only a shell. Define it first");
        }
    }

    private void checkNumbering() {
        if (column.numbered().isPresent()
                && ColumnValue.Serial.word(column.type()).isEmpty()) {
            throw refused("cannot be " + (column.identity().isPresent() ? "an identity" : "serial") + ": "
                    + column.type() + " is no smallint, integer or bigint");
        }
        column.numbered()
                .flatMap(ColumnValue.Numbered::sequence)
                .filter(sequence -> !sequence.schema().equals(table.name().schema()))
                .ifPresent(sequence -> {
                    throw refused(
                            "cannot have the sequence " + sequence + ": it has to live in the schema of the table");
                });
    }

    private void checkVirtual() {
        if (!database.environment().atLeast(18)) {
            throw refused(
                    "cannot be virtual: PostgreSQL has virtual generated columns from version 18 on. Generate it stored");
        }
        if (column.type().userDefined().isPresent()) {
            throw refused("cannot be virtual: PostgreSQL computes only its own types whenever they are read, and "
                    + column.type() + " is none. Generate it stored");
        }
        column.property(ColumnProperty.STATISTICS).ifPresent(said -> {
            throw refused("cannot have the statistics " + said + ": nothing is stored of a virtual column");
        });
    }

    private RefusedException refused(String what) {
        return new RefusedException(table, "Column \"" + column.name() + "\" of " + table + ' ' + what + '.');
    }
}
