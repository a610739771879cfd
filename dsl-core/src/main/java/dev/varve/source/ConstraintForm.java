package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.NamingConvention.Kind;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.KeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ReferentialAction;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A constraint as it is written in a new table and in an alteration. */
record ConstraintForm(QualifiedName table, Source source) {

    private NamingConvention naming() {
        return source.naming();
    }

    /** The word of a new table. */
    Call inTable(Constraint constraint) {
        if (constraint instanceof KeyConstraint key) {
            KeyForm form = KeyForm.of(key, table);
            return form.call(form.word(), naming());
        }
        if (constraint instanceof ForeignKeyConstraint key) {
            return foreignKey("foreignKey", key);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return Call.of("exclude", exclusion(exclusion));
        }
        return constraint instanceof CheckConstraint check
                ? check("check", check)
                : notNull("notNull", "constraint", (NotNullConstraint) constraint);
    }

    /** The word of an alteration. */
    Call added(Constraint constraint) {
        if (constraint instanceof KeyConstraint key) {
            KeyForm form = KeyForm.of(key, table);
            return form.call(form.kind() == Kind.PRIMARY_KEY ? "addPrimaryKey" : "addUnique", naming());
        }
        if (constraint instanceof ForeignKeyConstraint key) {
            return foreignKey("addForeignKey", key);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return Call.of("addExclusion", exclusion(exclusion));
        }
        return constraint instanceof CheckConstraint check
                ? check("addCheck", check)
                : notNull("addNotNull", "addConstraint", (NotNullConstraint) constraint);
    }

    private Call foreignKey(String word, ForeignKeyConstraint key) {
        Code columns = key.from().size() == 1 ? Code.string(key.from().get(0)) : Expressions.list(key.from());
        return Call.of(word, columns, reference(key));
    }

    /** The other end of a foreign key. */
    Code reference(ForeignKeyConstraint key) {
        String conventional = naming().shortName(Kind.FOREIGN_KEY, table, key.from());
        Chain chain = Chain.of("reference", source.name(key.target()), Names.list(key.targetColumns()))
                .when(key.referenced().matchFull(), "matchFull")
                .when(key.referenced().period(), "overPeriod");
        return enforced(deferred(reacting(chain, key), key.deferral()), key.enforcement())
                .when(!conventional.equals(key.name()), "named", key.name());
    }

    private static Chain reacting(Chain chain, ForeignKeyConstraint key) {
        ReferentialAction onDelete = key.reactions().onDelete();
        ReferentialAction onUpdate = key.reactions().onUpdate();
        List<String> cleared = key.reactions().cleared();
        Code action = Code.raw(onDelete.name());
        Chain deleting = onDelete == ReferentialAction.NO_ACTION
                ? chain
                : cleared.isEmpty()
                        ? chain.then("onDelete", action)
                        : chain.then("onDelete", action, Names.list(cleared));
        return deleting.when(onUpdate != ReferentialAction.NO_ACTION, "onUpdate", Code.raw(onUpdate.name()));
    }

    private static Chain deferred(Chain chain, Deferral deferral) {
        return chain.when(deferral == Deferral.INITIALLY_IMMEDIATE, "deferrable")
                .when(deferral == Deferral.INITIALLY_DEFERRED, "deferred");
    }

    private static Chain enforced(Chain chain, Enforcement enforcement) {
        return chain.when(enforcement == Enforcement.NOT_VALID, "notValid")
                .when(enforcement == Enforcement.NOT_ENFORCED, "notEnforced");
    }

    private static Call check(String word, CheckConstraint check) {
        boolean isPlain = check.inherited() && check.enforcement() == Enforcement.ENFORCED;
        Code condition = Code.string(check.condition().text());
        Code special =
                enforced(Chain.of("condition", condition).when(!check.inherited(), "noInherit"), check.enforcement());
        return Call.of(word, check.name(), isPlain ? condition : special);
    }

    private Code exclusion(ExclusionConstraint exclusion) {
        Chain chain = Chain.of("using", exclusion.method());
        for (Excluded element : exclusion.elements()) {
            chain = chain.then("with", IndexForm.key(element.key()), operator(element));
        }
        List<String> parts = exclusion.elements().stream()
                .flatMap(e -> IndexForm.words(e.key()))
                .toList();
        String conventional = naming().shortName(Kind.EXCLUSION, table, parts);
        return deferred(
                        IndexForm.stored(chain, exclusion.storage())
                                .when(!exclusion.included().isEmpty(), "include", Names.list(exclusion.included()))
                                .when(exclusion.where().map(w -> w.text()), "where"),
                        exclusion.deferral())
                .when(!conventional.equals(exclusion.name()), "named", exclusion.name());
    }

    private static Code operator(Excluded element) {
        return element.operator().schema().isEmpty()
                ? Code.string(element.operator().symbol())
                : Call.of(
                        "operator",
                        element.operator().schema(),
                        element.operator().symbol());
    }

    private static Call notNull(String plain, String special, NotNullConstraint constraint) {
        if (constraint.inherited() && constraint.enforcement() == Enforcement.ENFORCED) {
            return Call.of(plain, constraint.name(), constraint.column());
        }
        Chain whole = Chain.on(Code.raw(
                        "new NotNullConstraint("
                                + Names.list(List.of(constraint.name(), constraint.column()))
                                        .flat() + ')',
                        Set.of(NotNullConstraint.class.getName())))
                .when(!constraint.inherited(), "inheriting", false);
        return Call.of(special, enforcing(whole, constraint.enforcement()));
    }

    private static Code enforcing(Chain chain, Enforcement enforcement) {
        Code word = Code.raw(
                "Enforcement." + enforcement.name().toUpperCase(Locale.ROOT), Set.of(Enforcement.class.getName()));
        return chain.when(enforcement != Enforcement.ENFORCED, "enforcing", word);
    }
}
