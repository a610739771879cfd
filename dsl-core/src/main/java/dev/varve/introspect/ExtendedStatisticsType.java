package dev.varve.introspect;

import static java.util.stream.Collectors.toSet;

import dev.varve.model.ExtendedStatistics;
import dev.varve.model.ExtendedStatistics.Kind;
import dev.varve.model.ObjectId;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Extended statistics. */
final class ExtendedStatisticsType implements ObjectType<ExtendedStatistics> {

    private static final Map<String, Kind> KINDS = Map.of("d", Kind.NDISTINCT, "f", Kind.DEPENDENCIES, "m", Kind.MCV);

    @Override
    public Class<ExtendedStatistics> type() {
        return ExtendedStatistics.class;
    }

    @Override
    public List<ExtendedStatistics> introspect(Catalog catalog) {
        String sql = """
                select s.oid, n.nspname, s.stxname, s.stxrelid, s.stxkind::text[] as kinds, nullif(s.stxstattarget, -1) as target,
                    array(select a.attname::text from unnest(s.stxkeys) k join pg_attribute a on a.attrelid = s.stxrelid
                        and a.attnum = k order by k) as columns,
                    pg_get_statisticsobjdef_expressions(s.oid) as expressions
                from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
                """;
        return catalog
                .own(
                        "pg_statistic_ext",
                        sql,
                        row -> catalog.identified("pg_class", row.number("stxrelid"))
                                .map(relation -> statistics(row, relation, catalog)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static ExtendedStatistics statistics(Row row, ObjectId<?> relation, Catalog catalog) {
        Set<Kind> kinds = row.texts("kinds").stream()
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .collect(toSet());
        Stream<Expression> columns = row.texts("columns").stream()
                .map(name -> new Expression(Identifier.of(name).sql()));
        Stream<Expression> expressions = row.texts("expressions").stream().map(Expression::printed);
        ExtendedStatistics statistics = new ExtendedStatistics(
                QualifiedName.of(row.text("nspname"), row.text("stxname")),
                relation,
                kinds,
                Stream.concat(columns, expressions).toList(),
                row.find("target").map(Integer::valueOf));
        catalog.identify("pg_statistic_ext", row.number("oid"), statistics.id());
        return statistics;
    }
}
