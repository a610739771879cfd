package dev.varve.dsl;

import dev.varve.model.Function;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.Volatility;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An audit trail of a table: another table with a row for every change, which says when, who, in which transaction, what was done, and
 * the row before and after as {@code jsonb}; with the trigger function and the triggers that fill it.
 *
 * <p>The trigger function runs with the rights of its owner, so that whoever changes the table needs no right to write the trail.
 *
 * <p>Who changed something is the session's user and, where the application says so with {@code set_config('varve.actor', ...)}, the
 * person behind it.
 */
public record AuditSpec(QualifiedName table, QualifiedName trail, List<String> excluded, List<String> masked)
        implements Creation {

    /** What stands in the trail for a masked value that is not null. */
    public static final String MASK = "***";

    public AuditSpec {
        excluded = List.copyOf(excluded);
        masked = List.copyOf(masked);
    }

    static AuditSpec of(QualifiedName table) {
        return new AuditSpec(table, table.named(ShortName.of(table.name() + "_audit")), List.of(), List.of());
    }

    /** Leaves these columns out; a change of nothing else leaves no trace. */
    public AuditSpec excluding(String... columns) {
        return new AuditSpec(table, trail, List.of(columns), masked);
    }

    /** Records that these columns have or change a value, but not which. */
    public AuditSpec masking(String... columns) {
        return new AuditSpec(table, trail, excluded, List.of(columns));
    }

    /** Keeps the trail in another schema than the table. */
    public AuditSpec inSchema(String schema) {
        return new AuditSpec(table, trail.inSchema(schema), excluded, masked);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        List<Operation> operations = new ArrayList<>(trailTable().operations(naming));
        Function function = function();
        operations.add(new CreateObject(function));
        operations.add(new CreateObject(trigger("audit_rows", rowEvents(), true, function)));
        operations.add(new CreateObject(trigger("audit_truncate", Set.of(Trigger.Event.TRUNCATE), false, function)));
        return operations;
    }

    private static Set<Trigger.Event> rowEvents() {
        return Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE, Trigger.Event.DELETE);
    }

    private PlainTable trailTable() {
        return PlainTable.of(trail.name())
                .inSchema(trail.schema())
                .column("id", Types.bigint().identity().primaryKey())
                .column("occurred_at", Types.timestamptz().notNull().defaultTo(new Expression("clock_timestamp()")))
                .column(
                        "transaction_id",
                        Types.bigint().notNull().defaultTo(new Expression("pg_current_xact_id()::text::bigint")))
                .column("database_user", Types.text().notNull().defaultTo(new Expression("session_user")))
                .column(
                        "actor",
                        Types.text().defaultTo(new Expression("nullif(current_setting('varve.actor', true), '')")))
                .column("operation", Types.text().notNull())
                .column("old_row", Types.jsonb())
                .column("new_row", Types.jsonb())
                .index("occurred_at")
                .comment("Every change of " + table + ".");
    }

    private Function function() {
        String body = """

                declare
                    old_row jsonb;
                    new_row jsonb;
                begin
                    if tg_op in ('UPDATE', 'DELETE') then
                        old_row := to_jsonb(old)%1$s;
                    end if;
                    if tg_op in ('INSERT', 'UPDATE') then
                        new_row := to_jsonb(new)%1$s;
                    end if;
                    if tg_op = 'UPDATE' and old_row = new_row then
                        return null;
                    end if;
                %2$s\
                    insert into %3$s (operation, old_row, new_row) values (tg_op, old_row, new_row);
                    return null;
                end
                """.formatted(withoutExcluded(), masks(), trail.sql());
        return new Function(trail, List.of(), "trigger", "plpgsql", Volatility.VOLATILE, false, body).asOwner();
    }

    private String withoutExcluded() {
        return excluded.stream().map(column -> " - " + Literal.text(column)).collect(Collectors.joining());
    }

    private String masks() {
        return masked.stream()
                .map(column -> mask("old_row", column) + mask("new_row", column))
                .collect(Collectors.joining());
    }

    private static String mask(String row, String column) {
        return """
                    if %1$s ->> %2$s is not null then
                        %1$s := jsonb_set(%1$s, array[%2$s], '"%3$s"');
                    end if;
                """.formatted(row, Literal.text(column), MASK);
    }

    private Trigger trigger(String name, Set<Trigger.Event> events, boolean rows, Function function) {
        return new Trigger(
                name,
                Table.id(table),
                Trigger.Timing.AFTER,
                events,
                List.of(),
                rows,
                Optional.empty(),
                function.id(),
                List.of());
    }
}
