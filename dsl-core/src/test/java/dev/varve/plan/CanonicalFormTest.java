package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.NamingConvention;
import dev.varve.plan.PlansTest.AlterOrders;
import dev.varve.plan.PlansTest.CreateOrders;
import dev.varve.plan.PlansTest.DropOrderNote;
import dev.varve.revision.RevisionGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The form that databases remember of what was applied to them. These texts must stay as they are: another text would make every
 * application of the library refuse its own databases. A new form gets a new version and leaves this one in place.
 */
class CanonicalFormTest {

    private static CanonicalForm form(String id) {
        return new History(
                        RevisionGraph.of(
                                List.of(CreateOrders.class, DropOrderNote.class, AlterOrders.class),
                                List.of("postgres")),
                        NamingConvention.STANDARD)
                .revision("postgres", id)
                .canonicalForm();
    }

    @Test
    void it_names_the_parents_and_each_operation_with_its_statements() {
        assertThat(form("0003").text()).isEqualTo("""
                        parents: 0002
                        add column venue to trading.orders
                            alter table trading.orders add column venue varchar(10) not null default 'XNAS'
                        change the type of column price of trading.orders to numeric(20, 8)
                            alter table trading.orders alter column price type numeric(20, 8)
                        rename column placed_at of trading.orders to created
                            alter table trading.orders rename column placed_at to created
                        add constraint fk_orders_account_id to trading.orders
                            alter table trading.orders add constraint fk_orders_account_id foreign key (account_id) references\
                         trading.accounts (id) on delete restrict
                        add constraint venue_is_upper to trading.orders
                            alter table trading.orders add constraint venue_is_upper check (venue = upper(venue))
                        """);
    }

    @Test
    void the_checksum_of_a_known_revision_never_changes() {
        assertThat(form("0001").checksum())
                .isEqualTo("1:6004bc7bc0ed67bee0bd21711c90630d106ac0c7070d0e15cac44ae3384d8419");
    }
}
