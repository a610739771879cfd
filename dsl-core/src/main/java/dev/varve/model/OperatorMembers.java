package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The operators and functions that an operator class or family holds, each under a number that means something to the index. */
public record OperatorMembers(List<Strategy> operators, List<Support> functions) {

    private static final Comparator<Member> ORDER = Comparator.comparing(Member::number)
            .thenComparing(member -> member.left().sql())
            .thenComparing(member -> member.right().sql());

    /** None. */
    public static final OperatorMembers NONE = new OperatorMembers(List.of(), List.of());

    /** What is held for values of two types, which may be the same. */
    public interface Member {

        /** What it means to the index. */
        int number();

        /** The type of the values that it is for. */
        TypeName left();

        /** The type of those which they are compared with. */
        TypeName right();

        /** How {@code drop} addresses it. */
        Sql address();

        /** Whether it is for values of one type. */
        default boolean isOfOneType() {
            return left().equals(right());
        }
    }

    /**
     * An operator that an index can answer.
     *
     * @param orderBy the family that orders what the operator gives; empty for an operator that finds rows
     */
    public record Strategy(
            int number, QualifiedName operator, TypeName left, TypeName right, Optional<QualifiedName> orderBy)
            implements Member {

        public Strategy {
            left = left.unmodified();
            right = right.unmodified();
        }

        private Strategy following(Rename rename) {
            return new Strategy(
                    number,
                    rename.followName(operator, OperatorDefinition.class),
                    left.following(rename),
                    right.following(rename),
                    orderBy.map(by -> rename.followName(by, OperatorFamily.class)));
        }

        private Sql sql() {
            Sql order = orderBy.map(by -> Sql.of(" for order by {}", by)).orElse(Sql.raw(""));
            return Sql.of(
                    "operator " + number + " {} ({}, {}){}", OperatorDefinition.written(operator), left, right, order);
        }

        @Override
        public Sql address() {
            return Sql.of("operator " + number + " ({}, {})", left, right);
        }
    }

    /**
     * A function that the index calls.
     *
     * @param arguments the types that it takes
     */
    public record Support(int number, TypeName left, TypeName right, QualifiedName function, List<TypeName> arguments)
            implements Member {

        public Support {
            left = left.unmodified();
            right = right.unmodified();
            arguments = arguments.stream().map(TypeName::unmodified).toList();
        }

        private Support following(Rename rename) {
            return new Support(
                    number,
                    left.following(rename),
                    right.following(rename),
                    rename.followName(function, Function.class),
                    arguments.stream().map(type -> type.following(rename)).toList());
        }

        private Sql sql() {
            return Sql.of("function " + number + " ({}, {}) {}({})", left, right, function, Sql.join(", ", arguments));
        }

        @Override
        public Sql address() {
            return Sql.of("function " + number + " ({}, {})", left, right);
        }
    }

    public OperatorMembers {
        operators = operators.stream().sorted(ORDER).toList();
        functions = functions.stream().sorted(ORDER).toList();
    }

    /** The same and one more operator. */
    public OperatorMembers with(Strategy operator) {
        return new OperatorMembers(
                Stream.concat(operators.stream(), Stream.of(operator)).toList(), functions);
    }

    /** The same and one more function. */
    public OperatorMembers with(Support function) {
        return new OperatorMembers(
                operators,
                Stream.concat(functions.stream(), Stream.of(function)).toList());
    }

    /** The same without those. */
    public OperatorMembers without(Predicate<Member> some) {
        return new OperatorMembers(
                operators.stream().filter(some.negate()).toList(),
                functions.stream().filter(some.negate()).toList());
    }

    /** All of them. */
    public Stream<Member> all() {
        return Stream.concat(operators.stream(), functions.stream());
    }

    boolean isEmpty() {
        return operators.isEmpty() && functions.isEmpty();
    }

    /** The objects that they name; types and functions may be PostgreSQL's own. */
    Set<ObjectId<?>> required(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        Stream.concat(
                        all().flatMap(one -> Stream.of(one.left(), one.right())),
                        functions.stream().flatMap(one -> one.arguments().stream()))
                .forEach(type -> type.userDefined().ifPresent(mentioned::add));
        functions.forEach(one -> mentioned.add(one.function()));
        operators.forEach(one -> one.orderBy().ifPresent(mentioned::add));
        Set<ObjectId<?>> required = new HashSet<>(database.named(mentioned));
        required.removeIf(one -> one.type() == OperatorClassDefinition.class);
        operators.stream()
                .map(one -> OperatorDefinition.id(one.operator(), Optional.of(one.left()), one.right()))
                .filter(database::has)
                .forEach(required::add);
        return required;
    }

    OperatorMembers following(Rename rename) {
        return new OperatorMembers(
                operators.stream().map(one -> one.following(rename)).toList(),
                functions.stream().map(one -> one.following(rename)).toList());
    }

    /** What says each of them. */
    List<Sql> clauses() {
        List<Sql> clauses = new ArrayList<>();
        operators.forEach(one -> clauses.add(one.sql()));
        functions.forEach(one -> clauses.add(one.sql()));
        return clauses;
    }

    /** Those of them that others do not have. */
    OperatorMembers missingIn(OperatorMembers others) {
        return new OperatorMembers(
                operators.stream()
                        .filter(one -> !others.operators.contains(one))
                        .toList(),
                functions.stream()
                        .filter(one -> !others.functions.contains(one))
                        .toList());
    }
}
