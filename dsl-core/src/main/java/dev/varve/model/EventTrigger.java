package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that runs when something happens to the database as a whole; only a superuser makes one (<a
 * href="https://www.postgresql.org/docs/current/sql-createeventtrigger.html">documentation</a>).
 *
 * @param tags the commands for which it runs, such as {@code CREATE TABLE}; all if empty; in the order in which they are said
 */
public record EventTrigger(String name, Event event, Set<String> tags, ObjectId<Function> function, Firing firing)
        implements DatabaseMember {

    /** What happens. */
    public enum Event {
        /** A command is about to change the schema. */
        DDL_COMMAND_START,
        /** A command has changed the schema. */
        DDL_COMMAND_END,
        /** A table is about to be rewritten. */
        TABLE_REWRITE,
        /** Objects have been dropped. */
        SQL_DROP,
        /** Somebody has logged in; since PostgreSQL 17. */
        LOGIN;

        /** As PostgreSQL calls it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public EventTrigger {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    /** The id of the event trigger of that name. */
    public static ObjectId<EventTrigger> id(String name) {
        return ObjectId.of(EventTrigger.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<EventTrigger> id() {
        return id(name);
    }

    /** The same event trigger, running in other sessions. */
    public EventTrigger firing(Firing other) {
        return new EventTrigger(name, event, tags, function, other);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(function);
    }

    @Override
    public void check(Database database) {
        if (event == Event.LOGIN && !database.environment().atLeast(17)) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " runs on login, which PostgreSQL knows since version 17. Upgrade the server.");
        }
    }

    @Override
    public EventTrigger named(QualifiedName other) {
        return new EventTrigger(other.name(), event, tags, function, firing);
    }

    @Override
    public EventTrigger following(Rename rename) {
        return new EventTrigger(name, event, tags, rename.follow(function), firing);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql some = tags.isEmpty()
                ? Sql.raw("")
                : Sql.of(" when tag in ({})", listed(tags).canonically(listed(new TreeSet<>(tags))));
        Sql whole =
                Sql.of("create {} on " + event.word() + "{} execute function {}()", address(), some, function.name());
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(whole, LockMode.NONE)));
        if (firing != Firing.ORIGIN) {
            statements.add(switching());
        }
        return statements;
    }

    private static Sql listed(Set<String> tags) {
        return Sql.join(", ", tags.stream().map(Literal::text).toList());
    }

    private Statement switching() {
        return Statement.of(Sql.of("alter {} " + firing.words(), address()), LockMode.NONE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        EventTrigger old = (EventTrigger) from;
        return Optional.of(List.of(switching()))
                .filter(statements -> firing(old.firing).equals(old));
    }
}
