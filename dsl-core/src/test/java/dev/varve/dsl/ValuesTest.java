package dev.varve.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.TypeName;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Values of every type, written, found and read by jOOQ. */
class ValuesTest {

    /** What PostgreSQL cannot compare by {@code =}. */
    private static final Set<String> INCOMPARABLE =
            Set.of("json", "xml", "point", "polygon", "jsonpath", "pg_snapshot", "txid_snapshot", "refcursor");

    /** What it can compare so, but not in arrays. */
    private static final Set<String> INCOMPARABLE_IN_ARRAYS = Set.of("line", "lseg", "box", "path", "circle");

    /** What PostgreSQL compares by size, or of which it gives another text than it was given. */
    private static final Map<String, String> TEXTS = texts();

    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        texts.put("point", "(1,2)");
        texts.put("line", "{1,2,3}");
        texts.put("lseg", "[(0,0),(1,1)]");
        texts.put("box", "(1,1),(0,0)");
        texts.put("path", "[(0,0),(1,1)]");
        texts.put("polygon", "((0,0),(1,1),(2,0))");
        texts.put("circle", "<(0,0),1>");
        texts.put("tsvector", "'cat' 'rat'");
        texts.put("tsquery", "'cat' & 'rat'");
        texts.put("macaddr", "08:00:2b:01:02:03");
        texts.put("macaddr8", "08:00:2b:01:02:03:04:05");
        texts.put("cidr", "10.0.0.0/8");
        texts.put("jsonpath", "$.\"a\"");
        texts.put("pg_lsn", "16/B374D848");
        texts.put("pg_snapshot", "10:20:10,14");
        texts.put("txid_snapshot", "10:20:10,14");
        texts.put("bit", "101");
        texts.put("varbit", "101");
        texts.put("char", "abc");
        texts.put("\"char\"", "x");
        texts.put("regclass", "pg_class");
        texts.put("regcollation", "\"C\"");
        texts.put("regconfig", "english");
        texts.put("regdictionary", "simple");
        texts.put("regnamespace", "pg_catalog");
        texts.put("regoper", "||/");
        texts.put("xid8", "7");
        texts.put("regoperator", "+(integer,integer)");
        texts.put("regproc", "now");
        texts.put("regprocedure", "now()");
        texts.put("regrole", "pg_monitor");
        texts.put("regtype", "integer");
        texts.put("int4range", "[1,5)");
        texts.put("int8range", "[1,5)");
        texts.put("numrange", "[1,5)");
        texts.put("daterange", "[2026-01-01,2026-02-01)");
        texts.put("tsrange", "[\"2026-01-01 00:00:00\",\"2026-02-01 00:00:00\")");
        texts.put("tstzrange", "empty");
        texts.put("int4multirange", "{[1,5)}");
        texts.put("int8multirange", "{[1,5)}");
        texts.put("nummultirange", "{[1,5)}");
        texts.put("datemultirange", "{[2026-01-01,2026-02-01)}");
        texts.put("tsmultirange", "{}");
        texts.put("tstzmultirange", "{}");
        return texts;
    }

    private static BigDecimal number(ColumnSpec<?> type) {
        return new BigDecimal(
                type.type().sql().matches("numeric\\(3, ?3\\)")
                        ? "0.125"
                        : type.type().sql().equals("money") ? "12.50" : "100");
    }

    private static Object value(ColumnSpec<?> type) throws UnknownHostException {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(BigDecimal.class, number(type));
        values.put(Short.class, (short) 7);
        values.put(Integer.class, 7);
        values.put(Long.class, 1259L);
        values.put(Float.class, 1.5f);
        values.put(Double.class, 1.5d);
        values.put(Boolean.class, true);
        values.put(UUID.class, UUID.fromString("00000000-0000-0000-0000-000000000007"));
        values.put(LocalDate.class, LocalDate.of(2026, 2, 28));
        values.put(LocalTime.class, LocalTime.of(9, 30));
        values.put(OffsetTime.class, OffsetTime.parse("09:30:00+01:00"));
        values.put(LocalDateTime.class, LocalDateTime.of(2026, 2, 28, 9, 30));
        values.put(OffsetDateTime.class, OffsetDateTime.parse("2026-02-28T09:30:00Z"));
        values.put(Duration.class, Duration.ofHours(30).plusMillis(500));
        values.put(Period.class, Period.of(1, 2, 0));
        values.put(JSON.class, JSON.valueOf("{\"a\": 1}"));
        values.put(JSONB.class, JSONB.valueOf("{\"a\": 1}"));
        values.put(XML.class, XML.valueOf("<a/>"));
        values.put(byte[].class, new byte[] {1, 0, -1});
        values.put(InetAddress.class, InetAddress.getByName("10.0.0.7"));
        values.put(
                String.class,
                TEXTS.getOrDefault(
                        type.type().name().name(), type.type().sql().endsWith("(3)") ? "a\"\\" : "\"a,b\\ "));
        return values.get(type.javaType());
    }

    private static Map<String, ColumnSpec<?>> types() throws ReflectiveOperationException {
        Map<String, ColumnSpec<?>> types = new LinkedHashMap<>();
        for (Method factory : Arrays.stream(Types.class.getMethods())
                .filter(method -> method.getReturnType() == ColumnSpec.class)
                .toList()) {
            Class<?>[] parameters = factory.getParameterTypes();
            if (Arrays.stream(parameters).allMatch(int.class::equals)) {
                Object[] arguments =
                        Arrays.stream(parameters).map(p -> (Object) 3).toArray();
                types.put(factory.getName() + parameters.length, (ColumnSpec<?>) factory.invoke(null, arguments));
            }
        }
        types.put("months", Types.interval(IntervalFields.YEAR_TO_MONTH));
        types.put("enum", Types.enumerated(Postgres.enumType("side").inSchema("public")));
        types.put("domain", Types.typed("public.amount", String.class));
        return types;
    }

    @Test
    void values_of_every_type_are_written_found_and_read()
            throws SQLException, ReflectiveOperationException, UnknownHostException {
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect()) {
            database.execute("create type side as enum ('BUY', '\"a,b\\ ')", "create domain amount as text");
            for (Map.Entry<String, ColumnSpec<?>> type : types().entrySet()) {
                DSLContext db = DSL.using(connection, SQLDialect.POSTGRES);
                ColumnSpec<?> spec = type.getValue();
                hold(type.getKey(), spec, value(spec), db);
                Object array = Array.newInstance(spec.javaType(), 1);
                Array.set(array, 0, value(spec));
                hold(type.getKey() + "_array", Types.arrayOf(spec), array, db);
            }
        }
    }

    @SuppressWarnings("unchecked") // the sample is one of T
    private static <T> void hold(String name, ColumnSpec<T> spec, Object sample, DSLContext db) {
        T value = (T) sample;
        Table<Record> table = DSL.table(DSL.name("public", name));
        Field<T> field = DSL.field(DSL.name("c"), spec.dataType());
        db.execute("create table public.\"" + name + "\" (c " + spec.type().sql() + ")");

        db.insertInto(table, field).values(value).values((T) null).execute();
        assertThat(db.update(table).set(field, value).where(field.isNull()).execute())
                .isEqualTo(1);
        assertThat(db.select(field).from(table).fetch(field)).as(name).containsExactly(value, value);
        if (isComparable(spec.type())) {
            assertThat(db.fetchCount(table, field.eq(value))).as(name).isEqualTo(2);
            assertThat(db.fetchCount(table, field.in(DSL.inline(value, field))))
                    .as(name)
                    .isEqualTo(2);
            if (spec.type().array()) {
                assertThat(db.fetchCount(table, field.contains(value))).as(name).isEqualTo(2);
            }
        }
    }

    private static boolean isComparable(TypeName type) {
        String name = type.name().name();
        return !INCOMPARABLE.contains(name) && !(type.array() && INCOMPARABLE_IN_ARRAYS.contains(name));
    }

    @Test
    void arrays_are_searched_for_some_of_their_elements() throws SQLException {
        Field<String[]> tags = array("tags", Types.text());
        Field<String[]> sides =
                array("sides", Types.enumerated(Postgres.enumType("side").inSchema("public")));
        Field<Duration[]> pauses = array("pauses", Types.interval());
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect()) {
            database.execute(
                    "create type side as enum ('BUY', 'SELL')",
                    "create table notes (tags text[], sides side[], pauses interval[])",
                    "insert into notes values ('{a,b}', '{BUY,SELL}', '{1 hour,2 hours}'), ('{c}', '{BUY}', '{1 hour}')");
            DSLContext db = DSL.using(connection, SQLDialect.POSTGRES);
            Table<Record> notes = DSL.table("notes");

            assertThat(db.fetchCount(notes, tags.contains(new String[] {"b"}))).isEqualTo(1);
            assertThat(db.fetchCount(notes, sides.contains(new String[] {"SELL"})))
                    .isEqualTo(1);
            assertThat(db.fetchCount(notes, pauses.contains(new Duration[] {Duration.ofHours(2)})))
                    .isEqualTo(1);
            assertThat(db.fetchCount(notes, DSL.arrayOverlap(sides, DSL.val(new String[] {"BUY", "SELL"}, sides))))
                    .isEqualTo(2);
        }
    }

    private static <T> Field<T[]> array(String name, ColumnSpec<T> element) {
        return DSL.field(DSL.name(name), Types.arrayOf(element).dataType());
    }

    @Test
    void what_java_has_no_value_for_is_not_made_up() {
        assertThat(new IntervalText("-1 days +02:03:04.5").duration()).isEqualTo(Duration.parse("PT-21H-56M-55.5S"));
        assertThat(new IntervalText("P1DT2H").duration()).isEqualTo(Duration.ofHours(26));
        assertThatThrownBy(() -> new IntervalText("1 mon").duration()).hasMessageContaining("has months");
        assertThatThrownBy(() -> new IntervalText("1 day 02:00:00").period()).hasMessageContaining("has hours");
        assertThatThrownBy(() -> new ArrayText("{{1,2},{3,4}}", ',').elements())
                .hasMessageContaining("has more than one dimension");
    }

    @Test
    void arrays_have_elements_of_any_text() {
        assertThat(new ArrayText("[0:3]={a,\"b,\\\"\\\\ c\",NULL,\"NULL\"}", ',').elements())
                .containsExactly(Optional.of("a"), Optional.of("b,\"\\ c"), Optional.empty(), Optional.of("NULL"));
        assertThat(new ArrayText("{}", ',').elements()).isEmpty();
    }

    @Test
    void cash_is_read_whatever_the_currency() {
        CashConverter cash = new CashConverter();

        assertThat(cash.from("-$1,250.50")).isEqualTo("-1250.50");
        assertThat(cash.from("1.250,50 €")).isEqualTo("1250.50");
        assertThat(cash.from("¥1,250")).isEqualTo("1250");
    }
}
