package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What leads from the checks of a domain to others. One that has only another name is renamed. */
record DomainCheckChanges(
        QualifiedName domain, SortedMap<String, DomainCheck> from, SortedMap<String, DomainCheck> to) {

    static Sql clause(String constraint, DomainCheck check) {
        return Sql.of("constraint {} check ({})", Identifier.of(constraint), check.condition());
    }

    /** Checks go before others come, and comments come last. */
    List<Statement> statements() {
        Map<String, DomainCheck> gone = new TreeMap<>(from);
        Map<String, Optional<String>> said = new HashMap<>();
        List<Statement> additions = new ArrayList<>();
        to.forEach((constraint, check) -> {
            Optional<String> origin = origin(constraint, check, gone);
            additions.addAll(change(constraint, check, origin));
            origin.ifPresent(name -> said.put(constraint, gone.remove(name).comment()));
        });
        List<Statement> statements = new ArrayList<>();
        gone.keySet()
                .forEach(constraint -> statements.add(alter(Sql.of("drop constraint {}", Identifier.of(constraint)))));
        statements.addAll(additions);
        to.forEach((constraint, check) -> {
            if (!said.getOrDefault(constraint, Optional.empty()).equals(check.comment())) {
                statements.add(comment(constraint, check.comment()));
            }
        });
        return statements;
    }

    /** The check that becomes this one, by its name among those that are there. */
    private Optional<String> origin(String constraint, DomainCheck check, Map<String, DomainCheck> left) {
        DomainCheck old = left.get(constraint);
        if (old != null && (old.isButForComment(check) || isValidated(old, check))) {
            return Optional.of(constraint);
        }
        return left.entrySet().stream()
                .filter(other -> other.getValue().isButForComment(check))
                .map(Map.Entry::getKey)
                .filter(name -> !to.containsKey(name))
                .findFirst();
    }

    private static boolean isValidated(DomainCheck old, DomainCheck check) {
        return check.validated() && check.validated(false).isButForComment(old);
    }

    private List<Statement> change(String constraint, DomainCheck check, Optional<String> origin) {
        if (origin.isEmpty()) {
            String valid = check.validated() ? "" : " not valid";
            return List.of(alter(Sql.of("add {}" + valid, clause(constraint, check))));
        }
        if (!origin.get().equals(constraint)) {
            return List.of(alter(
                    Sql.of("rename constraint {} to {}", Identifier.of(origin.get()), Identifier.of(constraint))));
        }
        return from.get(constraint).validated() == check.validated()
                ? List.of()
                : List.of(alter(Sql.of("validate constraint {}", Identifier.of(constraint))));
    }

    private Statement alter(Sql change) {
        return Statement.of(Sql.of("alter domain {} {}", domain, change), LockMode.NONE);
    }

    private Statement comment(String constraint, Optional<String> text) {
        Sql value = text.map(said -> Sql.of("{}", Literal.text(said))).orElse(Sql.raw("null"));
        Sql comment = Sql.of("comment on constraint {} on domain {} is {}", Identifier.of(constraint), domain, value);
        return Statement.of(comment, LockMode.NONE);
    }
}
