package dev.varve.timescale.internal;

/**
 * The indexes that TimescaleDB itself makes of what continuous aggregates store: one of the time, and one of each column by which an aggregate
 * groups beside it. An index that nobody named is called like them, so that their columns tell them apart.
 */
final class OwnIndexes {

    private static final String DESCENDING = "3";

    /** That the index {@code i} called {@code x} of the hypertable {@code h} with the dimension {@code d} is the first of such columns. */
    private static final String ONE = """
            starts_with({x}.relname, h.table_name) and {i}.indexprs is null and {i}.indpred is null
                and {i}.indkey[{i}.indnatts - 1] = (select c.attnum from pg_attribute c
                    where c.attrelid = {i}.indrelid and c.attname = d.column_name)
                and {i}.indoption::text = {options}
                and not exists (select from pg_index e join pg_class y on y.oid = e.indexrelid
                    where e.indrelid = {i}.indrelid and e.indkey = {i}.indkey and e.indoption = {i}.indoption
                        and e.indexrelid < {i}.indexrelid and starts_with(y.relname, h.table_name))""";

    /** That it is one of the time. */
    static final String OF_TIME = of("'" + DESCENDING + "'");

    /** That it is one of another column and the time. */
    static final String OF_GROUP = of("'0 " + DESCENDING + "'");

    private OwnIndexes() {}

    private static String of(String options) {
        return ONE.replace("{x}", "x").replace("{i}", "i").replace("{options}", options);
    }
}
