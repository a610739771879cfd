package dev.varve.source;

import dev.varve.model.ColumnProperty;
import dev.varve.model.IndexPart;
import dev.varve.model.OwnIndex;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionDefault;
import dev.varve.model.PartitionFacet;
import dev.varve.model.PartitionMember;
import dev.varve.model.PartitionNotNull;
import dev.varve.model.PartitionProperty;
import dev.varve.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words for what partitions have beside their tables. */
final class PartitionForms {

    private PartitionForms() {}

    /** What makes something of a partition that was not there, or was otherwise. */
    static Sentence put(PartitionMember member, Source source) {
        return new Sentence(Optional.of(source.name(member.on())), words(member, source));
    }

    private static List<Call> words(PartitionMember member, Source source) {
        if (member instanceof PartitionFacet fact) {
            return source.words(fact.facet());
        }
        return List.of(word(member, source));
    }

    private static Call word(PartitionMember member, Source source) {
        if (member instanceof PartitionConstraint own) {
            return new ConstraintForm(own.on().name(), source).added(own.constraint());
        }
        if (member instanceof PartitionNotNull own) {
            return Call.of("notNull", own.column());
        }
        if (member instanceof IndexPart part) {
            OwnIndex whole = part.index();
            return Call.of("indexPart", source.name(whole.relation()), whole.name(), part.name());
        }
        if (member instanceof PartitionProperty own) {
            return Call.of("alterColumn", own.column(), PropertyWords.of(own.property(), own.value()));
        }
        PartitionDefault own = (PartitionDefault) member;
        return own.value()
                .map(value -> Call.of("columnDefault", own.column(), value.text()))
                .orElseGet(() -> Call.of("noColumnDefault", own.column()));
    }

    /** What removes something of a partition. */
    static Sentence drop(PartitionMember member, Source source) {
        return Sentence.about(source.name(member.on()), end(member, source));
    }

    private static Call end(PartitionMember member, Source source) {
        if (member instanceof PartitionFacet fact) {
            return source.end(fact.facet().getClass());
        }
        if (member instanceof PartitionConstraint own) {
            return Call.of("dropConstraint", own.name());
        }
        if (member instanceof IndexPart part) {
            OwnIndex whole = part.index();
            return Call.of("dropIndexPartName", source.name(whole.relation()), whole.name());
        }
        if (member instanceof PartitionProperty own) {
            return Call.of("propertyOfTable", own.column(), property(own.property()));
        }
        return member instanceof PartitionNotNull own
                ? Call.of("dropNotNull", own.column())
                : Call.of("defaultOfTable", ((PartitionDefault) member).column());
    }

    private static Code property(ColumnProperty property) {
        return Code.raw("ColumnProperty." + property.name(), Set.of(ColumnProperty.class.getName()));
    }

    /** What makes another one of something: a constraint is validated, or goes and comes. */
    static List<Sentence> altered(SchemaObject from, PartitionMember to, Source source) {
        if (!(to instanceof PartitionConstraint constraint)) {
            return List.of(put(to, source));
        }
        return to.alteration(from, source.before()).isPresent()
                ? List.of(Sentence.about(source.name(to.on()), Call.of("validateConstraint", constraint.name())))
                : List.of(drop(to, source), put(to, source));
    }

    /** What gives a constraint of a partition another name. */
    static Sentence rename(PartitionConstraint constraint, String to, Source source) {
        return Sentence.about(source.name(constraint.on()), Call.of("renameConstraint", constraint.name(), to));
    }
}
