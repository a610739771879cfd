package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;

import dev.varve.model.Extension;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateIndexTest {

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new CreateObject(object));
    }

    @Test
    void indexes_of_all_kinds() {
        Index unique = new Index(
                name("ux"),
                ORDERS.id(),
                true,
                "btree",
                List.of(IndexKey.column("note"), keyOf("lower(note)")),
                List.of("price", "side"),
                Optional.of(new Expression("status = 'NEW' and side in ('BUY')")));
        laws(unique).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        Index odd = index(
                "Odd \"index\"",
                ORDERS,
                IndexKey.column("placed_at").desc(),
                IndexKey.column("price").withNullsFirst(),
                IndexKey.column("id").desc().withNullsLast(),
                keyOf("price * quantity"),
                keyOf("(note || 'x')").desc());
        laws(odd).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
    }

    @Test
    void an_index_of_another_method_and_operator_class() {
        Table table = table("docs", column("Doc body", "jsonb"), column("name", "text"), column("tags", "text[]"));
        Index gin = new Index(
                name("gin"),
                table.id(),
                false,
                "gin",
                List.of(IndexKey.column("Doc body").using("jsonb_path_ops")),
                List.of(),
                Optional.empty());
        laws(gin).given(SCHEMA, table).hold();
        Index brin = new Index(
                name("brin"), table.id(), false, "brin", List.of(IndexKey.column("name")), List.of(), Optional.empty());
        Index hash = new Index(
                name("hash"), table.id(), false, "hash", List.of(IndexKey.column("name")), List.of(), Optional.empty());
        laws(index(
                        "ops",
                        table,
                        IndexKey.column("name").using("text_pattern_ops").desc()))
                .given(SCHEMA, table, brin, hash)
                .hold();
    }

    @Test
    void an_index_of_an_operator_class_that_an_extension_has() {
        Index trigrams = new Index(
                name("ix_trigrams"),
                INSTRUMENTS.id(),
                false,
                "gin",
                List.of(IndexKey.column("symbol").using("public.gin_trgm_ops")),
                List.of(),
                Optional.empty());
        Index unqualified = new Index(
                name("ix_trigrams"),
                INSTRUMENTS.id(),
                false,
                "gin",
                List.of(IndexKey.column("symbol").using("gin_trgm_ops")),
                List.of(),
                Optional.empty());
        laws(unqualified)
                .given(SCHEMA, INSTRUMENTS, new Extension("pg_trgm", Optional.empty()))
                .needing("pg_trgm")
                .hold();
        laws(trigrams)
                .given(SCHEMA, INSTRUMENTS, new Extension("pg_trgm", Optional.empty()))
                .needing("pg_trgm")
                .hold();
    }
}
