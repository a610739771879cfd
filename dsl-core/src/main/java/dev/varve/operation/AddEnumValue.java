package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a value to an enum: {@code alter type trading.side add value 'SHORT' after 'SELL'}. PostgreSQL cannot remove it again, and does
 * not let it be used in the transaction that adds it, so that the statement runs outside of one.
 */
public record AddEnumValue(ObjectId<EnumType> type, String value, Place place) implements Operation {

    /**
     * Where a value stands among the others.
     *
     * @param neighbour the value beside it; it comes last if there is none
     * @param before whether it stands before its neighbour, and not after it
     */
    public record Place(Optional<String> neighbour, boolean before) {

        /** After all others. */
        public static final Place LAST = new Place(Optional.empty(), false);

        /** Before another value. */
        public static Place before(String neighbour) {
            return new Place(Optional.of(neighbour), true);
        }

        /** After another value. */
        public static Place after(String neighbour) {
            return new Place(Optional.of(neighbour), false);
        }

        private Sql clause() {
            String word = before ? " before {}" : " after {}";
            return neighbour.map(n -> Sql.of(word, Literal.text(n))).orElse(Sql.raw(""));
        }
    }

    @Override
    public String description() {
        return "add value '" + value + "' to enum " + type.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    @Override
    public List<Statement> statements(Database state) {
        Sql add = Sql.of("alter type {} add value {}", type.name(), Literal.text(value));
        return List.of(
                Statement.alone(add.then(place.clause()), LockMode.NONE, new Recovery(probe(), Sql.raw("select 1"))));
    }

    private Sql probe() {
        return Sql.of("""
                select case when exists (select from pg_enum where enumtypid = to_regtype({}) and enumlabel = {})
                    then 'DONE' else 'ABSENT' end""", Literal.text(type.name().sql()), Literal.text(value));
    }

    @Override
    public Database after(Database state) {
        return state.alter(type, old -> new EnumType(old.name(), withValue(old)));
    }

    private List<String> withValue(EnumType old) {
        List<String> values = new ArrayList<>(old.values());
        int at = place.neighbour().map(n -> index(n, values)).orElse(values.size());
        values.add(at, value);
        return values;
    }

    private int index(String neighbour, List<String> values) {
        int at = values.indexOf(neighbour);
        if (at < 0) {
            throw new RefusedException(
                    type, "The " + type + " has no value '" + neighbour + "'; it has " + values + ".");
        }
        return place.before() ? at : at + 1;
    }

    @Override
    public Reversal reversal(Database state) {
        return new Reversal.WithOwner(type, "PostgreSQL cannot remove value '" + value + "' from " + type);
    }
}
