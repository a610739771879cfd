package dev.varve.introspect;

import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions whose arguments are all inputs, with columns as their result perhaps; other routines are reported as unreadable. */
final class FunctionType implements ObjectType<Function> {

    @Override
    public Class<Function> type() {
        return Function.class;
    }

    @Override
    public List<Function> introspect(Catalog catalog) {
        String sql = """
                select p.oid, n.nspname, p.proname, p.prokind = 'f' and coalesce(p.proargmodes <@ '{i,t}', true) and p.prosqlbody is null
                        and p.provariadic = 0 and not p.proisstrict and p.proparallel = 'u' as readable,
                    pg_get_function_result(p.oid) as result, l.lanname, p.provolatile::text, p.prosecdef, p.prosrc, p.proconfig,
                    coalesce(p.proargnames, array[]::text[]) as names,
                    array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u(t, place) order by place) as types,
                    array(select coalesce(pg_get_function_arg_default(p.oid, g), '') from generate_series(1, p.pronargs) g order by g)
                        as defaults
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
                order by n.nspname, p.proname, p.oid
                """;
        return catalog.own("pg_proc", sql, row -> function(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Function> function(Row row, Catalog catalog) {
        QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("proname"));
        if (!row.is("readable")) {
            catalog.unreadable("routine " + name);
            return Optional.empty();
        }
        Function function = new Function(
                name,
                arguments(row),
                row.text("result"),
                row.text("lanname"),
                volatility(row.text("provolatile")),
                row.is("prosecdef"),
                settings(row.texts("proconfig")),
                row.text("prosrc"));
        catalog.identify("pg_proc", row.number("oid"), function.id());
        return Optional.of(function);
    }

    /** PostgreSQL keeps {@code name=value}, and an empty list of names as two quotes. */
    private static Map<String, String> settings(List<String> entries) {
        Map<String, String> settings = new HashMap<>();
        for (String entry : entries) {
            String value = entry.substring(entry.indexOf('=') + 1);
            settings.put(entry.substring(0, entry.indexOf('=')), value.equals("\"\"") ? "" : value);
        }
        return settings;
    }

    private static List<Argument> arguments(Row row) {
        List<String> names = row.texts("names");
        List<String> types = row.texts("types");
        List<String> defaults = row.texts("defaults");
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Optional<Expression> value =
                    Optional.of(defaults.get(i)).filter(d -> !d.isEmpty()).map(Expression::printed);
            arguments.add(new Argument(names.isEmpty() ? "" : names.get(i), TypeName.of(types.get(i)), value));
        }
        return arguments;
    }

    private static Volatility volatility(String code) {
        return switch (code) {
            case "i" -> Volatility.IMMUTABLE;
            case "s" -> Volatility.STABLE;
            default -> Volatility.VOLATILE;
        };
    }
}
