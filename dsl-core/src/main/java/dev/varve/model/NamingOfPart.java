package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The statements that give the part of an index a name. It is found by its place, because only the server knows what it is called. */
record NamingOfPart(IndexPart part, Database database) {

    /** What somebody chose is free, or the server says that it is not; what PostgreSQL chose may have gone to something else. */
    List<Statement> creation() {
        if (part.isCompared()) {
            return List.of(statement("""

                    begin
                        execute format('alter index %%s rename to %%I', (
                            %s), %s);
                    end
                    """.formatted(place(), text(part.name()))));
        }
        return Stream.concat(RoomForIndex.of(part), Stream.of(calledIfFree(text(part.name()))))
                .toList();
    }

    /** The name that PostgreSQL gives to the part in a new partition: it calls columns as they were called when the index came. */
    List<Statement> removal() {
        AutomaticName automatic = automatic();
        String name = text(automatic.name().name());
        if (automatic.column().isEmpty()) {
            return List.of(calledIfFree(name));
        }
        return List.of(calledIfFree("""
                (
                        select case when octet_length(n.name) < 64 then n.name else %s end
                        from (
                            select %s || string_agg(a.attname, '_' order by a.attnum) || %s as name
                            from pg_attribute a where a.attrelid = %s::regclass) n)""".formatted(
                        name,
                        text(automatic.table().name() + '_'),
                        text(automatic.ending()),
                        text(part.index().qualified().sql()))));
    }

    private AutomaticName automatic() {
        PartName name = new PartName(part.on().name());
        return part.index()
                .index(database)
                .map(name::of)
                .orElseGet(() -> name.of(part.index().constraint(database).orElseThrow()));
    }

    private Statement calledIfFree(String name) {
        return statement("""

                declare
                    part regclass := (
                        %s);
                    wanted text := %s;
                    other text := wanted;
                    number integer := 0;
                begin
                    while exists (select from pg_class c join pg_class p on p.oid = part and p.relnamespace = c.relnamespace
                        where c.relname = other and c.oid <> p.oid)
                    loop
                        number := number + 1;
                        other := left(wanted, 60 - octet_length(wanted) + length(wanted)) || number;
                    end loop;
                    if not exists (select from pg_class c where c.oid = part and c.relname = other) then
                        execute format('alter index %%s rename to %%I', part, other);
                    end if;
                end
                """.formatted(place(), name));
    }

    private String place() {
        return """
                select i.indexrelid::regclass from pg_index i
                            where i.indrelid = %s::regclass and pg_partition_root(i.indexrelid) = %s::regclass""".formatted(
                text(part.on().name().sql()), text(part.index().qualified().sql()));
    }

    private static Statement statement(String body) {
        return Statement.of(Sql.of("do {}", new DollarQuoted(body)), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    private static String text(String value) {
        return Literal.text(value).sql();
    }
}
