package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What PostgreSQL does beside or instead of a change of a relation (<a
 * href="https://www.postgresql.org/docs/current/sql-createrule.html">documentation</a>).
 *
 * @param instead whether the change itself is not made
 * @param where for which rows; for all if empty
 * @param commands what is done, one after the other, where {@code new} and {@code old} are the rows; nothing if empty
 */
public record Rule(
        String name,
        ObjectId<?> on,
        Event event,
        boolean instead,
        Optional<Expression> where,
        List<Query> commands,
        Firing firing)
        implements RelationMember, Reworded {

    /** What makes a rule work. */
    public enum Event {
        /** New rows. */
        INSERT,
        /** Changed rows. */
        UPDATE,
        /** Removed rows. */
        DELETE
    }

    /** In which sessions a rule works. */
    public enum Firing {
        /** In those that do not replay changes of another server. */
        ORIGIN("enable"),
        /** In those alone that do. */
        REPLICA("enable replica"),
        /** In all. */
        ALWAYS("enable always"),
        /** In none. */
        DISABLED("disable");

        private final String words;

        Firing(String words) {
            this.words = words;
        }
    }

    public Rule {
        commands = List.copyOf(commands);
    }

    /** The id of the rule of that name on a relation. */
    public static ObjectId<Rule> id(QualifiedName on, String name) {
        return new ObjectId<>(Rule.class, on, '.' + name);
    }

    @Override
    public ObjectId<Rule> id() {
        return id(on.name(), name);
    }

    @Override
    public Rule called(String other) {
        return new Rule(other, on, event, instead, where, commands, firing);
    }

    /** The same rule, working in other sessions. */
    public Rule firing(Firing other) {
        return new Rule(name, on, event, instead, where, commands, other);
    }

    private Rule on(ObjectId<?> relation) {
        return new Rule(name, relation, event, instead, where, commands, firing);
    }

    private Rule saying(Optional<Expression> condition, List<Query> others) {
        return new Rule(name, on, event, instead, condition, others, firing);
    }

    private Stream<Query> texts() {
        return Stream.concat(where.stream().map(condition -> new Query(condition.text())), commands.stream());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        texts().forEach(text -> mentioned.addAll(text.qualifiedNames()));
        Set<ObjectId<?>> required = database.named(mentioned);
        required.add(on);
        return required;
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        return texts().anyMatch(text -> text.mentions(column));
    }

    @Override
    public void check(Database database) {
        if (on.type() != Table.class && on.type() != View.class) {
            throw new RefusedException(id(), "The " + id() + " cannot be: only tables and views have rules.");
        }
        if (on.type() == View.class && firing != Firing.ORIGIN) {
            throw new RefusedException(
                    id(), "The " + id() + " is one of a view, whose rules PostgreSQL can neither disable nor enable.");
        }
        if (database.get(on) instanceof Table table) {
            table.facets().values().forEach(facet -> facet.check(table, this));
        }
        refuseRow(Event.INSERT, "old");
        refuseRow(Event.DELETE, "new");
    }

    private void refuseRow(Event when, String row) {
        boolean named = texts().anyMatch(text ->
                text.qualifiedNames().stream().anyMatch(n -> n.schema().equals(row)));
        if (event == when && named) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " is about " + (when == Event.INSERT ? "new" : "removed")
                            + " rows, of which there is" + " no \"" + row + "\".");
        }
    }

    @Override
    public Rule following(Rename rename) {
        Rule moved = on(rename.newId(on).orElse(on));
        return moved.saying(
                where.map(condition -> new Expression(
                        followed(new Query(condition.text()), rename).text())),
                commands.stream().map(command -> followed(command, rename)).toList());
    }

    /** A column of the row itself is followed where it is named as {@code new} or {@code old} has it. */
    private Query followed(Query text, Rename rename) {
        if (!(rename instanceof Rename.OfColumn column) || !column.relation().equals(on)) {
            return new OwnQuery(id(), text).following(rename);
        }
        Query renamed = text;
        for (String row : List.of("new", "old")) {
            renamed = renamed.renamingObject(QualifiedName.of(row, column.from()), QualifiedName.of(row, column.to()));
        }
        return renamed.qualifiedNames().contains(on.name()) ? new OwnQuery(id(), renamed).following(rename) : renamed;
    }

    @Override
    public Rule copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return on(on.named(scratch.apply(on.name()))).firing(Firing.ORIGIN);
    }

    @Override
    public Rule inWordsOf(SchemaObject copy) {
        return saying(((Rule) copy).where, ((Rule) copy).commands);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Statement> statements = new ArrayList<>(List.of(definition("create rule")));
        if (firing != Firing.ORIGIN) {
            statements.add(setFiring());
        }
        return statements;
    }

    private Statement definition(String words) {
        Sql head = Sql.of(
                words + " {} as on " + event.name().toLowerCase(Locale.ROOT) + " to {}",
                Identifier.of(name),
                on.name());
        Sql conditional = where.map(c -> head.then(Sql.of(" where {}", c))).orElse(head);
        Sql whole = conditional.then(Sql.of(instead ? " do instead {}" : " do also {}", action()));
        return Statement.of(whole, lock());
    }

    private Sql action() {
        if (commands.isEmpty()) {
            return Sql.raw("nothing");
        }
        return commands.size() == 1 ? Sql.of("\n{}", commands.get(0)) : Sql.of("(\n{}\n)", Sql.join(";\n", commands));
    }

    private Statement setFiring() {
        return Statement.of(
                Sql.of("alter table {} " + firing.words + " rule {}", on.name(), Identifier.of(name)),
                LockMode.SHARE_ROW_EXCLUSIVE);
    }

    /** PostgreSQL replaces everything but in which sessions the rule works. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Rule old = (Rule) from;
        List<Statement> statements = new ArrayList<>();
        if (!old.firing(firing).equals(this)) {
            statements.add(definition("create or replace rule"));
        }
        if (old.firing != firing) {
            statements.add(setFiring());
        }
        return Optional.of(statements);
    }
}
