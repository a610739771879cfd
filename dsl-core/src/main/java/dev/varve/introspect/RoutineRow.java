package dev.varve.introspect;

import dev.varve.model.Argument;
import dev.varve.model.RoutineBody;
import dev.varve.model.RoutineTraits;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.spi.RowReader;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row about a function, procedure or aggregate, with what is the same for all of them. */
record RoutineRow(Row row) {

    private static final String SQL = """
            select p.oid, n.nspname, p.proname, p.prokind::text, l.lanname, p.prosecdef, p.prosrc, p.proconfig,
                pg_get_function_result(p.oid) as result, p.provolatile::text, p.proparallel::text, p.proisstrict, p.proleakproof,
                p.procost::text as cost, p.prorows::text as rows, s.nspname as supportschema, sp.proname as support,
                pg_get_function_sqlbody(p.oid) as parsed, p.probin,
                array(select format_type(t, null) from unnest(p.protrftypes) with ordinality u(t, place) order by place) as transforms,
                coalesce(p.proargnames, array[]::text[]) as names,
                array(select m::text from unnest(p.proargmodes) with ordinality u(m, place) order by place) as modes,
                array(select format_type(t, null) from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
                    with ordinality u(t, place) order by place) as types,
                array(select coalesce(pg_get_function_arg_default(p.oid, g), '')
                    from generate_series(1, coalesce(cardinality(p.proallargtypes), p.pronargs)) g order by g) as defaults
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
            left join pg_proc sp on sp.oid = p.prosupport left join pg_namespace s on s.oid = sp.pronamespace
            where p.oid >= 16384 and p.prokind in (%s)
            order by n.nspname, p.proname, p.oid
            """;

    /** What was read of the routines of these kinds. */
    static <T> List<T> all(Catalog catalog, String kinds, RowReader<T> reader) {
        return catalog.own("pg_proc", SQL.formatted(kinds), reader);
    }

    QualifiedName name() {
        return QualifiedName.of(row.text("nspname"), row.text("proname"));
    }

    /** The columns of a table that a function gives belong to its result. */
    List<Argument> arguments() {
        List<String> names = row.texts("names");
        List<String> modes = row.texts("modes");
        List<String> types = row.texts("types");
        List<String> defaults = row.texts("defaults");
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String mode = modes.isEmpty() ? "i" : modes.get(i);
            if (!mode.equals("t")) {
                Optional<Expression> value =
                        Optional.of(defaults.get(i)).filter(d -> !d.isEmpty()).map(Expression::printed);
                String name = names.isEmpty() ? "" : names.get(i);
                arguments.add(new Argument(mode(mode), name, TypeName.of(types.get(i)), value));
            }
        }
        return arguments;
    }

    private static Argument.Mode mode(String code) {
        return switch (code) {
            case "o" -> Argument.Mode.OUT;
            case "b" -> Argument.Mode.INOUT;
            case "v" -> Argument.Mode.VARIADIC;
            default -> Argument.Mode.IN;
        };
    }

    RoutineBody body() {
        return row.find("parsed")
                .<RoutineBody>map(body -> new RoutineBody.Parsed(Query.printed(body)))
                .or(() -> row.find("probin").map(library -> new RoutineBody.Compiled(library, row.text("prosrc"))))
                .orElseGet(() -> RoutineBody.Text.takenBefore(row.text("lanname"), row.text("prosrc")));
    }

    /** PostgreSQL keeps {@code name=value}. */
    RoutineTraits traits() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String entry : row.texts("proconfig")) {
            settings.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        }
        return new RoutineTraits(
                row.is("prosecdef"),
                settings,
                row.texts("transforms").stream().map(TypeName::of).toList());
    }
}
