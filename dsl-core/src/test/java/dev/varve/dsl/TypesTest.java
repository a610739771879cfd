package dev.varve.dsl;

import static dev.varve.dsl.Postgres.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.junit.jupiter.api.Test;

class TypesTest {

    private static PlainTable withEveryType() throws ReflectiveOperationException {
        PlainTable table = table("every_type");
        for (Method factory : Arrays.stream(Types.class.getMethods())
                .filter(method -> method.getReturnType() == ColumnSpec.class)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList()) {
            Class<?>[] parameters = factory.getParameterTypes();
            if (Arrays.stream(parameters).allMatch(int.class::equals)) {
                Object[] arguments =
                        Arrays.stream(parameters).map(p -> (Object) 3).toArray();
                ColumnSpec<?> type = (ColumnSpec<?>) factory.invoke(null, arguments);
                String name = factory.getName().toLowerCase(java.util.Locale.ROOT) + "_" + parameters.length;
                table = table.column("c_" + name, type).column("a_" + name, Types.arrayOf(type));
            }
        }
        return table;
    }

    private static Table tableOf(PlainTable spec) {
        Operation first = spec.operations(NamingConvention.STANDARD).get(0);
        return (Table) ((CreateObject) first).object();
    }

    @Test
    void every_type_is_read_back_as_it_was_said() throws ReflectiveOperationException {
        Table table = tableOf(withEveryType());

        assertThat(table.columns()).hasSizeGreaterThan(120);
        assertThat(table.columns()).allMatch(column -> column.type().isBuiltIn());
        OperationLaws.of(new CreateObject(table)).hold();
    }

    @Test
    void every_kind_of_interval_is_read_back_as_it_was_said() throws IllegalAccessException {
        PlainTable table = table("spans").column("precise", Types.interval(IntervalFields.DAY_TO_SECOND, 3));
        for (var constant : IntervalFields.class.getFields()) {
            IntervalFields<?> fields = (IntervalFields<?>) constant.get(null);
            table = table.column(fields.words(), Types.interval(fields));
        }
        OperationLaws.of(new CreateObject(tableOf(table))).hold();
    }

    @Test
    void defaults_have_the_java_type_of_their_column() throws UnknownHostException {
        PlainTable table = table("defaults")
                .column("rounded", Types.numeric(3, -2).defaultTo(new BigDecimal("1200")))
                .column("cash", Types.cashMoney().defaultTo(new BigDecimal("1.50")))
                .column("bits", Types.bit(3).defaultTo("101"))
                .column("at", Types.time(3).defaultTo(LocalTime.of(9, 30)))
                .column("zoned", Types.timetz().defaultTo(OffsetTime.parse("09:30:00+01:00")))
                .column("month", Types.interval(IntervalFields.YEAR_TO_MONTH).defaultTo(Period.ofMonths(14)))
                .column("span", Types.interval(IntervalFields.DAY_TO_SECOND, 3).defaultTo(Duration.ofMillis(1500)))
                .column("json", Types.json().defaultTo(JSON.valueOf("[1]")))
                .column("jsonb", Types.jsonb().defaultTo(JSONB.valueOf("{}")))
                .column("xml", Types.xml().defaultTo(XML.valueOf("<a/>")))
                .column("host", Types.inet().defaultTo(InetAddress.getByName("10.0.0.1")))
                .column("net", Types.cidr().defaultTo("10.0.0.0/8"))
                .column("range", Types.int4range().defaultTo("[1,5)"))
                .column("place", Types.point().defaultTo("(1,2)"))
                .column("tags", Types.arrayOf(Types.text()).defaultTo(new String[] {"a", "b"}))
                .column("none", Types.arrayOf(Types.integer()).defaultTo(new Integer[0]))
                .column("type", Types.oid().defaultTo(23L));
        OperationLaws.of(new CreateObject(tableOf(table))).hold();
    }

    @Test
    void a_type_by_its_name_keeps_its_schema_and_its_modifiers() {
        assertThat(List.of(
                        Types.typed("public.geometry(Point,4326)", String.class).type(),
                        Types.typed("\"Odd\".\"my type\"[]", String.class).type(),
                        Types.internalChar().type(),
                        Types.interval(IntervalFields.DAY_TO_SECOND, 3).type()))
                .hasToString(
                        "[public.geometry(Point, 4326), \"Odd\".\"my type\"[], \"char\", interval day to second(3)]");
    }

    @Test
    void digits_of_a_second_need_seconds() {
        assertThatThrownBy(() -> Types.interval(IntervalFields.YEAR_TO_MONTH, 3))
                .hasMessage("An interval year to month has no seconds, and therefore no digits of a second.");
    }

    @Test
    void a_serial_is_no_type() {
        assertThatThrownBy(() -> Types.typed("bigserial", Long.class))
                .hasMessage(
                        "\"bigserial\" is no type but short for a column of type bigint with a sequence of its own. Use"
                                + " bigint and make the column an identity.");
    }
}
