package dev.varve.dsl;

import dev.varve.model.Deferral;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.IndexKey;
import dev.varve.model.Operator;
import dev.varve.model.Options;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;

/** An exclusion constraint: {@code using("gist").with("room", "=").with("during", "&&").where("not cancelled")}. */
public final class ExclusionSpec {

    private final Optional<String> name;
    private final ExclusionConstraint exclusion;

    private ExclusionSpec(Optional<String> name, ExclusionConstraint exclusion) {
        this.name = name;
        this.exclusion = exclusion;
    }

    static ExclusionSpec of(String method) {
        return new ExclusionSpec(Optional.empty(), new ExclusionConstraint("", method, List.of()));
    }

    /** The exclusion under this name. */
    public ExclusionSpec named(String other) {
        return new ExclusionSpec(Optional.of(other), exclusion);
    }

    /** The exclusion, where two rows also have to differ in a column by this operator. */
    public ExclusionSpec with(String column, String operator) {
        return with(IndexKey.column(column), Operator.of(operator));
    }

    /** The exclusion, where two rows also have to differ in a key, such as {@code key(sql("lower(room)"))}, by this operator. */
    public ExclusionSpec with(IndexKey key, String operator) {
        return with(key, Operator.of(operator));
    }

    /** The exclusion, where two rows also have to differ in a key by an operator that lives in a schema. */
    public ExclusionSpec with(IndexKey key, Operator operator) {
        List<Excluded> elements = Stream.concat(exclusion.elements().stream(), Stream.of(new Excluded(key, operator)))
                .toList();
        return copy(exclusion.comparing(elements));
    }

    /** The exclusion, whose index is kept with these storage parameters. */
    public ExclusionSpec storage(Map<String, String> parameters) {
        return storage(Options.of(parameters));
    }

    /** The exclusion, whose index is kept with these storage parameters, in that order. */
    public ExclusionSpec storage(Options parameters) {
        return copy(exclusion.stored(exclusion.storage().with(parameters)));
    }

    /** The exclusion, whose index is kept in a tablespace. */
    public ExclusionSpec tablespace(String tablespace) {
        return copy(exclusion.stored(exclusion.storage().in(tablespace)));
    }

    /** The exclusion with more columns stored in its index that are not compared. */
    public ExclusionSpec include(String... columns) {
        return copy(exclusion.including(List.of(columns)));
    }

    /** The exclusion of the rows that meet the condition. */
    public ExclusionSpec where(String condition) {
        return copy(exclusion.where(new Expression(condition)));
    }

    /** The exclusion of the rows that meet the condition. */
    public ExclusionSpec where(Condition condition) {
        return copy(exclusion.where(JooqText.of(condition)));
    }

    /** The exclusion, checked after each statement unless the transaction puts it off. */
    public ExclusionSpec deferrable() {
        return copy(exclusion.deferring(Deferral.INITIALLY_IMMEDIATE));
    }

    /** The exclusion, checked only at the end of the transaction. */
    public ExclusionSpec deferred() {
        return copy(exclusion.deferring(Deferral.INITIALLY_DEFERRED));
    }

    private ExclusionSpec copy(ExclusionConstraint other) {
        return new ExclusionSpec(name, other);
    }

    ExclusionConstraint exclusion(QualifiedName table, NamingConvention naming) {
        if (exclusion.elements().isEmpty()) {
            throw new IllegalArgumentException(
                    "An exclusion compares rows by something; say with(\"during\", \"&&\").");
        }
        List<String> parts = exclusion.elements().stream()
                .flatMap(element -> IndexSpec.words(element.key()))
                .toList();
        return exclusion.named(name.orElseGet(() -> naming.shortName(NamingConvention.Kind.EXCLUSION, table, parts)));
    }
}
