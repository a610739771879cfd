package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The tablespaces over which the chunks of a hypertable are spread, each after the one before
 * (<a href="https://docs.timescale.com/api/latest/hypertable/attach_tablespace/">documentation</a>). Chunks that exist stay where they
 * are.
 */
public record Tablespaces(List<String> names) implements TimescaleFacet {

    public Tablespaces {
        names = List.copyOf(names);
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Tablespaces following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public String description() {
        return "chunks in tablespace " + String.join(", ", names);
    }

    @Override
    public List<Statement> making(Table table, Database database) {
        return leadingFrom(new Tablespaces(List.of()), table, database);
    }

    /** The statements that lead from other tablespaces to these: what both begin with stays. */
    public List<Statement> leadingFrom(Tablespaces old, Table table, Database database) {
        int same = common(old);
        List<Statement> statements = new ArrayList<>();
        List<String> gone = new ArrayList<>(old.names.subList(same, old.names.size()));
        Collections.reverse(gone);
        gone.forEach(name -> statements.add(call("detach_tablespace", name, table, database)));
        names.subList(same, names.size())
                .forEach(name -> statements.add(call("attach_tablespace", name, table, database)));
        return statements;
    }

    private int common(Tablespaces old) {
        int same = 0;
        while (same < names.size() && same < old.names.size() && names.get(same).equals(old.names.get(same))) {
            same++;
        }
        return same;
    }

    private static Statement call(String function, String name, Table table, Database database) {
        TimescaleCall call = TimescaleCall.of(function).with("tablespace", name).with("hypertable", table.name());
        return Statement.of(call.select(database), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public void check(Table table, Database database) {
        Hypertable.of(table);
    }

    /** TimescaleDB puts the table itself into the first of them. */
    @Override
    public Set<Class<? extends Facet>> implied() {
        return Set.of(Tablespace.class);
    }
}
