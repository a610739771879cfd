package dev.varve.dsl;

import dev.varve.model.ColumnNames;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.View;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameViewColumn;
import dev.varve.operation.ReplaceView;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Select;

/**
 * A view as it is written; with its name alone it stands for one that is already there.
 *
 * @param columns what its columns are called beside what the query says
 * @param options what else is said of it
 * @param defaults what a new row gets, by column
 * @param first what it shows at first, if it selects from itself
 */
public record ViewSpec(
        QualifiedName name,
        Optional<Query> query,
        ColumnNames columns,
        Options options,
        SortedMap<String, Expression> defaults,
        Optional<Query> first)
        implements Named, Creation, Replacement, Alterable<ViewSpec.Alteration> {

    private static final String BARRIER = "security_barrier";
    private static final String INVOKER = "security_invoker";
    private static final String CHECK = "check_option";

    static ViewSpec of(String name) {
        return new ViewSpec(
                QualifiedName.of("public", name),
                Optional.empty(),
                ColumnNames.ofQuery(),
                Options.none(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    /** Puts the view into a schema. */
    public ViewSpec inSchema(String schema) {
        return new ViewSpec(name.inSchema(schema), query, columns, options, defaults, first);
    }

    /** Shows what the select selects. */
    public ViewSpec as(Select<?> select) {
        return as(JooqText.of(select));
    }

    /** Shows what the text selects; it names every table with its schema. */
    public ViewSpec as(String select) {
        return as(new Query(select));
    }

    private ViewSpec as(Query select) {
        return new ViewSpec(name, Optional.of(select), columns, options, defaults, first);
    }

    /** Shows what the text selects, which may select from the view itself, by its name without a schema. */
    public ViewSpec asRecursive(String select, String... names) {
        Identifier self = name.simple();
        Sql listed = Sql.names(Arrays.asList(names));
        return as(new Query(Sql.of(
                        "with recursive {}({}) as (\n{}\n) select {} from {}",
                        self,
                        listed,
                        new Query(select),
                        listed,
                        self)
                .text()));
    }

    /**
     * Shows that at first, because what it selects is from the view itself, which has to be there: nulls of the types of its columns,
     * {@code select null::integer as id}.
     */
    public ViewSpec startingAs(String select) {
        return new ViewSpec(name, query, columns, options, defaults, Optional.of(new Query(select)));
    }

    /** Names the columns, in the order in which the query gives them. */
    public ViewSpec columns(String... names) {
        return new ViewSpec(name, query, ColumnNames.of(Arrays.asList(names)), options, defaults, first);
    }

    /** Calls a column otherwise than the query does. */
    public ViewSpec renamed(String from, String to) {
        return new ViewSpec(name, query, columns.renaming(from, to), options, defaults, first);
    }

    /** Looks at the conditions of the view before those of whoever reads it, which may tell what they see. */
    public ViewSpec securityBarrier() {
        return option(BARRIER, "true");
    }

    /** Reads what it shows with the privileges of whoever reads the view, not of who owns it. */
    public ViewSpec securityInvoker() {
        return option(INVOKER, "true");
    }

    /** Refuses new rows that the view would not show. */
    public ViewSpec withLocalCheckOption() {
        return option(CHECK, "local");
    }

    /** Refuses new rows that the view, or a view below it, would not show. */
    public ViewSpec withCascadedCheckOption() {
        return option(CHECK, "cascaded");
    }

    /** Sets an option by its name in PostgreSQL, such as {@code security_barrier}. */
    public ViewSpec option(String option, String value) {
        return new ViewSpec(name, query, columns, options.and(option, value), defaults, first);
    }

    /** Writes this constant where a new row gives no value for a column. */
    public ViewSpec defaultTo(String column, Object constant) {
        return defaultTo(column, Expression.constant(constant));
    }

    /** Writes the value of this expression where a new row gives no value for a column. */
    public ViewSpec defaultTo(String column, Expression expression) {
        SortedMap<String, Expression> more = new TreeMap<>(defaults);
        more.put(column, expression);
        return new ViewSpec(name, query, columns, options, more, first);
    }

    @Override
    public ObjectId<View> id() {
        return View.id(name);
    }

    private View view() {
        Query shown = query.orElseThrow(
                () -> new IllegalArgumentException("View " + name + " has no query; say what it shows with as(...)."));
        View view = new View(name, shown, columns, options, defaults);
        return first.map(view::startingAs).orElse(view);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(view()));
    }

    @Override
    public Operation replacement() {
        return new ReplaceView(view());
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Option(String name, Optional<String> value) implements ObjectChange<View> {

        @Override
        public View of(View before) {
            return before.with(name, value);
        }
    }

    private record Defaulting(String column, Optional<Expression> value) implements ObjectChange<View> {

        @Override
        public View of(View before) {
            return before.defaulting(column, value);
        }
    }

    /** The words for changing a view. */
    public static final class Alteration {

        private final ObjectId<View> view;
        private final Changes changes;

        private Alteration(ObjectId<View> view, Changes changes) {
            this.view = view;
            this.changes = changes;
        }

        private Alteration record(Operation operation) {
            changes.add(operation);
            return this;
        }

        private Alteration option(String name, String... value) {
            return record(new AlterObject<>(
                    view, new Option(name, Arrays.stream(value).findFirst())));
        }

        /** Looks at the conditions of the view before those of whoever reads it. */
        public Alteration securityBarrier() {
            return option(BARRIER, "true");
        }

        /** Looks at conditions in whatever order is fastest. */
        public Alteration noSecurityBarrier() {
            return option(BARRIER);
        }

        /** Reads what it shows with the privileges of whoever reads the view. */
        public Alteration securityInvoker() {
            return option(INVOKER, "true");
        }

        /** Reads what it shows with the privileges of who owns the view. */
        public Alteration noSecurityInvoker() {
            return option(INVOKER);
        }

        /** Refuses new rows that the view would not show. */
        public Alteration withLocalCheckOption() {
            return option(CHECK, "local");
        }

        /** Refuses new rows that the view, or a view below it, would not show. */
        public Alteration withCascadedCheckOption() {
            return option(CHECK, "cascaded");
        }

        /** Takes new rows that the view does not show. */
        public Alteration withoutCheckOption() {
            return option(CHECK);
        }

        /** Writes this constant where a new row gives no value for a column. */
        public Alteration defaultTo(String column, Object constant) {
            return defaultTo(column, Expression.constant(constant));
        }

        /** Writes the value of this expression where a new row gives no value for a column. */
        public Alteration defaultTo(String column, Expression expression) {
            return record(new AlterObject<>(view, new Defaulting(column, Optional.of(expression))));
        }

        /** Leaves a column to the default of the table where a new row gives no value for it. */
        public Alteration noDefault(String column) {
            return record(new AlterObject<>(view, new Defaulting(column, Optional.empty())));
        }

        /** Gives a column another name. */
        public Alteration renameColumn(String from, String to) {
            return record(new RenameViewColumn(view, from, to));
        }
    }
}
