package dev.varve.introspect;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.AddParent;
import dev.varve.operation.DropParent;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From which tables a table inherits, and what it has from these alone. */
final class InheritanceType implements FacetType<Inheritance> {

    private record Found(QualifiedName table, Inheritance inheritance) {}

    @Override
    public Class<Inheritance> type() {
        return Inheritance.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class parent");
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<Inheritance> from, Optional<Inheritance> to) {
        List<ObjectId<Table>> old = from.map(Inheritance::parents).orElse(List.of());
        List<ObjectId<Table>> wanted = to.map(Inheritance::parents).orElse(List.of());
        Stream<Operation> gone =
                old.stream().filter(parent -> !wanted.contains(parent)).map(parent -> new DropParent(table, parent));
        Stream<Operation> come =
                wanted.stream().filter(parent -> !old.contains(parent)).map(parent -> new AddParent(table, parent));
        return Stream.concat(gone, come).toList();
    }

    /** A not-null constraint that PostgreSQL named is part of its column. */
    @Override
    public Map<QualifiedName, Inheritance> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, p.parents,
                    array(select a.attname::text from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and not a.attislocal) as columns,
                    array(select k.conname::text from pg_constraint k where k.conrelid = c.oid and not k.conislocal
                        and (k.contype = 'c' or k.contype = 'n' and k.conname !~ '_not_null[0-9]*$')) as constraints
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                cross join lateral (select array_agg(h.inhparent::bigint order by h.inhseqno) as parents from pg_inherits h
                    where h.inhrelid = c.oid) p
                where c.relkind in ('r', 'f') and not c.relispartition and p.parents is not null
                """;
        return catalog
                .query(
                        sql,
                        row -> Optional.of(row.number("oid"))
                                .filter(catalog::isOwn)
                                .flatMap(oid -> found(row, catalog)))
                .stream()
                .flatMap(Optional::stream)
                .collect(toMap(Found::table, Found::inheritance));
    }

    private static Optional<Found> found(Row row, Catalog catalog) {
        QualifiedName table = QualifiedName.of(row.text("nspname"), row.text("relname"));
        List<ObjectId<Table>> parents = row.numbers("parents").stream()
                .flatMap(parent -> catalog.identified("pg_class", parent).stream())
                .map(parent -> Table.id(parent.name()))
                .toList();
        if (parents.size() < row.numbers("parents").size()) {
            catalog.unreadable("inheritance of table " + table);
            return Optional.empty();
        }
        return Optional.of(new Found(
                table,
                new Inheritance(
                        parents, new TreeSet<>(row.texts("columns")), new TreeSet<>(row.texts("constraints")))));
    }
}
