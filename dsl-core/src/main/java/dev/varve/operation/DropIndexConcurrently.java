package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes an index while the table is read and written: {@code drop index concurrently ...}, which PostgreSQL runs only outside a
 * transaction. The way back builds it concurrently.
 */
public record DropIndexConcurrently(ObjectId<Index> id) implements Operation {

    @Override
    public String description() {
        return "drop " + id + " concurrently";
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(), Set.of(id));
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql probe = Sql.of(
                "select case when to_regclass({}) is null then 'DONE' else 'ABSENT' end",
                Literal.text(id.name().sql()));
        return List.of(Statement.alone(
                Sql.of("drop index concurrently {}", id.name()),
                LockMode.SHARE_UPDATE_EXCLUSIVE,
                new Recovery(probe, Sql.raw("select 1"))));
    }

    @Override
    public Database after(Database before) {
        before.get(id).checkConcurrently(before);
        return before.minus(id);
    }

    @Override
    public Reversal reversal(Database before) {
        Stream<Operation> rest = before.withOwned(id).stream().skip(1).map(CreateObject::new);
        return new Reversal.Exact(Stream.concat(Stream.of(new CreateIndexConcurrently(before.get(id))), rest)
                .toList());
    }
}
