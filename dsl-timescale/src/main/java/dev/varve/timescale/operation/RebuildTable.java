package dev.varve.timescale.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.TimescaleFacet;
import dev.varve.timescale.model.TimescaleObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a table anew with these facts about it and no others of TimescaleDB, none at all to make a plain table of a hypertable: the old one
 * is moved aside, {@code alter table market_data.trades set schema varve_rebuild}, the new one is made with all that it has, the rows are
 * copied, and the old one is dropped. TimescaleDB itself has no way back from a hypertable, a dimension or a first clock.
 *
 * <p>It costs a copy of every row, twice the space, and that nobody reads or writes the table until it is done. Chunks are not compressed
 * after it until a policy comes to them.
 */
public record RebuildTable(ObjectId<Table> table, List<TimescaleFacet> facts) implements TimescaleOperation {

    /** Where the old table is meanwhile: a name that it has with all its indexes and sequences, so that the new one can have theirs. */
    private static final String ASIDE = "varve_rebuild";

    public RebuildTable {
        facts = List.copyOf(facts);
    }

    /**
     * How a change is taken back that TimescaleDB cannot take back: the table is made anew as it was, with the views and aggregates over
     * it.
     */
    static Reversal undoing(ObjectId<Table> table, Database before) {
        Operation rebuilding = new RebuildTable(table, facts(before.get(table)));
        List<ObjectId<?>> users = others(table, before);
        if (users.isEmpty()) {
            return Reversal.Exact.by(rebuilding);
        }
        List<String> lost = users.stream()
                .flatMap(user -> Stream.concat(Stream.of(user), before.users(user).stream()))
                .distinct()
                .flatMap(user -> before.get(user).contents().stream())
                .toList();
        return Reversal.losing(lost, List.of(new CascadeRecreate(rebuilding, true)));
    }

    private static List<TimescaleFacet> facts(Table table) {
        return table.facets().values().stream()
                .filter(TimescaleFacet.class::isInstance)
                .map(TimescaleFacet.class::cast)
                .toList();
    }

    private static List<ObjectId<?>> others(ObjectId<Table> table, Database database) {
        return database.users(table).stream()
                .filter(user -> database.get(user).owner().filter(table::equals).isEmpty())
                .toList();
    }

    @Override
    public String description() {
        return "rebuild " + table.name()
                + (isPlain() ? " as a plain table" : " as a " + facts.get(0).description())
                + ", copying its rows while nobody can read it";
    }

    private boolean isPlain() {
        return facts.stream().noneMatch(Hypertable.class::isInstance);
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    private Table rebuilt(Table old) {
        Table rest = old;
        for (Class<? extends Facet> kind : old.facets().keySet()) {
            rest = TimescaleFacet.class.isAssignableFrom(kind) ? rest.without(kind) : rest;
        }
        for (TimescaleFacet fact : facts) {
            rest = rest.with(fact);
        }
        return rest;
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Table next = rebuilt(before.get(table));
        Database cleared = before.minus(table);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(Sql.of("create schema {}", Identifier.of(ASIDE)), LockMode.NONE));
        statements.add(Statement.of(
                Sql.of("alter table {} set schema {}", table.name(), Identifier.of(ASIDE)), LockMode.ACCESS_EXCLUSIVE));
        statements.addAll(next.creation(cleared));
        statements.add(copying(next));
        next.columns().forEach(column -> counting(column).ifPresent(statements::add));
        Database after = cleared.plus(next);
        for (SchemaObject owned : kept(before)) {
            statements.addAll(owned.creation(after));
            after = after.plus(owned);
        }
        statements.add(Statement.of(Sql.of("drop table {}", old()), LockMode.ACCESS_EXCLUSIVE, Hazard.DELETES_DATA));
        statements.add(Statement.of(Sql.of("drop schema {}", Identifier.of(ASIDE)), LockMode.NONE));
        return statements;
    }

    private QualifiedName old() {
        return table.name().inSchema(ASIDE);
    }

    private Statement copying(Table next) {
        Sql columns = Sql.names(next.columns().stream()
                .filter(column -> !column.isGenerated())
                .map(Column::name)
                .toList());
        Sql copy = Sql.of(
                "insert into {} ({}) overriding system value\nselect {} from {}",
                table.name(),
                columns,
                columns,
                old());
        return Statement.of(copy, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE);
    }

    /** A sequence that has not been asked yet is not told anything. */
    private Optional<Statement> counting(Column column) {
        return column.value().filter(ColumnValue.Numbered.class::isInstance).map(value -> {
            Literal name = Literal.text(column.name());
            Sql set = Sql.of("""
                    select setval(pg_get_serial_sequence({}, {}), o.value)
                    from (select pg_sequence_last_value(pg_get_serial_sequence({}, {})::regclass) as value) o
                    where o.value is not null""", Literal.text(table.name().sql()), name, Literal.text(old().sql()), name);
            return Statement.of(set, LockMode.NONE);
        });
    }

    /** What belongs to the table, but for what only a hypertable can have if it is none any more. */
    private List<SchemaObject> kept(Database before) {
        return before.withOwned(table).stream()
                .skip(1)
                .filter(owned -> !(isPlain() && owned instanceof TimescaleObject))
                .toList();
    }

    @Override
    public Database after(Database before) {
        if (isPlain()) {
            Hypertable.of(before.get(table));
        }
        List<ObjectId<?>> users = others(table, before);
        if (!users.isEmpty()) {
            throw new ObjectInUseException(table, "The " + table, users);
        }
        Database after = before.minus(table).plus(rebuilt(before.get(table)));
        for (SchemaObject owned : kept(before)) {
            after = after.plus(owned);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> back = new ArrayList<>(List.of(new RebuildTable(table, facts(before.get(table)))));
        before.owned(table).stream()
                .filter(owned -> isPlain() && owned instanceof TimescaleObject)
                .forEach(owned -> back.add(new CreateObject(owned)));
        return new Reversal.Exact(back);
    }
}
