package dev.varve.operation;

import dev.varve.model.Partition;
import dev.varve.model.Table;
import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement that gives what a partition keeps of its table the names that the state knows. Usually it has these already, and nothing happens;
 * names that somebody changed, or that come from columns which were renamed, are known to the server alone.
 */
record NamingOfKept(Partition partition, Table root, KeptOfTable kept) {

    Optional<Statement> statement() {
        Map<QualifiedName, String> indexes = kept.namesOfIndexes(root.name());
        List<String> keys = kept.foreignKeys();
        if (indexes.isEmpty() && keys.isEmpty()) {
            return Optional.empty();
        }
        String body = """

                declare kept record;
                begin
                %s%send
                """.formatted(indexes.isEmpty() ? "" : indexes(indexes), keys.isEmpty() ? "" : foreignKeys(keys));
        return Optional.of(Statement.of(Sql.of("do {}", new DollarQuoted(body)), LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    /** Two may have each other's name, so that both get another one first. */
    private String indexes(Map<QualifiedName, String> names) {
        String wanted = names.entrySet().stream()
                .map(name -> "(" + text(name.getKey().sql()) + "::regclass::oid, " + text(name.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return """
                    for step in 1..2 loop
                        for kept in
                            select c.oid::regclass as index, case step when 1 then 'varve_' || c.oid else w.name end as name
                            from pg_index i join pg_class c on c.oid = i.indexrelid and c.relispartition
                            join (values %s) w(root, name) on w.root = pg_partition_root(c.oid)
                            where i.indrelid = %s::regclass and c.relname <> w.name
                        loop
                            execute format('alter index %%s rename to %%I', kept.index, kept.name);
                        end loop;
                    end loop;
                """.formatted(wanted, text(partition.name().sql()));
    }

    private String foreignKeys(List<String> names) {
        String wanted = names.stream().map(NamingOfKept::text).collect(Collectors.joining(", "));
        return """
                    for kept in
                        select k.conname as old, a.conname as name
                        from pg_constraint k left join pg_constraint p on p.oid = k.conparentid
                        join pg_constraint a on a.oid in (k.conparentid, p.conparentid)
                        where k.conrelid = %s::regclass and a.conrelid = %s::regclass and a.contype = 'f' and a.conparentid = 0
                            and a.conname = any (array[%s]::name[]) and k.conname <> a.conname and k.confrelid = a.confrelid
                    loop
                        execute format('alter table %%s rename constraint %%I to %%I', %s, kept.old, kept.name);
                    end loop;
                """.formatted(
                        text(partition.name().sql()),
                        text(root.name().sql()),
                        wanted,
                        text(partition.name().sql()));
    }

    private static String text(String value) {
        return Literal.text(value).sql();
    }
}
