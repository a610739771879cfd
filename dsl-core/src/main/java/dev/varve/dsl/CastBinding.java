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
final class CastBinding<T> implements Binding<String, T> {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final Converter<String, T> converter;

    CastBinding(String type, Converter<String, T> converter) {
        this.type = type;
        this.converter = converter;
    }

    @Override
    public Converter<String, T> converter() {
        return converter;
    }

    @Override
    public void sql(BindingSQLContext<T> context) {
        if (context.render().paramType() == ParamType.INLINED) {
            context.render()
                    .visit(DSL.inline(context.convert(converter()).value()))
                    .sql("::" + type);
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
        context.statement()
                .setString(context.index(), context.convert(converter()).value());
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        context.convert(converter()).value(context.resultSet().getString(context.index()));
    }

    @Override
    public void get(BindingGetStatementContext<T> context) throws SQLException {
        context.convert(converter()).value(context.statement().getString(context.index()));
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
