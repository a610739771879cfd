package dev.varve.dsl;

import dev.varve.model.Collation;
import dev.varve.model.Collation.Provider;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** A collation as it is written; with its name alone it stands for one that is already there. */
public record CollationSpec(Collation collation) implements Named, Creation, Replacement {

    static CollationSpec of(String name) {
        return new CollationSpec(Collation.of(QualifiedName.of("public", name), Provider.LIBC, "C"));
    }

    /** Puts the collation into a schema. */
    public CollationSpec inSchema(String schema) {
        return new CollationSpec(collation.named(collation.name().inSchema(schema)));
    }

    /** Compares texts as a locale of ICU does, such as {@code "de-u-co-phonebk"}. */
    public CollationSpec icu(String locale) {
        return by(Provider.ICU, locale);
    }

    /** Compares texts as a locale of the operating system does, such as {@code "de_DE"}. */
    public CollationSpec libc(String locale) {
        return by(Provider.LIBC, locale);
    }

    /** Compares texts as one locale of the operating system does, and classifies characters as another one does. */
    public CollationSpec libc(String collate, String characterType) {
        return new CollationSpec(collation.by(collate, characterType));
    }

    /** Compares texts as a locale of PostgreSQL itself does, such as {@code "C.UTF-8"}; since PostgreSQL 17. */
    public CollationSpec builtin(String locale) {
        return by(Provider.BUILTIN, locale);
    }

    private CollationSpec by(Provider provider, String locale) {
        return new CollationSpec(Collation.of(collation.name(), provider, locale));
    }

    /** Takes texts of other bytes for equal where the locale says so; ICU only. */
    public CollationSpec nondeterministic() {
        return new CollationSpec(collation.nondeterministic());
    }

    /** Adds rules to those of the locale, such as {@code "& a < g"}; ICU only, since PostgreSQL 16. */
    public CollationSpec rules(String rules) {
        return new CollationSpec(collation.ruled(rules));
    }

    @Override
    public ObjectId<Collation> id() {
        return collation.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(collation));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(collation);
    }
}
