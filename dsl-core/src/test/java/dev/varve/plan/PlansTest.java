package dev.varve.plan;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.audit;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {

    static final PlainTable ACCOUNTS = table("accounts").inSchema("trading");
    static final PlainTable ORDERS = table("orders").inSchema("trading");
    static final EnumSpec SIDE = enumType("side").inSchema("trading");

    @Revision(id = "0001", database = "postgres")
    static final class CreateOrders implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(schema("trading"));
            changes.create(SIDE.values("BUY", "SELL"));
            changes.create(ACCOUNTS.column("id", bigint().identity().primaryKey()));
            changes.create(ORDERS.column("id", bigint().identity().primaryKey())
                    .column("account_id", bigint().notNull())
                    .column("side", enumerated(SIDE).notNull())
                    .column("price", numeric(18, 8).notNull().check(price -> price.gt(ZERO)))
                    .column("placed_at", timestamptz().notNull().defaultTo(sql("now()")))
                    .column("note", text())
                    .index(on(desc("placed_at")).where("price > 100")));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class DropOrderNote implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).dropColumn("note");
        }
    }

    @Revision(id = "0003", database = "postgres", dependsOn = DropOrderNote.class)
    static final class AlterOrders implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS)
                    .addColumn("venue", varchar(10).notNull().defaultTo("XNAS"))
                    .alterColumn("price", type(numeric(20, 8)))
                    .renameColumn("placed_at", "created")
                    .addForeignKey("account_id")
                    .references(ACCOUNTS, "id")
                    .onDelete(RESTRICT)
                    .addCheck("venue_is_upper", "venue = upper(venue)");
        }
    }

    @Revision(id = "0003b", database = "postgres", dependsOn = DropOrderNote.class)
    static final class IndexUnknownColumn implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addIndex("prize");
        }
    }

    @Revision(id = "0003c", database = "postgres", dependsOn = DropOrderNote.class)
    static final class AuditOrders implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(audit(ORDERS).masking("price").excluding("placed_at"));
        }
    }

    @Test
    void dropping_the_note_says_what_is_lost() {
        MigrationPlan plan = Plans.of(DropOrderNote.class);

        assertThat(plan.upgradeSql()).isEqualTo("alter table trading.orders drop column note");
        assertThat(plan.downgradeSql()).isEqualTo("alter table trading.orders add column note text");
        assertThat(plan.losses()).containsExactly("the values of trading.orders.note");
    }

    @Test
    void creating_tables_is_taken_back_by_dropping_them_and_nothing_that_they_own() {
        MigrationPlan plan = Plans.of(CreateOrders.class);

        assertThat(plan.upgradeSql()).isEqualTo("""
                        create schema trading;
                        create type trading.side as enum ('BUY', 'SELL');
                        create table trading.accounts (
                            id bigint generated always as identity,
                            constraint pk_accounts primary key (id)
                        );
                        create table trading.orders (
                            id bigint generated always as identity,
                            account_id bigint not null,
                            side trading.side not null,
                            price numeric(18, 8) not null,
                            placed_at timestamptz not null default now(),
                            note text,
                            constraint pk_orders primary key (id),
                            constraint ck_orders_price check (price > 0)
                        );
                        create index ix_orders_placed_at on trading.orders (placed_at desc) where price > 100""");
        assertThat(plan.downgradeSql()).isEqualTo("""
                        drop table trading.orders;
                        drop table trading.accounts;
                        drop type trading.side;
                        drop schema trading""");
        assertThat(plan.losses()).containsExactly("the rows of trading.orders", "the rows of trading.accounts");
    }

    @Test
    void altering_a_table_is_taken_back_newest_first() {
        MigrationPlan plan = Plans.of(AlterOrders.class);

        assertThat(plan.downgradeSql()).isEqualTo("""
                        alter table trading.orders drop constraint venue_is_upper;
                        alter table trading.orders drop constraint fk_orders_account_id;
                        alter table trading.orders rename column created to placed_at;
                        alter table trading.orders alter column price type numeric(18, 8);
                        alter table trading.orders drop column venue""");
    }

    @Test
    void an_index_on_an_unknown_column_is_refused_with_the_revision_the_class_and_a_suggestion() {
        assertThatThrownBy(() -> Plans.of(IndexUnknownColumn.class))
                .isInstanceOf(HistoryException.class)
                .hasMessage(
                        "Revision 0003b (dev.varve.plan.PlansTest$IndexUnknownColumn) cannot create index"
                                + " trading.ix_orders_prize. There is no column \"prize\" in table trading.orders. Did you mean \"price\"?");
    }

    @Test
    void an_audit_trail_is_taken_back_as_a_whole() {
        assertThat(Plans.of(AuditOrders.class).downgradeSql()).isEqualTo("""
                        drop trigger audit_truncate on trading.orders;
                        drop trigger audit_rows on trading.orders;
                        drop function trading.orders_audit();
                        drop table trading.orders_audit""");
    }

    @Revision(id = "0009", database = "shop")
    static final class Mistaken implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(table(List.<String>of().get(0)));
        }
    }

    @Test
    void a_mistake_in_a_migration_is_said_with_its_place() {
        assertThatThrownBy(() -> Plans.of(Mistaken.class))
                .hasMessageMatching(
                        "Revision 0009 \\(.*Mistaken\\) cannot be read: Index 0 .* \\(PlansTest\\.java:\\d+\\)");
    }
}
