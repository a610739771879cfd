package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.words;
import static dev.varve.dsl.Postgres.baseType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.madeOf;
import static dev.varve.dsl.Postgres.operatorOf;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OrderOfDeclaredStepsTest {

    private static Database said(Consumer<Changes> changes) {
        Changes all = new Changes(NamingConvention.STANDARD);
        changes.accept(all);
        return Operation.afterAll(all.operations(), Database.empty());
    }

    @Test
    void what_uses_a_type_of_functions_waits_for_its_definition() {
        Database wanted = said(changes -> {
            changes.create(baseType("lots"));
            changes.create(
                    function("lots_in")
                            .argument("", typed("cstring", String.class))
                            .returns("public.lots")
                            .language("internal")
                            .body("int4in"),
                    function("lots_out")
                            .argument("", typed("public.lots", String.class))
                            .returns("cstring")
                            .language("internal")
                            .body("int4out"));
            changes.alter(baseType("lots"))
                    .define(madeOf("public", "lots_in", "lots_out").length(4).passedByValue());
            changes.create(function("are_same")
                    .argument("", typed("public.lots", String.class))
                    .argument("", typed("public.lots", String.class))
                    .returns("boolean")
                    .language("internal")
                    .body("int4eq"));
            changes.create(operatorOf("=", typed("public.lots", String.class), typed("public.lots", String.class))
                    .with("public", "are_same"));
        });

        assertThat(words(Difference.between(Database.empty(), wanted)))
                .containsExactly(
                        "create base type public.lots",
                        "create function public.lots_in(cstring)",
                        "create function public.lots_out(public.lots)",
                        "define base type public.lots",
                        "create function public.are_same(public.lots, public.lots)",
                        "create operator public.=(public.lots, public.lots)");
    }

    @Test
    void a_partitioned_table_waits_for_what_spreads_its_rows() {
        Database wanted = said(changes -> {
            changes.create(function("year_of")
                    .argument("", date())
                    .returns("integer")
                    .language("sql")
                    .immutable()
                    .body("select 2024"));
            changes.create(table("archived").column("day", date()).partitionBy(range(key(sql("public.year_of(day)")))));
        });

        assertThat(words(Difference.between(Database.empty(), wanted)))
                .containsExactly("create function public.year_of(date)", "create table public.archived");
    }
}
