package dev.varve.sql;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Where parts of jOOQ become text. jOOQ starts when the first part is rendered, and not before. */
public final class JooqText {

    private static final DSLContext CONTEXT = DSL.using(
            SQLDialect.POSTGRES,
            new Settings().withParamType(ParamType.INLINED).withRenderKeywordCase(RenderKeywordCase.LOWER));

    private JooqText() {}

    /** The expression that a field stands for. */
    public static Expression of(Field<?> field) {
        return new Expression(render(field));
    }

    /** The expression that a condition stands for. */
    public static Expression of(Condition condition) {
        return new Expression(render(condition));
    }

    /** The query that a select stands for. */
    public static Query of(Select<?> select) {
        return new Query(render(select));
    }

    /** A statement that changes data, with its values written out. */
    public static Sql of(org.jooq.Query query) {
        return Sql.raw(render(query));
    }

    /** The context in which parts are rendered; it has no connection. */
    public static DSLContext context() {
        return CONTEXT;
    }

    /** jOOQ quotes every name; here a name is quoted only where it must be. */
    private static String render(QueryPart part) {
        return SqlText.of(CONTEXT.renderInlined(part)).withFewQuotes();
    }
}
