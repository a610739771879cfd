package dev.varve.diff;

import dev.varve.model.EnumType;
import dev.varve.operation.AddEnumValue;
import dev.varve.operation.AddEnumValue.Place;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.Operation;
import dev.varve.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What makes one list of values of an enum of another. */
public final class EnumDifference {

    private EnumDifference() {}

    /** Adds the values that are new where the others stay in their order; rebuilds the enum otherwise, which writes its tables anew. */
    public static List<Operation> between(EnumType from, EnumType to) {
        List<String> kept = to.values().stream().filter(from.values()::contains).toList();
        return kept.equals(from.values())
                ? added(from, to)
                : List.of(new CascadeRecreate(new RebuildEnum(to.id(), to.values(), Map.of())));
    }

    private static List<Operation> added(EnumType from, EnumType to) {
        List<Operation> operations = new ArrayList<>();
        List<String> values = to.values();
        for (int i = 0; i < values.size(); i++) {
            if (!from.values().contains(values.get(i))) {
                operations.add(new AddEnumValue(to.id(), values.get(i), place(i, from, to)));
            }
        }
        return operations;
    }

    private static Place place(int at, EnumType from, EnumType to) {
        List<String> following = to.values().subList(at + 1, to.values().size());
        boolean isLast = following.stream().noneMatch(from.values()::contains);
        if (isLast) {
            return Place.LAST;
        }
        return at == 0
                ? Place.before(from.values().get(0))
                : Place.after(to.values().get(at - 1));
    }
}
