package dev.varve.testing;

import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.UPDATE;
import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.numeric;

import dev.varve.dsl.Changes;
import dev.varve.model.Column;
import dev.varve.model.ColumnNames;
import dev.varve.model.Comment;
import dev.varve.model.Domain;
import dev.varve.model.EnumType;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.Policy;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.View;
import dev.varve.operation.DropObject;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody may do to the objects of a schema that are no tables, and to all. */
final class ObjectMoves {

    private static final List<Class<? extends SchemaObject>> KINDS = List.of(
            Table.class,
            View.class,
            MaterializedView.class,
            EnumType.class,
            Domain.class,
            Sequence.class,
            Function.class,
            Index.class,
            Trigger.class,
            Policy.class,
            Comment.class,
            Schema.class);

    private ObjectMoves() {}

    static void createSchema(Changes changes, Draw draw) {
        changes.create(schema(draw.of("shop", "Archive")));
    }

    static void createView(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.create(view(draw.of("open", "Closed")).inSchema(draw.schema()).as(query(table, draw)));
    }

    static void createViewOfView(Changes changes, Draw draw) {
        View below = draw.of(draw.state()
                .objects(View.class)
                .filter(view -> view.query().mentions("id") && view.columns().equals(ColumnNames.ofQuery()))
                .toList());
        changes.create(view(draw.of("upper", "all"))
                .inSchema(draw.schema())
                .as("select v.id from " + below.name().sql() + " v"));
    }

    static void createMaterializedView(Changes changes, Draw draw) {
        Table table = draw.table();
        var view = materializedView("stored").inSchema(draw.schema()).as(query(table, draw));
        boolean hasId = table.findColumn("id").isPresent();
        changes.create(hasId ? view.index(on("id").unique().named("stored_ids")) : view);
    }

    static void createEnum(Changes changes, Draw draw) {
        changes.create(enumType("side").inSchema(draw.schema()).values("buy", "it's"));
    }

    static void addEnumValue(Changes changes, Draw draw) {
        EnumType type = draw.one(EnumType.class);
        var side = enumType(type.name().name()).inSchema(type.name().schema());
        String value = draw.of("hold", "wait");
        if (draw.oneIn(2)) {
            changes.alter(side).addValueBefore(value, type.values().get(0));
        } else {
            changes.alter(side).addValue(value);
        }
    }

    static void createDomain(Changes changes, Draw draw) {
        changes.create(domain("amount", numeric(12, 2)).inSchema(draw.schema()).check("is_positive", "value > 0"));
    }

    static void createSequence(Changes changes, Draw draw) {
        changes.create(sequence("tickets").inSchema(draw.schema()).counting(options -> options.incrementedBy(3)));
    }

    static void createFunction(Changes changes, Draw draw) {
        changes.create(
                function("touch").inSchema(draw.schema()).returns("trigger").body("begin return new; end"));
    }

    static void createTrigger(Changes changes, Draw draw) {
        Function function = draw.of(draw.state()
                .objects(Function.class)
                .filter(ObjectMoves::isForTriggers)
                .toList());
        Table table = draw.table();
        Column column = draw.column(table, other -> Drawn.isNumber(other) && !other.isGenerated());
        changes.create(trigger(draw.of("watch", "Check"))
                .before(INSERT, UPDATE)
                .on(Drawn.named(table))
                .forEachRow()
                .when("new." + Drawn.quoted(column) + " > 1")
                .call(function(function.name().name()).inSchema(function.name().schema())));
    }

    private static boolean isForTriggers(Function function) {
        return function.returns().equals("trigger") && function.arguments().isEmpty();
    }

    static void createPolicy(Changes changes, Draw draw) {
        Table table = draw.table();
        String column = Drawn.quoted(draw.column(table, Drawn::isNumber));
        changes.create(policy(draw.of("few", "Many"), Drawn.named(table)).using(column + " < 10"));
        if (draw.oneIn(2)) {
            changes.alter(Drawn.named(table)).rowSecurity();
        }
    }

    static void comment(Changes changes, Draw draw) {
        Table table = draw.table();
        String said = draw.of("It's\nlong", "ä");
        if (draw.oneIn(2)) {
            changes.comment(Drawn.named(table), said);
        } else {
            changes.commentOnColumn(
                    Drawn.named(table), draw.column(table, column -> true).name(), said);
        }
    }

    static void rename(Changes changes, Draw draw) {
        changes.add(new RenameObject(object(draw).id(), draw.of("other", "Other", "end")));
    }

    static void moveToSchema(Changes changes, Draw draw) {
        changes.add(new SetSchema(object(draw).id(), draw.schema()));
    }

    static void drop(Changes changes, Draw draw) {
        changes.add(new DropObject(object(draw).id()));
    }

    private static SchemaObject object(Draw draw) {
        Class<? extends SchemaObject> kind = draw.of(KINDS);
        return draw.one(kind);
    }

    private static String query(Table table, Draw draw) {
        String columns = table.columns().stream()
                .filter(column -> column.name().equals("id") || draw.oneIn(2))
                .map(column -> "t." + Drawn.quoted(column))
                .collect(Collectors.joining(", "));
        String condition =
                draw.oneIn(2) ? " where t." + Drawn.quoted(draw.column(table, Drawn::isNumber)) + " > 3" : "";
        return "select " + columns + " from " + table.name().sql() + " t" + condition;
    }
}
