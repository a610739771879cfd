package dev.varve.dsl;

import dev.varve.model.Argument;
import dev.varve.model.Argument.Mode;
import dev.varve.model.Routine;
import dev.varve.model.RoutineBody;
import dev.varve.model.RoutineTraits;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * The words that functions and procedures share.
 *
 * @param <S> the words themselves
 */
public interface RoutineSpec<S extends RoutineSpec<S>> extends Named, Creation, Replacement {

    /** What is written so far. */
    Routine routine();

    /** The same under another name. */
    S named(QualifiedName name);

    /** The same with other arguments. */
    S taking(List<Argument> arguments);

    /** The same with another body. */
    S doing(RoutineBody body);

    /** The same, running in another way. */
    S running(RoutineTraits traits);

    /** Puts it into a schema. */
    default S inSchema(String schema) {
        return named(routine().name().inSchema(schema));
    }

    /** Takes one more argument, of the type that the column has. */
    default S argument(String name, ColumnSpec<?> type) {
        return taking(Argument.of(name, type.type()));
    }

    /** Takes one more argument, which is this constant where a call gives none. */
    default <T> S argument(String name, ColumnSpec<T> type, T constant) {
        return argument(name, type, Expression.constant(constant));
    }

    /** Takes one more argument, which has the value of this expression where a call gives none. */
    default S argument(String name, ColumnSpec<?> type, Expression expression) {
        return taking(new Argument(name, type.type(), Optional.of(expression)));
    }

    /** Gives one more value. */
    default S out(String name, ColumnSpec<?> type) {
        return taking(Argument.of(name, type.type()).going(Mode.OUT));
    }

    /** Takes one more argument and gives it back. */
    default S inout(String name, ColumnSpec<?> type) {
        return taking(Argument.of(name, type.type()).going(Mode.INOUT));
    }

    /** Takes one more argument, which has the value of this expression where a call gives none, and gives it back. */
    default S inout(String name, ColumnSpec<?> type, Expression expression) {
        return taking(new Argument(Mode.INOUT, name, type.type(), Optional.of(expression)));
    }

    /** Takes any number of values of that type at the end of a call, as an array. */
    default S variadic(String name, ColumnSpec<?> elements) {
        return taking(Argument.variadic(name, elements.type()));
    }

    /** Takes any number of values of that type at the end of a call, as an array which has the value of this expression if there are none. */
    default S variadic(String name, ColumnSpec<?> elements, Expression expression) {
        return taking(Argument.variadic(name, elements.type()).defaulting(expression));
    }

    private S taking(Argument argument) {
        return taking(Stream.concat(routine().arguments().stream(), Stream.of(argument))
                .toList());
    }

    /** Is written in that language. */
    default S language(String language) {
        return doing(routine().body().in(language));
    }

    /**
     * Runs with the rights of its owner. Its {@code search_path} is empty then, so that nobody can slip other objects under its names (<a
     * href="https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY">documentation</a>).
     */
    default S securityDefiner() {
        return running(routine().traits().securityDefiner(true).setting("search_path", ""));
    }

    /** Runs with a run-time parameter set to that value. */
    default S setting(String parameter, String value) {
        return running(routine().traits().setting(parameter, value));
    }

    /** Runs with a run-time parameter as the caller has it. */
    default S noSetting(String parameter) {
        return running(routine().traits().resetting(parameter));
    }

    /** Does this, whose names PostgreSQL looks up when it runs. */
    default S body(String body) {
        RoutineBody before = routine().body();
        return doing(new RoutineBody.Text(before.language(), body, before.checked()));
    }

    /**
     * Is made without a look at its body for mistakes ({@code check_function_bodies}, <a
     * href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES">documentation</a>): names in it are
     * found under the {@code search_path} of those who call it, or belong to what is made later.
     */
    default S unchecked() {
        return doing(routine().body().unchecked());
    }

    /** Does what a function in C does, under the name that it has in a library such as {@code $libdir/plpgsql}. */
    default S compiled(String library, String symbol) {
        return doing(new RoutineBody.Compiled(library, symbol));
    }

    /** Takes and gives values of the type that the column has as the language has them, by a transform. */
    default S transforming(ColumnSpec<?> type) {
        return running(routine().traits().transforming(type.type()));
    }

    /** Does this in SQL, which PostgreSQL reads at once and keeps right: what it names can neither vanish nor be misspelled. */
    default S atomic(String statements) {
        return doing(new RoutineBody.Parsed(new Query("begin atomic\n    " + new Query(statements) + ";\nend")));
    }

    /** Does this in SQL, which PostgreSQL reads at once and keeps right: the whole of {@code begin atomic ... end}. */
    default S parsed(String body) {
        return doing(new RoutineBody.Parsed(new Query(body)));
    }

    /** Gives the value of this expression in SQL, which PostgreSQL reads at once and keeps right. */
    default S computes(Expression expression) {
        return doing(new RoutineBody.Parsed(new Query("return " + expression)));
    }

    /** Gives the value of this expression in SQL, which PostgreSQL reads at once and keeps right. */
    default S computes(Field<?> expression) {
        return computes(JooqText.of(expression));
    }

    @Override
    default List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(routine()));
    }

    @Override
    default Operation replacement() {
        return AlterObject.to(routine());
    }
}
