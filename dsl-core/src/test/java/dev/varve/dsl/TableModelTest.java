package dev.varve.dsl;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.matching;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.cidr;
import static dev.varve.dsl.Types.inet;
import static dev.varve.dsl.Types.int4range;
import static dev.varve.dsl.Types.point;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models as tables of jOOQ. */
class TableModelTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    static final class Racks extends PlainModel {

        private static final long serialVersionUID = 1L;

        static final Racks RACKS = new Racks();

        final transient TableField<Record, String> site =
                column("site", text().notNull().comment("Where it stands"));
        final transient TableField<Record, Long> number = column("number", bigint().notNull());
        final transient TableField<Record, Long> above = column("above", bigint());

        private Racks() {
            super("public", "racks");
        }

        @Override
        protected TableSpec<?> define(PlainTable table) {
            return table.primaryKey(site, number)
                    .foreignKey(matching(site, site).and(above, number))
                    .index(above, site)
                    .comment("What machines stand in");
        }
    }

    static final class Hosts extends PlainModel {

        private static final long serialVersionUID = 1L;

        static final Hosts HOSTS = new Hosts();

        final transient TableField<Record, InetAddress> address = column("address", inet().primaryKey());
        final transient TableField<Record, String> net = column("net", cidr());
        final transient TableField<Record, String> ports = column("ports", int4range());
        final transient TableField<Record, String> place = column("place", point());
        final transient TableField<Record, String> site = column("site", text());
        final transient TableField<Record, Long> rack = column("rack", bigint());

        private Hosts() {
            super("public", "hosts");
        }

        @Override
        protected TableSpec<?> define(PlainTable table) {
            return table.foreignKey(
                            matching(site, Racks.RACKS.site).and(rack, Racks.RACKS.number),
                            reference -> reference.onDelete(CASCADE))
                    .foreignKey("net", reference(table("nets"), "net"));
        }
    }

    /** A static import is hidden by any method of that name that the class inherits. */
    @Test
    void the_words_of_columns_and_tables_can_be_said_in_a_model() {
        Set<String> inherited = methods(PlainModel.class, method -> !Modifier.isStatic(method.getModifiers()));
        Set<String> words = Stream.of(Postgres.class, Types.class)
                .flatMap(type -> methods(type, method -> Modifier.isStatic(method.getModifiers())).stream())
                .filter(inherited::contains)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(words).as("type(...) changes a column, which no model does").containsExactly("from", "type");
        assertThat(Arrays.stream(TableModel.class.getDeclaredMethods()).map(Method::getName))
                .contains("from");
    }

    private static Set<String> methods(Class<?> type, Predicate<Method> which) {
        return Stream.concat(
                        Arrays.stream(type.getMethods()),
                        Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
                                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                                .filter(method -> Modifier.isProtected(method.getModifiers())))
                .filter(which)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void keys_over_several_columns_are_references_to_other_models() {
        List<ForeignKey<Record, ?>> references = Hosts.HOSTS.getReferences();

        assertThat(references)
                .as("what references a table without a model references none that jOOQ knows")
                .hasSize(1);
        assertThat(references.get(0).getFields())
                .hasToString("[\"public\".\"hosts\".\"site\", \"public\".\"hosts\".\"rack\"]");
        assertThat(references.get(0).getKey()).isEqualTo(Racks.RACKS.getPrimaryKey());
        assertThat(Racks.RACKS.getReferences())
                .as("a model may reference itself")
                .singleElement()
                .satisfies(own -> assertThat(own.getKey().getTable()).isEqualTo(Racks.RACKS));
    }

    @Test
    void types_that_jooq_does_not_know_are_written_found_and_read() throws SQLException, UnknownHostException {
        Hosts hosts = Hosts.HOSTS;
        InetAddress here = InetAddress.getByName("10.0.0.7");
        InetAddress there = InetAddress.getByName("2001:db8::1");
        Database state = Database.empty();
        for (Operation operation : operations()) {
            operation
                    .statements(state)
                    .forEach(statement -> DATABASE.get().execute(statement.sql().text()));
            state = operation.after(state);
        }
        DATABASE.get().execute("insert into public.nets values ('10.0.0.0/8')");
        try (Connection connection = DATABASE.connect()) {
            DSLContext db = DSL.using(connection, SQLDialect.POSTGRES);
            db.insertInto(hosts, hosts.address, hosts.net, hosts.ports, hosts.place)
                    .values(here, "10.0.0.0/8", "[1,5)", "(1,2)")
                    .values(there, null, null, null)
                    .execute();

            assertThat(db.select(hosts.address, hosts.net, hosts.ports, hosts.place)
                            .from(hosts)
                            .where(hosts.address.eq(here))
                            .and(hosts.net.in("10.0.0.0/8"))
                            .and(hosts.ports.eq(inline("[1,5)", hosts.ports)))
                            .fetchSingle()
                            .intoList())
                    .containsExactly(here, "10.0.0.0/8", "[1,5)", "(1,2)");
            assertThat(db.select(hosts.address, hosts.net)
                            .from(hosts)
                            .where(hosts.address.gt(here))
                            .fetchSingle()
                            .intoList())
                    .containsExactly(there, null);
        }
    }

    private static List<Operation> operations() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(table("nets").column("net", cidr().primaryKey()));
        Racks.RACKS.declare(changes);
        Hosts.HOSTS.declare(changes);
        return changes.operations();
    }

    @Test
    void comments_are_those_of_tables_and_columns_for_jooq() {
        assertThat(Racks.RACKS.getComment()).isEqualTo("What machines stand in");
        assertThat(Racks.RACKS.site.getComment()).isEqualTo("Where it stands");
        assertThat(Racks.RACKS.number.getComment()).isEmpty();
        assertThat(Hosts.HOSTS.getComment()).isEmpty();
        assertThat(DSL.using(SQLDialect.POSTGRES)
                        .commentOnTable(Racks.RACKS)
                        .is(Racks.RACKS.getCommentPart())
                        .getSQL())
                .isEqualTo("comment on table \"public\".\"racks\" is 'What machines stand in'");
    }

    @Test
    void a_column_of_another_model_is_in_no_key() {
        assertThatThrownBy(() -> table("hosts").primaryKey(Racks.RACKS.number))
                .hasMessage(
                        "Column \"number\" is one of public.racks, and cannot be in a key or index of public.hosts. Name a"
                                + " column of public.hosts.");
    }
}
