package dev.varve.introspect;

import dev.varve.model.ObjectId;
import dev.varve.model.Policy;
import dev.varve.model.Policy.Command;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies of tables. */
final class PolicyType implements ObjectType<Policy> {

    @Override
    public Class<Policy> type() {
        return Policy.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_policy");
    }

    @Override
    public List<Policy> introspect(Catalog catalog) {
        String sql = """
                select p.oid, p.polname, p.polrelid, p.polpermissive, p.polcmd::text as command,
                    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checking,
                    array(select case when r = 0 then 'public' else pg_get_userbyid(r)::text end from unnest(p.polroles) r) as roles
                from pg_policy p
                order by p.polrelid, p.polname
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("polrelid"))
                                .map(table -> policy(row, table, catalog)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Policy policy(Row row, ObjectId<?> table, Catalog catalog) {
        Policy policy = new Policy(
                row.text("polname"),
                table,
                row.is("polpermissive"),
                command(row.text("command")),
                Set.copyOf(row.texts("roles")),
                row.find("using").map(Expression::printed),
                row.find("checking").map(Expression::printed));
        catalog.identify("pg_policy", row.number("oid"), policy.id());
        return policy;
    }

    private static Command command(String code) {
        return switch (code) {
            case "r" -> Command.SELECT;
            case "a" -> Command.INSERT;
            case "w" -> Command.UPDATE;
            case "d" -> Command.DELETE;
            default -> Command.ALL;
        };
    }
}
