package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A view: a query under a name (<a href="https://www.postgresql.org/docs/current/sql-createview.html">documentation</a>).
 *
 * @param columns what its columns are called beside what the query says
 * @param options {@code security_barrier}, {@code security_invoker} and {@code check_option}
 * @param defaults what a new row gets in a column that the statement leaves out, by column
 * @param stub what it shows at first, if its query selects from the view itself
 */
public record View(
        QualifiedName name,
        Query query,
        ColumnNames columns,
        Options options,
        SortedMap<String, Expression> defaults,
        Optional<Stub> stub)
        implements Queried {

    private static final Map<String, String> OPTIONS = Map.of(
            "security_barrier", "true|false|on|off|yes|no|1|0",
            "security_invoker", "true|false|on|off|yes|no|1|0",
            "check_option", "local|cascaded");

    public View {
        defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
    }

    /** A view that does not select from itself. */
    public View(
            QualifiedName name,
            Query query,
            ColumnNames columns,
            Options options,
            SortedMap<String, Expression> defaults) {
        this(name, query, columns, options, defaults, Optional.empty());
    }

    /** A view of which nothing else is said. */
    public View(QualifiedName name, Query query) {
        this(name, query, ColumnNames.ofQuery(), Options.none(), Collections.emptySortedMap());
    }

    /** The id of the view of that name. */
    public static ObjectId<View> id(QualifiedName name) {
        return ObjectId.of(View.class, name);
    }

    @Override
    public ObjectId<View> id() {
        return id(name);
    }

    @Override
    public View named(QualifiedName other) {
        return new View(other, query, columns, options, defaults, stub);
    }

    @Override
    public View querying(Query other) {
        return new View(name, other, columns, options, defaults, stub);
    }

    @Override
    public View calling(ColumnNames others) {
        return new View(name, query, others, options, defaults, stub);
    }

    /** The same view with other options. */
    public View with(Options others) {
        return new View(name, query, columns, others, defaults, stub);
    }

    /** The same view with an option, or without it. */
    public View with(String option, Optional<String> value) {
        return with(value.map(v -> options.and(option, v)).orElseGet(() -> options.without(option)));
    }

    /** The same view with another default of a column, or none. */
    public View defaulting(String column, Optional<Expression> value) {
        SortedMap<String, Expression> others = new TreeMap<>(defaults);
        others.remove(column);
        value.ifPresent(expression -> others.put(column, expression));
        return defaulting(others);
    }

    /** The same view, which shows that at first, because its query selects from it. */
    public View startingAs(Query first) {
        return new View(name, query, columns, options, defaults, Optional.of(new Stub(first)));
    }

    /** The same view in the place of another one, whose query is what it showed at first if it selects from itself. */
    public View replacing(View old) {
        boolean isBegun = stub.isEmpty() && query.selectsFrom(name);
        Query first = old.stub.map(Stub::query).orElse(old.query);
        return isBegun ? startingAs(first) : this;
    }

    private View defaulting(SortedMap<String, Expression> others) {
        return new View(name, query, columns, options, others, stub);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = Queried.super.requires(database);
        defaults.values().forEach(value -> required.addAll(database.named(value.qualifiedNames())));
        stub.ifPresent(first -> required.addAll(database.named(first.query().qualifiedNames())));
        required.remove(id());
        return required;
    }

    @Override
    public void check(Database database) {
        Queried.super.check(database);
        checkStub();
        options.values().forEach(this::checkOption);
        defaults.keySet().forEach(this::checkColumn);
    }

    private void checkStub() {
        if (stub.isEmpty() && query.selectsFrom(name)) {
            throw new RefusedException(
                    id(),
                    "The " + id()
                            + " selects from itself, which PostgreSQL takes only of a view that is there. Say what it shows at"
                            + " first, nulls of the types of its columns: startingAs(\"select null::integer as id\").");
        }
    }

    private void checkOption(String option, String value) {
        if (!OPTIONS.containsKey(option)) {
            throw new RefusedException(
                    id(), "There is no option \"" + option + "\" of a view." + Suggestion.of(option, OPTIONS.keySet()));
        }
        if (!value.matches(OPTIONS.get(option))) {
            throw new RefusedException(
                    id(),
                    "Option \"" + option + "\" of " + id() + " cannot be \"" + value + "\"; it is one of "
                            + OPTIONS.get(option).replace("|", ", ") + ".");
        }
    }

    @Override
    public View following(Rename rename) {
        SortedMap<String, Expression> followed = new TreeMap<>();
        defaults.forEach(
                (column, value) -> followed.put(rename.followColumn(id(), column), followedDefault(rename, value)));
        View view = querying(followed(rename)).calling(followedColumns(rename)).defaulting(followed);
        return view.beginning(stub.map(first -> first.following(rename))).named(rename.followSchema(name));
    }

    private View beginning(Optional<Stub> first) {
        return new View(name, query, columns, options, defaults, first);
    }

    /** A default is over no columns. */
    private Expression followedDefault(Rename rename, Expression value) {
        return rename instanceof Rename.OfColumn ? value : rename.follow(id(), value);
    }

    /** Only texts are printed; what PostgreSQL would refuse to write through is of no matter for that. */
    @Override
    public Reworded copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new View(scratch.apply(name), query, columns, Options.none(), defaults);
    }

    @Override
    public View inWordsOf(SchemaObject copy) {
        View printed = (View) copy;
        return new View(name, printed.query, printed.columns, options, printed.defaults, stub);
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Statement> statements = new ArrayList<>();
        stub.ifPresent(first -> statements.add(Statement.of(
                Sql.of("create view {}{} as\n{}", name, columns.list(), first.query()), LockMode.ACCESS_SHARE)));
        String words = stub.isPresent() ? "create or replace view" : "create view";
        statements.add(Statement.of(definition(words), LockMode.ACCESS_SHARE));
        statements.addAll(columns.renames(this));
        statements.addAll(defaultChanges(Collections.emptySortedMap()));
        return statements;
    }

    /** The statements that put this view in the place of another, whose columns begin this one's. */
    public List<Statement> replacement(View old) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(definition("create or replace view"), LockMode.ACCESS_EXCLUSIVE));
        statements.addAll(columns.renames(this));
        statements.addAll(defaultChanges(old.defaults));
        return statements;
    }

    private Sql definition(String words) {
        Sql head = Sql.of(words + " {}{}", name, columns.list());
        Sql with = options.isEmpty() ? head : head.then(Sql.of(" {}", options.with()));
        return with.then(Sql.of(" as\n{}", query));
    }

    private List<Statement> defaultChanges(SortedMap<String, Expression> old) {
        List<Statement> statements = new ArrayList<>();
        old.keySet().stream()
                .filter(column -> !defaults.containsKey(column))
                .forEach(column -> statements.add(alterColumn(column, Sql.raw("drop default"))));
        defaults.forEach((column, value) -> {
            if (!value.equals(old.get(column))) {
                statements.add(alterColumn(column, Sql.of("set default {}", value)));
            }
        });
        return statements;
    }

    private Statement alterColumn(String column, Sql change) {
        return alter(Sql.of("alter column {} {}", Identifier.of(column), change));
    }

    private Statement alter(Sql change) {
        return Statement.of(Sql.of("alter view {} {}", name, change), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        View old = (View) from;
        if (!old.query.equals(query) || !old.columns.equals(columns)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        options.changes(old.options).forEach(change -> statements.add(alter(change)));
        statements.addAll(defaultChanges(old.defaults));
        return Optional.of(statements);
    }
}
