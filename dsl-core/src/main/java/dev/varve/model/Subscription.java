package dev.varve.model;

import dev.varve.sql.Identifier;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this database takes from publications of another server (<a
 * href="https://www.postgresql.org/docs/current/sql-createsubscription.html">documentation</a>). It is created without a connection, so
 * that the other server need not be there; its slot is made and its tables are refreshed outside of migrations.
 *
 * @param connection how the other server is reached, without a password: a plan is printed and stored
 * @param publications in the order in which they are said
 * @param slot the replication slot of the other server; none if empty
 * @param options what differs from the server's own choice, such as {@code binary} and {@code streaming}
 */
public record Subscription(
        String name,
        String connection,
        Set<String> publications,
        boolean enabled,
        Optional<String> slot,
        SortedMap<String, String> options)
        implements DatabaseMember {

    /** What PostgreSQL chooses itself, in every version. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "binary", "false",
            "streaming", "false",
            "synchronous_commit", "off",
            "two_phase", "false",
            "disable_on_error", "false",
            "password_required", "true",
            "run_as_owner", "false",
            "origin", "any",
            "failover", "false");

    public Subscription {
        publications = Collections.unmodifiableSet(new LinkedHashSet<>(publications));
        SortedMap<String, String> differing = new TreeMap<>(options);
        differing.entrySet().removeAll(DEFAULTS.entrySet());
        options = Collections.unmodifiableSortedMap(differing);
    }

    /** A subscription to publications of a server, which is not enabled. */
    public static Subscription of(String name, String connection, Set<String> publications) {
        return new Subscription(name, connection, publications, false, Optional.empty(), Collections.emptySortedMap());
    }

    /** The id of the subscription of that name. */
    public static ObjectId<Subscription> id(String name) {
        return ObjectId.of(Subscription.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<Subscription> id() {
        return id(name);
    }

    /** The same subscription, reaching the server in another way. */
    public Subscription connecting(String other) {
        return new Subscription(name, other, publications, enabled, slot, options);
    }

    /** The same subscription to other publications. */
    public Subscription to(Set<String> others) {
        return new Subscription(name, connection, others, enabled, slot, options);
    }

    /** The same subscription, taking changes or not. */
    public Subscription enabled(boolean takes) {
        return new Subscription(name, connection, publications, takes, slot, options);
    }

    /** The same subscription with another slot, or none. */
    public Subscription slot(Optional<String> other) {
        return new Subscription(name, connection, publications, enabled, other, options);
    }

    /** The same subscription with an option. */
    public Subscription option(String option, String value) {
        SortedMap<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new Subscription(name, connection, publications, enabled, slot, more);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of();
    }

    @Override
    public void check(Database database) {
        if (connection.toLowerCase(Locale.ROOT).matches("(?s).*(password\\s*=|://[^/@]*:[^/@]*@).*")) {
            throw new RefusedException(
                    id(),
                    "The connection of " + id()
                            + " holds a password, which would be printed and stored with the plan. Leave"
                            + " it out, and give it to the server by passfile= or service=.");
        }
        if (enabled && slot.isEmpty()) {
            throw new RefusedException(id(), "The " + id() + " has no slot and cannot be enabled; say slot(name).");
        }
    }

    @Override
    public Subscription named(QualifiedName other) {
        return new Subscription(other.name(), connection, publications, enabled, slot, options);
    }

    @Override
    public Subscription following(Rename rename) {
        return this;
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql create = Sql.of(
                "create subscription {} connection {} publication {} with (connect = false, slot_name = none, {})",
                id().name(),
                Literal.text(connection),
                named(publications),
                Options.of(saidOptions()).assignments());
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(create, LockMode.NONE)));
        slot.ifPresent(s -> statements.add(alter(slotClause(slot))));
        if (enabled) {
            statements.add(alter(Sql.raw("enable")));
        }
        return statements;
    }

    private static Sql named(Set<String> publications) {
        return Sql.names(publications).canonically(Sql.names(new TreeSet<>(publications)));
    }

    /** What PostgreSQL chooses for streaming became another in version 18, so that it is always said. */
    private Map<String, String> saidOptions() {
        Map<String, String> said = new TreeMap<>(options);
        said.putIfAbsent("streaming", "false");
        return said;
    }

    private static Sql slotClause(Optional<String> slot) {
        return slot.map(s -> Sql.of("set (slot_name = {})", Literal.text(s))).orElse(Sql.raw("set (slot_name = none)"));
    }

    private Statement alter(Sql change) {
        return Statement.of(Sql.of("alter subscription {} {}", id().name(), change), LockMode.NONE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Subscription old = (Subscription) from;
        if (!Objects.equals(old.options.get("failover"), options.get("failover"))) {
            return Optional.empty(); // it is a matter of the slot, and PostgreSQL would ask the other server
        }
        List<Statement> statements = new ArrayList<>();
        boolean pausing = old.enabled && (!enabled || !old.slot.equals(slot));
        if (pausing) {
            statements.add(alter(Sql.raw("disable")));
        }
        if (!old.connection.equals(connection)) {
            statements.add(alter(Sql.of("connection {}", Literal.text(connection))));
        }
        if (!old.publications.equals(publications)) {
            statements.add(alter(Sql.of("set publication {} with (refresh = false)", named(publications))));
        }
        if (!old.slot.equals(slot)) {
            statements.add(alter(slotClause(slot)));
        }
        if (!old.options.equals(options)) {
            statements.add(alter(Options.of(optionsSince(old)).assigned()));
        }
        if (enabled && (pausing || !old.enabled)) {
            statements.add(alter(Sql.raw("enable")));
        }
        return Optional.of(statements);
    }

    /** An option that is said no more becomes what the server would choose, because PostgreSQL resets none. */
    private Map<String, String> optionsSince(Subscription old) {
        Map<String, String> changes = new TreeMap<>();
        old.options.forEach((option, value) -> changes.put(option, DEFAULTS.getOrDefault(option, value)));
        changes.putAll(options);
        changes.entrySet().removeAll(old.options.entrySet());
        return changes;
    }

    /** Without its slot it can go in a transaction, and without the other server. */
    @Override
    public List<Statement> removal(Database database) {
        List<Statement> statements = new ArrayList<>();
        if (enabled) {
            statements.add(alter(Sql.raw("disable")));
        }
        slot.ifPresent(s -> statements.add(alter(slotClause(Optional.empty()))));
        statements.add(Statement.of(Sql.of("drop subscription {}", Identifier.of(name)), LockMode.NONE));
        return statements;
    }
}
