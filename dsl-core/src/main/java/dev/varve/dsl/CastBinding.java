package dev.varve.dsl;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/** How jOOQ sends and gets values of a type that it does not know: as texts, which PostgreSQL is told to take for values of the type. */
final class CastBinding<D, T> implements Binding<D, T> {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final Converter<String, T> texts;
    private final Converter<D, T> converter;

    /** A binding by texts of what jOOQ takes for values of another class. */
    CastBinding(String type, Converter<String, T> texts, Converter<D, T> converter) {
        this.type = type;
        this.texts = texts;
        this.converter = converter;
    }

    @Override
    public Converter<D, T> converter() {
        return converter;
    }

    @Override
    public void sql(BindingSQLContext<T> context) {
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().visit(DSL.inline(context.convert(texts).value())).sql("::" + type);
        } else {
            context.render().sql(context.variable()).sql("::" + type);
        }
    }

    @Override
    public void register(BindingRegisterContext<T> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), Types.VARCHAR);
    }

    @Override
    public void set(BindingSetStatementContext<T> context) throws SQLException {
        context.statement().setString(context.index(), context.convert(texts).value());
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        context.convert(texts).value(context.resultSet().getString(context.index()));
    }

    @Override
    public void get(BindingGetStatementContext<T> context) throws SQLException {
        context.convert(texts).value(context.statement().getString(context.index()));
    }

    @Override
    public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("PostgreSQL has no SQLOutput.");
    }

    @Override
    public void get(BindingGetSQLInputContext<T> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("PostgreSQL has no SQLInput.");
    }
}
