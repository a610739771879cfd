package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The {@code search_path} under which a statement can run functions that look names up as their callers do: what they name is looked for beside
 * them. From PostgreSQL 17 on, building an index or filling a materialized view finds names in {@code pg_catalog} alone, whatever is set (<a
 * href="https://www.postgresql.org/docs/17/release-17.html">release notes</a>).
 */
record CallersPath(SortedSet<String> schemas) {

    /** The path of what runs nothing. */
    static final CallersPath EMPTY = new CallersPath(new TreeSet<>());

    private static final int OVERRULED = 17;

    /** The path for making an object. */
    static CallersPath of(SchemaObject object, Database database) {
        return database.environment().atLeast(OVERRULED) ? EMPTY : new CallersPath(schemas(object, database));
    }

    private static SortedSet<String> schemas(SchemaObject object, Database database) {
        SortedSet<String> schemas = new TreeSet<>();
        Set<ObjectId<?>> seen = new HashSet<>();
        Deque<SchemaObject> users = new ArrayDeque<>(List.of(object));
        while (!users.isEmpty()) {
            SchemaObject user = users.pop();
            if (user instanceof Routine routine && routine.leansOnCaller()) {
                schemas.add(routine.name().schema());
            }
            Stream.concat(user.requires(database).stream(), user.mentions(database).stream())
                    .filter(used -> isRun(used) && seen.add(used))
                    .forEach(used -> users.push(database.get(used)));
        }
        return schemas;
    }

    private static boolean isRun(ObjectId<?> used) {
        return used.type() == Function.class || used.type() == View.class;
    }

    /** The statement under this path. */
    List<Statement> around(Statement statement) {
        List<Statement> statements = new ArrayList<>(List.of(statement));
        if (!schemas.isEmpty()) {
            List<Identifier> names = schemas.stream().map(Identifier::of).toList();
            statements.add(0, setting(Sql.join(", ", names)));
            statements.add(setting(Sql.raw("''")));
        }
        return statements;
    }

    private static Statement setting(Sql path) {
        return Statement.of(Sql.of("set local search_path = {}", path), LockMode.NONE);
    }
}
