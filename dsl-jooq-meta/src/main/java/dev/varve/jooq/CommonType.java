package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The type on which values agree of which one is given: the branches of {@code case}, the columns of {@code union} (<a
 * href="https://www.postgresql.org/docs/current/typeconv-union-case.html">type resolution</a>).
 */
record CommonType(Domains domains) {

    private static final TypeName TEXT = TypeName.of("text");

    /** Types each of which becomes a later one beside it. */
    private static final List<List<String>> WIDENING = List.of(
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            List.of("date", "timestamp", "timestamptz"));

    /** The type; nothing where only a server knows. */
    Optional<TypeName> of(Collection<Candidate> candidates) {
        List<Candidate> decisive =
                candidates.stream().filter(candidate -> !candidate.isOpen()).toList();
        if (decisive.isEmpty()) {
            return Optional.of(TEXT);
        }
        List<TypeName> types = decisive.stream()
                .flatMap(candidate -> candidate.type().stream())
                .toList();
        boolean isSame = types.stream().distinct().count() == 1 && types.size() == candidates.size();
        return isSame
                ? Optional.of(types.get(0))
                : Optional.of(types)
                        .filter(all -> all.size() == decisive.size())
                        .flatMap(this::widest);
    }

    /** Beside others a type is without its length, and what is below a domain. */
    private Optional<TypeName> widest(List<TypeName> types) {
        List<TypeName> bases = types.stream()
                .map(type -> domains.base(type).unmodified())
                .distinct()
                .toList();
        boolean isOne = bases.size() == 1 || bases.stream().allMatch(TypeName::isText);
        return isOne
                ? Optional.of(bases.get(0))
                : WIDENING.stream()
                        .filter(kinds -> bases.stream().allMatch(base -> kinds.contains(base.sql())))
                        .flatMap(kinds ->
                                bases.stream().max(Comparator.comparing(base -> kinds.indexOf(base.sql()))).stream())
                        .findFirst();
    }
}
