package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that makes room for the name of a new index. The parts that partitions have of indexes of their tables have names, too, which
 * PostgreSQL chose when they came and which only the server knows: a table that was a partition keeps the index {@code trades_id_idx}, and a new
 * partition may have another one of that name elsewhere. Usually none is in the way, and nothing happens.
 *
 * @param database the database before
 */
public record RoomForIndex(Database database) {

    /** The statement before an index, if a part may have its name. */
    public Stream<Statement> of(Index index) {
        return of(
                List.of(index.name()),
                root -> database.owned(root.id()).stream()
                        .anyMatch(owned -> owned instanceof Index whole
                                && !whole.id().equals(index.id())
                                && whole.keys().equals(index.keys())));
    }

    /** The statement before a part is called so, if another part of the same partition may have the name. */
    static Stream<Statement> of(IndexPart part) {
        return part.name().startsWith(start(part.on().name().name()))
                ? Stream.of(statement(List.of(part.qualified())))
                : Stream.of();
    }

    /** The statement before constraints of a relation, if a part may have the name of the index of one. */
    public Stream<Statement> of(ObjectId<?> relation, Stream<Constraint> constraints) {
        List<QualifiedName> names = constraints
                .filter(Constraint::hasIndex)
                .map(constraint -> relation.name().named(constraint.name()))
                .toList();
        return of(names, root -> false);
    }

    private Stream<Statement> of(List<QualifiedName> names, Predicate<Table> hasAlike) {
        List<QualifiedName> taken = names.stream()
                .filter(name -> AutomaticName.mayBeOfIndex(name.name()) && mayBeTaken(name, hasAlike))
                .toList();
        return taken.isEmpty() ? Stream.empty() : Stream.of(statement(taken));
    }

    /** A part is called after its partition, as that was called when the part came. */
    private boolean mayBeTaken(QualifiedName name, Predicate<Table> hasAlike) {
        return database.objects(IndexPart.class).map(IndexPart::qualified).anyMatch(name::equals)
                || startsLikePart(name, hasAlike);
    }

    private boolean startsLikePart(QualifiedName name, Predicate<Table> hasAlike) {
        return database.objects(Partition.class)
                .filter(partition -> partition.name().schema().equals(name.schema()))
                .anyMatch(partition ->
                        name.name().startsWith(start(partition.name().name()))
                                || hasAlike.test(partition.root(database)));
    }

    /** Of long names PostgreSQL takes as much as there is room for. */
    private static String start(String name) {
        return name.substring(0, Math.min(name.length(), 24));
    }

    private static Statement statement(List<QualifiedName> names) {
        String wanted = names.stream()
                .map(name -> "(" + Literal.text(name.schema()).sql() + ", "
                        + Literal.text(name.name()).sql() + ")")
                .collect(Collectors.joining(", "));
        String body = """

                declare part record; other text; number integer;
                begin
                    for part in
                        select c.oid::regclass as index, c.relname as name, c.relnamespace as schema
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('i', 'I') and c.relispartition and (n.nspname, c.relname) in (values %s)
                    loop
                        number := 0;
                        loop
                            number := number + 1;
                            other := left(part.name, 60 - octet_length(part.name) + length(part.name)) || number;
                            exit when not exists (select from pg_class c where c.relname = other and c.relnamespace = part.schema);
                        end loop;
                        execute format('alter index %%s rename to %%I', part.index, other);
                    end loop;
                end
                """.formatted(wanted);
        return Statement.of(Sql.of("do {}", new DollarQuoted(body)), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
