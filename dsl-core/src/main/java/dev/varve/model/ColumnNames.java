package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the columns of a view are called beside what its query says. PostgreSQL writes all of it into the query, so that nothing of it is
 * left in its own words.
 *
 * @param listed the names of the first columns, in order
 * @param renamed what columns of other names are called since they were renamed
 */
public record ColumnNames(List<String> listed, SortedMap<String, String> renamed) {

    public ColumnNames {
        listed = List.copyOf(listed);
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
    }

    /** The names that the query gives. */
    public static ColumnNames ofQuery() {
        return of(List.of());
    }

    /** These names, and those of the query after them. */
    public static ColumnNames of(List<String> listed) {
        return new ColumnNames(listed, new TreeMap<>());
    }

    /** Whether a column is called that, as far as it is not the query that says so. */
    boolean contains(String column) {
        return listed.contains(column) || renamed.containsValue(column);
    }

    /** Whether the name is one of the query that no column has any more. */
    boolean hides(String column) {
        return renamed.containsKey(column) && !contains(column);
    }

    /** The names after one column is called something else. */
    public ColumnNames renaming(String from, String to) {
        if (listed.contains(from)) {
            return new ColumnNames(
                    listed.stream().map(name -> name.equals(from) ? to : name).toList(), renamed);
        }
        SortedMap<String, String> others = new TreeMap<>(renamed);
        String original = renamed.entrySet().stream()
                .filter(entry -> entry.getValue().equals(from))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(from);
        others.remove(original);
        if (!original.equals(to)) {
            others.put(original, to);
        }
        return new ColumnNames(listed, others);
    }

    /** The list in brackets, with a blank before it; nothing if there is none. */
    Sql list() {
        return listed.isEmpty() ? Sql.raw("") : Sql.of(" ({})", Sql.names(listed));
    }

    /** The statements that rename the columns of a relation that was just made. */
    List<Statement> renames(Queried relation) {
        List<Statement> statements = new ArrayList<>();
        renamed.forEach((from, to) -> statements.add(rename(relation, from, to)));
        return statements;
    }

    static Statement rename(Queried relation, String from, String to) {
        Sql sql = Sql.of("alter {} rename column {} to {}", relation.address(), Identifier.of(from), Identifier.of(to));
        return Statement.of(sql, LockMode.ACCESS_EXCLUSIVE);
    }

    /**
     * Looks for a name that two columns would have.
     *
     * @throws RefusedException if there is one
     */
    void check(ObjectId<?> of) {
        List<String> all = new ArrayList<>(listed);
        all.addAll(renamed.values());
        for (String name : all) {
            if (all.indexOf(name) != all.lastIndexOf(name)) {
                throw new RefusedException(of, "Two columns of " + of + " would be called \"" + name + "\".");
            }
        }
    }
}
