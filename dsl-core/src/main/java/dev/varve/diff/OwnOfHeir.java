package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.AddParent;
import dev.varve.operation.DropParent;
import dev.varve.operation.Operation;
import dev.varve.operation.SetFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What lets an heir have by itself, too, what it has from its parents alone: it inherits no more from those that give it, and then again. There is
 * no way in which it ceases to have something by itself; what asks for that is refused when it is tried.
 *
 * @param before the state before, in which everything else is as it will be
 */
record OwnOfHeir(ObjectId<Table> heir, Inheritance wanted, Database before) {

    /** The operations that make one table the other in that, if both inherit from the same. */
    static Stream<Operation> between(Table from, Table to, Database before) {
        return to.facet(Inheritance.class).stream()
                .filter(wanted -> from.facet(Inheritance.class)
                        .filter(old -> old.isFromSameAs(wanted) && !old.givesSameAs(wanted))
                        .isPresent())
                .flatMap(wanted -> new OwnOfHeir(to.id(), wanted, before).operations().stream());
    }

    private List<Operation> operations() {
        return IntStream.iterate(wanted.parents().size() - 1, first -> first >= 0, first -> first - 1)
                .mapToObj(this::inheritingAgain)
                .filter(this::leadsThere)
                .findFirst()
                .orElseGet(() -> List.of(new SetFacet(heir, wanted)));
    }

    /** Parents stand in the order in which a table came to inherit from them, so that all that follow one go with it. */
    private List<Operation> inheritingAgain(int first) {
        List<ObjectId<Table>> parents =
                wanted.parents().subList(first, wanted.parents().size());
        List<Operation> operations = new ArrayList<>();
        parents.forEach(parent -> operations.add(new DropParent(heir, parent)));
        parents.forEach(parent -> operations.add(new AddParent(heir, parent)));
        return operations;
    }

    private boolean leadsThere(List<Operation> operations) {
        Database after = Operation.afterAll(operations, before);
        return Inheritance.of(after.get(heir)).givesSameAs(wanted);
    }
}
