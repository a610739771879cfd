package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.TypeName;
import java.util.Optional;

/** The domains of a state. */
record Domains(Database state) {

    Optional<Domain> of(TypeName type) {
        return state.find(Domain.id(type.name())).filter(domain -> !type.array());
    }

    /** The type below all domains. */
    TypeName base(TypeName type) {
        return of(type).map(domain -> base(domain.type())).orElse(type);
    }

    /** Whether a domain or one below it takes no null. */
    boolean isNeverNull(TypeName type) {
        return of(type).filter(domain -> domain.notNull() || isNeverNull(domain.type()))
                .isPresent();
    }
}
