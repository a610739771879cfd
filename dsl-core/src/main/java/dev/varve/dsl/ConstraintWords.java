package dev.varve.dsl;

import dev.varve.model.Deferral;
import dev.varve.model.IndexKey;
import dev.varve.model.Operator;
import dev.varve.model.Options;
import dev.varve.model.ReferentialAction;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.ConstraintIndexChange;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.TableField;

/** The words for what holds the rows of a table together: indexes, keys, references, checks and the expressions in them. */
public abstract class ConstraintWords extends ExtendingWords {

    /** The change is refused at once. */
    public static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;

    /** The change is made here too. */
    public static final ReferentialAction CASCADE = ReferentialAction.CASCADE;

    /** The reference becomes null. */
    public static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;

    /** The reference becomes the default of its columns. */
    public static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

    /** For the words that come on top. */
    ConstraintWords() {}

    /** An index that is already there. */
    public static IndexReference index(String name) {
        return new IndexReference(QualifiedName.of("public", name));
    }

    /** An index over columns. */
    public static IndexSpec on(String... columns) {
        return IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList());
    }

    /** An index over keys, such as {@code on(asc("symbol"), desc("timestamp"))}. */
    public static IndexSpec on(IndexKey... keys) {
        return IndexSpec.of(List.of(keys));
    }

    /** A column as a key, in ascending order. */
    public static IndexKey asc(String column) {
        return IndexKey.column(column);
    }

    /** A column as a key, in descending order. */
    public static IndexKey desc(String column) {
        return IndexKey.column(column).desc();
    }

    /** An expression as a key, such as {@code key(sql("lower(email)"))}. */
    public static IndexKey key(Expression expression) {
        return IndexKey.expression(expression);
    }

    /** A primary key or unique constraint over columns. */
    public static KeySpec key(String... columns) {
        return KeySpec.of(List.of(columns));
    }

    /** An exclusion constraint with an index of this access method, such as {@code gist}. */
    public static ExclusionSpec using(String method) {
        return ExclusionSpec.of(method);
    }

    /** An operator that lives in a schema, for an exclusion constraint. */
    public static Operator operator(String schema, String symbol) {
        return new Operator(schema, symbol);
    }

    /** The condition of a check. */
    public static CheckSpec condition(String condition) {
        return CheckSpec.of(new Expression(condition));
    }

    /** The condition of a check. */
    public static CheckSpec condition(Condition condition) {
        return CheckSpec.of(JooqText.of(condition));
    }

    /** For a foreign key: checked after each statement from now on. */
    public static ConstraintChange notDeferrable() {
        return new ConstraintChange.Deferring(Deferral.NOT_DEFERRABLE);
    }

    /** For a foreign key: checked after each statement from now on, unless the transaction puts it off. */
    public static ConstraintChange deferrable() {
        return new ConstraintChange.Deferring(Deferral.INITIALLY_IMMEDIATE);
    }

    /** For a foreign key: checked only at the end of the transaction from now on. */
    public static ConstraintChange deferred() {
        return new ConstraintChange.Deferring(Deferral.INITIALLY_DEFERRED);
    }

    /** For a foreign key: enforced from now on; from PostgreSQL 18 on. */
    public static ConstraintChange enforced() {
        return new ConstraintChange.Enforcing(true);
    }

    /** For a foreign key: enforced no more; from PostgreSQL 18 on. */
    public static ConstraintChange notEnforced() {
        return new ConstraintChange.Enforcing(false);
    }

    /** For a not-null constraint: inherited from now on; from PostgreSQL 18 on. */
    public static ConstraintChange inherit() {
        return new ConstraintChange.Inheriting(true);
    }

    /** For a not-null constraint: inherited no more; from PostgreSQL 18 on. */
    public static ConstraintChange noInherit() {
        return new ConstraintChange.Inheriting(false);
    }

    /** A column of a model with the column of another model, of the same Java type, that it references. */
    public static <T> MatchingColumns matching(TableField<?, T> column, TableField<?, T> referenced) {
        return MatchingColumns.of(column, referenced);
    }

    /**
     * A storage parameter, to which others can be added in the order in which PostgreSQL is to keep them: {@code parameter("fillfactor",
     * "70").and("autovacuum_enabled", "false")}.
     */
    public static Options parameter(String name, String value) {
        return Options.none().and(name, value);
    }

    /** For a key or an exclusion: its index kept with these storage parameters and no others. */
    public static ConstraintChange indexStorage(Map<String, String> parameters) {
        return indexStorage(Options.of(parameters));
    }

    /** For a key or an exclusion: its index kept with these storage parameters and no others, in that order. */
    public static ConstraintChange indexStorage(Options parameters) {
        return new ConstraintIndexChange.Storing(parameters);
    }

    /** For a key or an exclusion: its index kept in a tablespace; {@code pg_default} is the one of the database. */
    public static ConstraintChange indexTablespace(String tablespace) {
        return new ConstraintIndexChange.Placing(tablespace);
    }

    /** The other end of a foreign key. */
    public static Reference reference(TableReference table, String... columns) {
        return new Reference(table, List.of(columns));
    }

    /** The other end of a foreign key that references one partition of a table, without the others. */
    public static Reference reference(PartitionSpec partition, String... columns) {
        return new Reference(partition, List.of(columns));
    }

    /** A scalar expression as PostgreSQL writes it. */
    public static Expression sql(String expression) {
        return new Expression(expression);
    }
}
