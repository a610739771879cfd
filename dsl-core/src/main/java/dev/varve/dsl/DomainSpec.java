package dev.varve.dsl;

import dev.varve.model.Domain;
import dev.varve.model.DomainCheck;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A domain as it is written; with its name alone it stands for one that is already there.
 *
 * @param <T> the Java type of its values
 */
public final class DomainSpec<T> implements Named, Creation, Replacement, Alterable<DomainSpec.Alteration<T>> {

    private final Domain domain;
    private final Class<T> javaType;

    private DomainSpec(Domain domain, Class<T> javaType) {
        this.domain = domain;
        this.javaType = javaType;
    }

    static <T> DomainSpec<T> of(String name, ColumnSpec<T> type) {
        return new DomainSpec<>(Domain.of(QualifiedName.of("public", name), type.type()), type.javaType());
    }

    private DomainSpec<T> with(Domain other) {
        return new DomainSpec<>(other, javaType);
    }

    /** Puts the domain into a schema. */
    public DomainSpec<T> inSchema(String schema) {
        return with(domain.named(domain.name().inSchema(schema)));
    }

    /** Orders its texts as a collation of PostgreSQL does, such as {@code "C"}. */
    public DomainSpec<T> collate(String collation) {
        return collate("pg_catalog", collation);
    }

    /** Orders its texts as a collation does. */
    public DomainSpec<T> collate(String schema, String collation) {
        return with(domain.collated(QualifiedName.of(schema, collation)));
    }

    /** Takes this value where a new row gives none. */
    public DomainSpec<T> defaultTo(T constant) {
        return defaultTo(Expression.constant(constant));
    }

    /** Takes the value of this expression where a new row gives none. */
    public DomainSpec<T> defaultTo(Expression expression) {
        return with(domain.defaulting(Optional.of(expression)));
    }

    /** Refuses null. */
    public DomainSpec<T> notNull() {
        return with(domain.notNull(true));
    }

    /** Refuses values that do not meet the condition, which calls them {@code value}. */
    public DomainSpec<T> check(String constraint, String condition) {
        return with(domain.checking(constraint, DomainCheck.of(new Expression(condition))));
    }

    /** Refuses new values that do not meet the condition; those that columns hold already were not looked at. */
    public DomainSpec<T> checkNotValid(String constraint, String condition) {
        return with(domain.checking(
                constraint, DomainCheck.of(new Expression(condition)).validated(false)));
    }

    /** Says something of a check that was written before. */
    public DomainSpec<T> commentOnCheck(String constraint, String text) {
        return with(domain.commentingCheck(constraint, Optional.of(text)));
    }

    /** The domain as the type of a column. */
    public ColumnSpec<T> column() {
        return ColumnSpec.of(dev.varve.model.TypeName.of(domain.name()), javaType);
    }

    @Override
    public ObjectId<Domain> id() {
        return domain.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(domain));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(domain);
    }

    @Override
    public Alteration<T> alteration(Changes changes) {
        return new Alteration<>(id(), changes);
    }

    private record Defaulting(Optional<Expression> value) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.defaulting(value);
        }
    }

    private record Refusing(boolean nulls) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.notNull(nulls);
        }
    }

    private record Checking(String constraint, DomainCheck check) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.checking(constraint, check);
        }
    }

    private record Unchecking(String constraint) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.withoutCheck(constraint);
        }
    }

    private record Validating(String constraint) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.validating(constraint);
        }
    }

    private record RenamingCheck(String from, String to) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.renamingCheck(from, to);
        }
    }

    private record CommentingCheck(String constraint, Optional<String> text) implements ObjectChange<Domain> {

        @Override
        public Domain of(Domain before) {
            return before.commentingCheck(constraint, text);
        }
    }

    /**
     * The words for changing a domain.
     *
     * @param <T> the Java type of its values
     */
    public static final class Alteration<T> {

        private final ObjectId<Domain> domain;
        private final Changes changes;

        private Alteration(ObjectId<Domain> domain, Changes changes) {
            this.domain = domain;
            this.changes = changes;
        }

        private Alteration<T> record(ObjectChange<Domain> change) {
            changes.add(new AlterObject<>(domain, change));
            return this;
        }

        /** Takes this value where a new row gives none. */
        public Alteration<T> defaultTo(T constant) {
            return defaultTo(Expression.constant(constant));
        }

        /** Takes the value of this expression where a new row gives none. */
        public Alteration<T> defaultTo(Expression expression) {
            return record(new Defaulting(Optional.of(expression)));
        }

        /** Takes null where a new row gives no value. */
        public Alteration<T> noDefault() {
            return record(new Defaulting(Optional.empty()));
        }

        /** Refuses null from now on. */
        public Alteration<T> notNull() {
            return record(new Refusing(true));
        }

        /** Takes null from now on. */
        public Alteration<T> nullable() {
            return record(new Refusing(false));
        }

        /** Refuses values that do not meet the condition; those that are there must meet it, too. */
        public Alteration<T> addCheck(String constraint, String condition) {
            return record(new Checking(constraint, DomainCheck.of(new Expression(condition))));
        }

        /** Refuses new values that do not meet the condition, whatever is there. */
        public Alteration<T> addCheckNotValid(String constraint, String condition) {
            return record(new Checking(constraint, new DomainCheck(new Expression(condition), false)));
        }

        /** Makes sure that the values that are there meet a check. */
        public Alteration<T> validateCheck(String constraint) {
            return record(new Validating(constraint));
        }

        /** Takes away a check. */
        public Alteration<T> dropCheck(String constraint) {
            return record(new Unchecking(constraint));
        }

        /** Gives a check another name. */
        public Alteration<T> renameCheck(String from, String to) {
            return record(new RenamingCheck(from, to));
        }

        /** Says what a check is for. */
        public Alteration<T> commentOnCheck(String constraint, String text) {
            return record(new CommentingCheck(constraint, Optional.of(text)));
        }
    }
}
