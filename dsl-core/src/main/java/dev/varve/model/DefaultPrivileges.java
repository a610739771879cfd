package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a role is granted on everything of a kind that is made from now on (<a
 * href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">documentation</a>).
 *
 * @param maker the role whose objects are meant; that of the migration if empty
 * @param schema the schema in which they are made; any if empty
 * @param grantee the name of a role, or {@code public} for everybody
 * @param held the privileges by their names, with whether the role may grant them
 */
public record DefaultPrivileges(
        Optional<String> maker,
        Optional<String> schema,
        Grantable kind,
        String grantee,
        SortedMap<String, Boolean> held)
        implements SchemaObject {

    private static final QualifiedName NAME = QualifiedName.unqualified("default privileges");

    public DefaultPrivileges {
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    }

    /** The id of what a role is granted by default. */
    public static ObjectId<DefaultPrivileges> id(
            Optional<String> maker, Optional<String> schema, Grantable kind, String grantee) {
        String of = maker.map(m -> " of " + Identifier.of(m)).orElse("");
        String in = schema.map(s -> " in " + Identifier.of(s)).orElse("");
        String what = " on " + kind.name().toLowerCase(Locale.ROOT) + " to " + Identifier.of(grantee);
        return new ObjectId<>(DefaultPrivileges.class, NAME, of + in + what);
    }

    @Override
    public ObjectId<DefaultPrivileges> id() {
        return id(maker, schema, kind, grantee);
    }

    /** What PostgreSQL grants to a role on everything of a kind, unless it is told otherwise. */
    public static DefaultPrivileges initial(
            Optional<String> maker, Optional<String> schema, Grantable kind, String grantee) {
        SortedMap<String, Boolean> held = new TreeMap<>();
        if (schema.isEmpty() && grantee.equals(Privileges.PUBLIC)) {
            kind.ofPublic().forEach(privilege -> held.put(privilege, false));
        }
        return new DefaultPrivileges(maker, schema, kind, grantee, held);
    }

    /** The same with other privileges. */
    public DefaultPrivileges holding(SortedMap<String, Boolean> others) {
        return new DefaultPrivileges(maker, schema, kind, grantee, others);
    }

    private DefaultPrivileges initial() {
        return initial(maker, schema, kind, grantee);
    }

    /** Whether this is what PostgreSQL grants anyway, so that nothing has to be said. */
    public boolean isInitial() {
        return equals(initial());
    }

    /** The privileges on a new object that nobody said anything else of. */
    static List<SchemaObject> given(SchemaObject object, Database database) {
        Map<String, Privileges> given = new TreeMap<>();
        for (ObjectId<?> id : database.named(Set.of(NAME))) {
            DefaultPrivileges defaults = (DefaultPrivileges) database.get(id);
            if (defaults.concerns(object)) {
                Privileges before = given.getOrDefault(defaults.grantee, Privileges.initial(object, defaults.grantee));
                given.put(defaults.grantee, defaults.on(before));
            }
        }
        return given.values().stream()
                .filter(privileges -> !privileges.equals(Privileges.initial(object, privileges.grantee())))
                .<SchemaObject>map(privileges -> privileges)
                .toList();
    }

    /** The privileges on the sequence of a column that numbers rows from now on. */
    static List<Privileges> givenOnSequence(ObjectId<Table> table, String column, Database database) {
        Map<String, Privileges> given = new TreeMap<>();
        for (ObjectId<?> id : database.named(Set.of(NAME))) {
            DefaultPrivileges defaults = (DefaultPrivileges) database.get(id);
            if (defaults.concerns(Optional.of(Grantable.SEQUENCE), table)) {
                Privileges none = Privileges.noneOfSequence(table, column, defaults.grantee);
                given.put(defaults.grantee, defaults.on(given.getOrDefault(defaults.grantee, none)));
            }
        }
        return List.copyOf(given.values());
    }

    private boolean concerns(SchemaObject object) {
        return concerns(object.grantable(), object.id());
    }

    private boolean concerns(Optional<Grantable> what, ObjectId<?> id) {
        boolean inSchema = schema.isEmpty() || schema.get().equals(id.name().schema());
        return maker.isEmpty() && inSchema && what.filter(kind::equals).isPresent();
    }

    /** What is said of a schema comes on top of what is said of all, which stands in the place of what PostgreSQL grants. */
    private Privileges on(Privileges before) {
        Privileges base =
                schema.isPresent() ? before : before.revoking(initial().missing(this));
        Privileges plain = base.granting(held.keySet(), false);
        Set<String> grantable = new TreeSet<>(held.keySet());
        grantable.removeIf(privilege -> !held.get(privilege));
        return plain.granting(grantable, true);
    }

    private Set<String> missing(DefaultPrivileges other) {
        Set<String> missing = new TreeSet<>(held.keySet());
        missing.removeAll(other.held.keySet());
        return missing;
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return schema.filter(s -> !s.equals("public"))
                .<Set<ObjectId<?>>>map(s -> Set.of(Schema.id(s)))
                .orElse(Set.of());
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return schema.filter(s -> !s.equals("public")).map(Schema::id);
    }

    @Override
    public boolean foundByName() {
        return true;
    }

    @Override
    public DefaultPrivileges following(Rename rename) {
        Optional<String> followed = schema.map(
                s -> rename.newId(Schema.id(s)).map(id -> id.name().name()).orElse(s));
        return new DefaultPrivileges(maker, followed, kind, grantee, held);
    }

    @Override
    public List<Statement> creation(Database database) {
        return since(initial());
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(since((DefaultPrivileges) from));
    }

    @Override
    public List<Statement> removal(Database database) {
        return initial().since(this);
    }

    /** The statements that lead from other privileges of the same role to these: whether it may grant them is taken and granted again. */
    public List<Statement> since(DefaultPrivileges old) {
        Set<String> gone = new TreeSet<>(old.held.keySet());
        gone.removeIf(privilege -> old.held.get(privilege).equals(held.get(privilege)));
        Set<String> granted = new TreeSet<>(held.keySet());
        granted.removeIf(privilege -> held.get(privilege).equals(old.held.get(privilege)));
        Set<String> grantable = new TreeSet<>(granted);
        grantable.removeIf(privilege -> !held.get(privilege));
        granted.removeAll(grantable);
        List<Statement> statements = new ArrayList<>();
        statements.addAll(statement("revoke {} on {} from {}", gone));
        statements.addAll(statement("grant {} on {} to {}", granted));
        statements.addAll(statement("grant {} on {} to {} with grant option", grantable));
        return statements;
    }

    private List<Statement> statement(String template, Set<String> privileges) {
        if (privileges.isEmpty()) {
            return List.of();
        }
        Sql names = Sql.raw(String.join(", ", privileges).toLowerCase(Locale.ROOT));
        Sql what = Sql.raw(kind.plural());
        Sql change = Sql.of(template, names, what, Privileges.role(grantee));
        Sql of = maker.map(m -> Sql.of(" for role {}", Identifier.of(m))).orElse(Sql.raw(""));
        Sql in = schema.map(s -> Sql.of(" in schema {}", Identifier.of(s))).orElse(Sql.raw(""));
        return List.of(Statement.of(Sql.of("alter default privileges{}{} {}", of, in, change), LockMode.NONE));
    }
}
