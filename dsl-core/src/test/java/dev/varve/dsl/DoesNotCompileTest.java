package dev.varve.dsl;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.CompileErrors;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;

/** What is typed does not compile when it is wrong; beside each statement stands the one that is right, and compiles. */
public class DoesNotCompileTest {

    /** A model whose columns keys name. */
    public static final class Accounts extends PlainModel {

        private static final long serialVersionUID = 1L;

        /** The model. */
        public static final Accounts ACCOUNTS = new Accounts();

        /** A number. */
        public final transient TableField<Record, Long> id = column("id", bigint().primaryKey());

        /** A text. */
        public final transient TableField<Record, String> code = column("code", text());

        private Accounts() {
            super("public", "accounts");
        }
    }

    private static final Map<String, String> RIGHT_BY_WRONG = new TreeMap<>(Map.ofEntries(
            // a default of the wrong type
            Map.entry("bigint().defaultTo(\"one\");", "bigint().defaultTo(1L);"),
            Map.entry("varchar(20).defaultTo(1);", "varchar(20).defaultTo(\"1\");"),
            Map.entry("timestamptz().defaultTo(\"now\");", "timestamptz().defaultTo(sql(\"now()\"));"),
            Map.entry(
                    "domain(\"price\", numeric(18, 2)).defaultTo(\"1\");",
                    "domain(\"price\", numeric(18, 2)).defaultTo(java.math.BigDecimal.ONE);"),
            // a check of the wrong type
            Map.entry(
                    "numeric(18, 8).check(price -> price.gt(\"x\"));",
                    "numeric(18, 8).check(price -> price.gt(java.math.BigDecimal.ONE));"),
            Map.entry(
                    "varchar(4).check(side -> side.in(1, 2));",
                    "varchar(4).check(side -> side.in(\"BUY\", \"SELL\"));"),
            // the wrong key column
            Map.entry("varchar(20).references(ACCOUNTS.id);", "bigint().references(ACCOUNTS.id);"),
            Map.entry("bigint().references(ACCOUNTS.code);", "text().references(ACCOUNTS.code);"),
            Map.entry(
                    "bigint().references(ACCOUNTS.number);",
                    "bigint().references(ACCOUNTS.id, key -> key.onDelete(CASCADE));"),
            Map.entry("matching(ACCOUNTS.code, ACCOUNTS.id);", "matching(ACCOUNTS.id, ACCOUNTS.id);"),
            Map.entry(
                    "matching(ACCOUNTS.id, ACCOUNTS.id).and(ACCOUNTS.id, ACCOUNTS.code);",
                    "matching(ACCOUNTS.id, ACCOUNTS.id).and(ACCOUNTS.code, ACCOUNTS.code);"),
            Map.entry("table(\"t\").primaryKey(1);", "table(\"t\").primaryKey(ACCOUNTS.id);"),
            // a clause too early
            Map.entry(
                    "changes.alter(table(\"t\")).addForeignKey(\"a\").onDelete(CASCADE);",
                    "changes.alter(table(\"t\")).addForeignKey(\"a\").references(ACCOUNTS, \"id\").onDelete(CASCADE);"),
            Map.entry(
                    "changes.create(partition(\"p\").of(table(\"t\")).from(1));",
                    "changes.create(partition(\"p\").of(table(\"t\")).from(1).to(2));"),
            Map.entry(
                    "changes.create(partition(\"p\").of(table(\"t\")).to(2));",
                    "partition(\"p\").of(table(\"t\")).byDefault();"),
            Map.entry(
                    "changes.alter(table(\"t\")).column(\"a\", text());",
                    "changes.create(table(\"t\").column(\"a\", text()));"),
            Map.entry(
                    "changes.alter(table(\"t\")).addForeignKey(\"a\").addUnique(\"b\");",
                    "changes.alter(table(\"t\")).addForeignKey(\"a\").references(ACCOUNTS, \"id\").addUnique(\"b\");"),
            Map.entry("table(\"t\").include(\"b\");", "key(\"a\").include(\"b\").deferrable();"),
            Map.entry("varchar(4).onDelete(CASCADE);", "reference(ACCOUNTS, \"id\").onDelete(CASCADE);"),
            // what cannot be replaced, altered or dropped
            Map.entry("changes.replace(table(\"t\"));", "changes.replace(view(\"v\").as(\"select 1 as one\"));"),
            Map.entry("changes.alter(schema(\"s\"));", "changes.rename(schema(\"s\"), \"t\");"),
            Map.entry("changes.drop(\"t\");", "changes.drop(table(\"t\"));"),
            // what another module has
            Map.entry("table(\"t\").hypertable(null);", "table(\"t\").unlogged();"),
            // no word of the way back
            Map.entry("changes.execute(\"select 1\");", "changes.execute(\"select 1\", irreversible(\"it reads\"));")));

    private static CompileErrors compiling(Iterable<String> statements) {
        CompileErrors errors = CompileErrors.under(
                "import static dev.varve.dsl.Postgres.*;",
                "import static dev.varve.dsl.Types.*;",
                "import static dev.varve.dsl.DoesNotCompileTest.Accounts.ACCOUNTS;");
        for (String statement : statements) {
            errors = errors.with(statement);
        }
        return errors;
    }

    @Test
    void what_is_wrong_does_not_compile() {
        assertThat(compiling(RIGHT_BY_WRONG.keySet()).found().keySet())
                .containsExactlyInAnyOrderElementsOf(RIGHT_BY_WRONG.keySet());
    }

    @Test
    void what_is_right_compiles() {
        assertThat(compiling(RIGHT_BY_WRONG.values()).found()).isEmpty();
    }
}
