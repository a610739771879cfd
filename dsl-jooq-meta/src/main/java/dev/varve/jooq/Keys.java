package dev.varve.jooq;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Constraint;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.meta.DefaultCheckConstraintDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.TableDefinition;

/** The constraints of a table, as the generator wants to be told of them. */
record Keys(Table table, Map<ObjectId<?>, Table> all, HistoryDatabase database) {

    private Optional<TableDefinition> definition(Table of) {
        return database.table(of.name());
    }

    private <C extends Constraint> Stream<C> constraints(Class<C> type) {
        return table.constraints().values().stream().filter(type::isInstance).map(type::cast);
    }

    void addPrimary(DefaultRelations relations) {
        definition(table)
                .ifPresent(of -> constraints(PrimaryKeyConstraint.class)
                        .forEach(key -> key.key()
                                .columns()
                                .forEach(column -> relations.addPrimaryKey(key.name(), of, of.getColumn(column)))));
    }

    void addUnique(DefaultRelations relations) {
        definition(table)
                .ifPresent(of -> constraints(UniqueConstraint.class)
                        .forEach(key -> key.key()
                                .columns()
                                .forEach(column -> relations.addUniqueKey(key.name(), of, of.getColumn(column)))));
    }

    void addForeign(DefaultRelations relations) {
        definition(table)
                .ifPresent(
                        of -> constraints(ForeignKeyConstraint.class).forEach(key -> addForeign(key, of, relations)));
    }

    private void addForeign(ForeignKeyConstraint key, TableDefinition of, DefaultRelations relations) {
        Optional<Table> referenced =
                Optional.ofNullable(all.get(Table.id(key.target().name())));
        Optional<TableDefinition> to = referenced.flatMap(this::definition);
        Optional<KeyConstraint> unique = referenced.flatMap(other -> unique(key, other));
        if (to.isEmpty() || unique.isEmpty()) {
            return; // a table for which no code is generated, or a key that is but an index: jOOQ knows neither
        }
        for (int i = 0; i < key.from().size(); i++) {
            relations.addForeignKey(
                    key.name(),
                    of,
                    of.getColumn(key.from().get(i)),
                    unique.get().name(),
                    to.get(),
                    to.get().getColumn(key.referenced().columns().get(i)),
                    key.enforcement() != Enforcement.NOT_ENFORCED);
        }
    }

    /** The key that a foreign key references; none if that is but a unique index. */
    static Optional<KeyConstraint> unique(ForeignKeyConstraint key, Table referenced) {
        return referenced.constraints().values().stream()
                .filter(KeyConstraint.class::isInstance)
                .map(KeyConstraint.class::cast)
                .filter(one -> one.canBe(key.referenced()))
                .findFirst();
    }

    void addChecks(DefaultRelations relations) {
        definition(table)
                .ifPresent(of -> constraints(CheckConstraint.class)
                        .forEach(check -> relations.addCheckConstraint(
                                of,
                                new DefaultCheckConstraintDefinition(
                                        Objects.requireNonNull(of.getSchema()),
                                        of,
                                        check.name(),
                                        "((" + check.condition() + "))",
                                        check.enforcement() != Enforcement.NOT_ENFORCED))));
    }
}
